import { wordSet } from './endings.ts'
import { fold } from './fold.ts'
import { conjugated, participlesOf } from './frenchVerbs.ts'
import type { Word } from './words.ts'

// Which part of speech a word has where it stands, as far as its neighbours tell for certain. What they leave open stays
// a term: one shown in vain costs a glance, one that is missed costs the translation.

/** Behind these a noun follows, an adjective or a participle, and no verb. */
export const ONLY_DETERMINERS =
  wordSet(`au aucun aucune aux ce ces cet cette certain certaine certaines certains chaque des du leurs ma mes mon nos
  notre nulle plusieurs quel quelle quelles quelque quelques quels sa ses son ta tes ton toute toutes un une vos votre`)

const PLURAL = wordSet('aux ces certaines certains des les leurs mes nos plusieurs quelques ses tes vos')

/** Determiners that are pronouns as well where a verb follows. */
export const ARTICLES = wordSet("l' la le les leur")

/** Before a verb these take the infinitive. */
const PREPOSITIONS = wordSet("à avec chez contre d' dans de entre malgré par parmi pour sans sous sur vers")

/** An article behind these is no pronoun: either no verb follows, or its subject does. */
const OPENINGS = wordSet(
  `après avant depuis dès dont durant jusqu' lorsqu' lorsque pendant puisqu' puisque quand selon si`,
)

/** What stands right before a verb and its pronouns, and nowhere else. */
const SUBJECTS = wordSet("il ils j' je n' ne on qui tu")
const REFLEXIVES = wordSet("m' me s' se t' te")

const LINKING =
  wordSet(`aussi demeure devenait devenue devenues devient deviendra est était étaient fut furent plus reste restait restent
  sera seraient serait seront semble semblent si sont très trop`)

/** Who may be the subject of a verb, and is no adjective before a noun. */
const SUBJECT_NOUNS =
  wordSet(`ambassadeur avocat camion chef colonel commandant député directeur élu général gouverneur juge maire ministre préfet
  président procureur sénateur syndicat tribunal`)
const OBJECTS = wordSet("chaque entre l' la le les leur leurs qu' que sa ses son un une")

/** What a verb takes behind a hyphen: retireront-ils, lancez-le, a-t-on. */
const ENCLITICS = wordSet('ce elle elles en il ils je la le les leur lui moi nous on t toi tu vous y')

const MODALS = new Set(
  ['aller', 'devoir', 'falloir', 'oser', 'pouvoir', 'vouloir'].flatMap((verb) => [...conjugated(verb)]),
)
// Then; and a noun.
for (const form of ['puis', 'allée', 'allées', 'faille']) MODALS.delete(form)

const INFINITIVE = /(?:er|ir|re)$/u
const STOP = /^[.!?…:«“"([*•—]$/u

/** Whether what looks like a form of this verb stands where only a noun can: une statue, sous escorte, dans la décharge. */
export function isNoun(words: readonly Word[], at: number, verb: string): boolean {
  const { key } = words[at]!
  const before = words[at - 1]
  if (before === undefined) return false
  if (before.key === 'tout') return isParticiple(key, verb)
  if (ARTICLES.has(before.key)) return isParticiple(key, verb) || (!INFINITIVE.test(key) && !hasSubject(words, at))
  return ONLY_DETERMINERS.has(before.key) || (PREPOSITIONS.has(before.key) && !INFINITIVE.test(key))
}

/**
 * Whether what looks like a noun stands where only a verb can: il arbitre, se décharge, qui la garde, peuvent supporter,
 * les ministres président.
 */
export function isVerb(words: readonly Word[], at: number): boolean {
  const { key, form } = words[at]!
  const before = words[at - 1]
  // Gare aux tiques begins with a warning, not with a station.
  const isWarning = key === 'gare' && ['à', 'au', 'aux'].includes(words[at + 1]?.key ?? '')
  if (before === undefined || STOP.test(before.form)) return isWarning
  if (before.joined) return false
  if (REFLEXIVES.has(before.key) || isSubject(words, at - 1)) return true
  if (ARTICLES.has(before.key)) return isSubject(words, at - 2)
  if (MODALS.has(before.key)) return /[ei]r$/u.test(key)
  if (isDoneBy(words, at)) return true
  const ofMany = PLURAL.has(words[at - 2]?.key ?? '') && before.key.endsWith('s')
  return ofMany && key.endsWith('ent') && form === key
}

const PRONOUNS = wordSet("m' me nous s' se t' te vous")
const BETWEEN = new Set([
  ...conjugated('être'),
  'être',
  'en',
  'y',
  'ne',
  'pas',
  'plus',
  'jamais',
  'aussi',
  'déjà',
  'encore',
  'ensuite',
  'enfin',
  'alors',
  'donc',
  'tous',
  'toutes',
  'ainsi',
  'bien',
])

/** Whether a pronoun makes a verb reflexive: ils se sont tous retirés, s'étant retirés, retirez-vous. */
export function isReflexive(words: readonly Word[], at: number): boolean {
  const after = words[at + 1]
  if (after?.joined && ['nous', 'toi', 'vous'].includes(after.key)) return true
  let before = at - 1
  while (BETWEEN.has(words[before]?.key ?? '') || words[before]?.key.endsWith('ment')) before--
  return PRONOUNS.has(words[before]?.key ?? '')
}

/** Whether what looks like a noun is an adjective that says how something is: la question est centrale. */
export function isAdjective(words: readonly Word[], at: number): boolean {
  return /(?:al|ell)es?$/u.test(words[at]!.key) && LINKING.has(words[at - 1]?.key ?? '')
}

/** Le préfet arbitre entre eux: a noun that no noun follows, and behind this word what only follows a verb. */
function isDoneBy(words: readonly Word[], at: number): boolean {
  const { key, form } = words[at]!
  const [article, subject, next] = [words[at - 2], words[at - 1], words[at + 1]]
  if (article === undefined || subject === undefined || next === undefined || form !== key || !key.endsWith('e'))
    return false
  const isNoun = /.{3}ment$/u.test(subject.key) || SUBJECT_NOUNS.has(subject.key)
  return isNoun && (ARTICLES.has(article.key) || ONLY_DETERMINERS.has(article.key)) && OBJECTS.has(next.key)
}

/** Whether a word behind a hyphen makes another word of this one, as in porte-avions and not in lancez-les. */
export const isCompounded = (after: Word | undefined): boolean => after?.joined === true && !ENCLITICS.has(after.key)

/** A pronoun is the object of no participle: la gelée. */
const isParticiple = (key: string, verb: string) => participlesOf(fold(verb).text.toLowerCase()).has(key)

/** Whether somebody may do what a verb here would say, whose object the article before it would be: le croit-on, qui le croit. */
function hasSubject(words: readonly Word[], at: number): boolean {
  if (words[at + 1]?.joined) return true
  const before = words[at - 2]
  return before !== undefined && !STOP.test(before.form) && !PREPOSITIONS.has(before.key) && !OPENINGS.has(before.key)
}

/** Qui is the subject unless a preposition governs it, or it asks: avec qui Moscou négocie. */
function isSubject(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (word === undefined || word.joined || !SUBJECTS.has(word.key)) return false
  const before = words[at - 1]
  return word.key !== 'qui' || (before !== undefined && /^\p{L}|^,/u.test(before.form) && !governs(before))
}

const governs = ({ key }: Word) =>
  PREPOSITIONS.has(key) || ['devant', 'derrière', 'en', 'envers', 'selon'].includes(key)
