import type { PartOfSpeech } from './concept.ts'
import type { Rule } from './endings.ts'
import { changed, wordSet } from './endings.ts'
import { bare } from './fold.ts'
import { isInfinitive } from './frenchInfinitive.ts'
import { frenchPhrases } from './frenchPhrases.ts'
import { ARTICLES, isAdjective, isCompounded, isNoun, isReflexive, isVerb, ONLY_DETERMINERS } from './frenchSyntax.ts'
import { conjugated } from './frenchVerbs.ts'
import type { Grammar } from './grammar.ts'

const ELIDED = wordSet("l' d' qu' j' n' s' c' m' t' jusqu' lorsqu' puisqu' quoiqu' presqu'")
const WHOLE = wordSet("presqu'île presqu'îles presqu'ile presqu'iles")

const PARTICLES =
  wordSet(`à au aux avec chez contre d' dans de des du en entre et hors jusqu' l' la le les lez lès ou où
  par pour qu' que qui s' sans se sous sur un une vers y`)

/** Articles and what stands in their place, and numbers. */
const DETERMINERS: ReadonlySet<string> = new Set([
  ...ONLY_DETERMINERS,
  ...ARTICLES,
  ...wordSet(`tous tout deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente
    quarante cinquante soixante cent cents mille différentes différents divers diverses maint mainte maintes maints`),
])

const QUANTITIES =
  wordSet(`assez beaucoup bien centaine centaines cinquantaine combien dizaine dizaines douzaine majorité milliards
  millier milliers millions minorité moins nombre partie peu plupart plus poignée quantité quarantaine quinzaine soixantaine
  tant trentaine trop vingtaine`)

/** What an infinitive ends in that is no other word's ending: no mer, soir or centre. */
const INFINITIVE = /.{3}er$|.{3}[^o]ir$|(?:[aeo]n|r)dre$|ttre$|[aeu]ire$|[aoe]ître$|(?:ce|oul|ou)voir$/u

const CONTRACTED: Readonly<Record<string, readonly string[]>> = { à: ['à', 'au', 'aux'], de: ['de', "d'", 'du', 'des'] }

/** What may stand before a word and leave it what it is. */
const FREE_PREFIXES = wordSet('anti ex maxi mini néo non pro pseudo quasi super ultra')

/** Words in -s and -x that are no plurals, and whose seeming singular is another word. */
const INVARIABLE = wordSet(`abus accès alors appas as avis bas bois bras cas colis compromis concours corps cours deux
  discours dos excès fois fonds gens gros legs lis mars mas moins mois mors ours palais parcours paris pas pays permis
  plus poids progrès puis recours refus repas repos sans secours sens sous succès surplus tapis tas temps tiers trois
  univers vers virus`)

const AIL_AUX = 'b|cor|ém|soupir|trav|vant|vitr'
const ALWAYS_ALS = '^b|^c|^p|^nav|^chac|festiv|carnav|^récit|^rég|^cérémoni|^banc|^nat|^fat'
const AL_ALS = '^ban|^idé|^glaci|^fin|^chor|^av'
const AU_AUX = 'boy|ét|joy|noy|tuy|flé|pré|gru'
const OU_OUX = 'bij|caill|ch|gen|hib|jouj|p'

const PLURALS: readonly Rule[] = [
  [/^oeil$/u, 'yeux', 'oeils'],
  [/^ciel$/u, 'cieux', 'ciels'],
  [/^aïeul$/u, 'aïeux', 'aïeuls'],
  [/^monsieur$/u, 'messieurs'],
  [/^mad(ame|emoiselle)$/u, 'mesd$1s'],
  [/^(gentil|bon)homme$/u, '$1shommes'],
  [/(?<=[sxz])$/u, ''],
  [new RegExp(`(?<=${ALWAYS_ALS})al$`, 'u'), 'als'],
  [new RegExp(`(?<=${AL_ALS})al$`, 'u'), 'aux', 'als'],
  [/al$/u, 'aux'],
  [new RegExp(`(?<=^(?:${AIL_AUX}))ail$`, 'u'), 'aux'],
  [new RegExp(`(?<=e|^(?:${AU_AUX}))au$`, 'u'), 'aux'],
  [/(?<=^(?:bleu|pneu|émeu))$/u, 's'],
  [/eu$/u, 'eux'],
  [new RegExp(`(?<=^(?:${OU_OUX}))ou$`, 'u'), 'oux'],
  [/$/u, 's'],
]

const SINGULARS: readonly Rule[] = [
  [/^yeux$/u, 'oeil'],
  [/^cieux$/u, 'ciel'],
  [/^aïeux$/u, 'aïeul'],
  [/^messieurs$/u, 'monsieur'],
  [/^(gentil|bon)shommes$/u, '$1homme'],
  [/^mesd(ame|emoiselle)s$/u, 'mad$1'],
  [new RegExp(`(?<=e|^(?:${AU_AUX}))aux$`, 'u'), 'au'],
  [new RegExp(`(?<=^(?:${AIL_AUX}))aux$`, 'u'), 'ail'],
  [/aux$/u, 'al'],
  [/eux$/u, 'eu'],
  [new RegExp(`(?<=^(?:${OU_OUX}))oux$`, 'u'), 'ou'],
  [/(?<=\p{L}{2}[^s])s$/u, ''],
]

/** The feminine of an adjective. */
const FEMININES: readonly Rule[] = [
  [/(?<=^maîtr|^tigr)e$/u, 'esse'],
  [/e$/u, 'e'],
  [/eau$/u, 'elle'],
  [/(?<=^vi)eux$/u, 'eille'],
  [/(?<=^dou)x$/u, 'ce'],
  [/(?<=^f|^m)ou$/u, 'olle'],
  [/(?<=^(?:mal|bén))in$/u, 'igne'],
  [/gu$/u, 'guë', 'güe'],
  [/(?<=^br)ef$/u, 'ève'],
  [/(?<=^expr)ès$/u, 'esse'],
  [/(?<=^tier)s$/u, 'ce'],
  [/^grec$/u, 'grecque'],
  [/(?<=^veng|^péch)eur$/u, 'eresse'],
  [/(?<=^fau|^rou)x$/u, 'sse'],
  [/(?<=[eo]u)x$/u, 'se'],
  [/(?<=ei?|^nu|^genti)l$/u, 'lle'],
  [/(?<=[eo])n$/u, 'nne'],
  [/et$/u, 'ète', 'ette'],
  [/er$/u, 'ère'],
  [/(?<=i|maj|min|meill)eur$/u, 'eure'],
  [/teur$/u, 'trice', 'teuse', 'teure'],
  [/(?<=^ambassa)deur$/u, 'drice'],
  [/eur$/u, 'euse', 'eure'],
  [/(?<=^che)f$/u, 'ffe'],
  [/f$/u, 've'],
  [/ec$/u, 'èche', 'ecque'],
  [/c$/u, 'que', 'che'],
  [/(?<=^gro|^gra|^ba|^épai|^la|^méti)s$/u, 'sse'],
  [/(?<=^fra)is$/u, 'îche', 'iche'],
  [/(?<=^lon)g$/u, 'gue'],
  [/(?<=^favor)i$/u, 'ite'],
  [/$/u, 'e'],
]

const PERSONS =
  wordSet(`accusé administré adjoint allié apprenti associé assuré attaché avocat blessé candidat captif chargé chef
  colonel condamné conjoint consul délégué déplacé député détenu disparu docteur écrivain élu employé envoyé espion évadé
  époux expert fugitif général grec haut immigré inculpé insurgé invité juré lauréat magistrat maître orphelin partisan
  préfet prévenu réfugié rescapé retraité salarié sinistré soldat suspect turc veuf voisin`)

/** The feminine of a rank is one behind a determiner: la générale, but l'assemblée générale. */
const RANKS = wordSet('générale générales')

/** A noun has a feminine of its own when it names people, which these endings tell; parti and partie are two words. */
const PEOPLE = [
  /(?<!^mo|^fac|^sec|^vec)teur$/u,
  /(?<!i|maj|min|meill)eur$/u,
  /(?<!^mo)[iy]en$/u,
  /(?:i|g|ch|ll)er$/u,
  /(?:ant|ident|gent)$/u,
]

/** Endings of adjectives, for a word whose part of speech nobody gave. */
const ADJECTIVES = /(?:al|el|if|eux|ais|ois|ain|éen)$/u

const isCapital = (form: string) => /^\p{Lu}/u.test(form)

function femininesOf(word: string, partOfSpeech: PartOfSpeech | undefined): string[] {
  const agrees =
    partOfSpeech === 'adjective' ||
    PERSONS.has(word.replace(/^co(?!l|n)/u, '')) ||
    PEOPLE.some((ending) => ending.test(word)) ||
    (partOfSpeech === undefined && ADJECTIVES.test(word))
  return agrees ? changed(word, FEMININES) : []
}

/** Before a vowel some adjectives have a masculine of their own: un nouvel accord. */
const BEFORE_VOWELS: Readonly<Record<string, string>> = {
  beau: 'bel',
  nouveau: 'nouvel',
  vieux: 'vieil',
  fou: 'fol',
  mou: 'mol',
}

function* forms(word: string, partOfSpeech?: PartOfSpeech): Generator<string> {
  yield word
  if (Object.hasOwn(BEFORE_VOWELS, word)) yield BEFORE_VOWELS[word]!
  if (partOfSpeech === 'verb') yield* conjugated(word)
  if (partOfSpeech !== undefined && partOfSpeech !== 'noun' && partOfSpeech !== 'adjective') return
  const singulars = INVARIABLE.has(word) ? [] : changed(word, SINGULARS)
  for (const singular of [word, ...singulars]) {
    for (const one of [singular, ...femininesOf(singular, partOfSpeech)]) {
      yield one
      yield* changed(one, PLURALS)
    }
  }
}

export const french: Grammar = {
  possessive: false,
  particles: PARTICLES,
  determiners: DETERMINERS,
  quantities: QUANTITIES,
  linking: new Set(['de', "d'"]),
  parts: (key) => [
    ...(/é$|[^aeiou]i$/u.test(key) ? ['adjective' as const] : []),
    ...(INFINITIVE.test(key) ? ['verb' as const] : []),
  ],
  adverb: /.{3}ment$/u,
  forms,
  isInfinitive,
  reflexive: {
    verb: (text) => /^(?:se\s+|s['’])(.+)$/iu.exec(text)?.[1],
    stands: isReflexive,
  },
  // Réfugié·e·s, réfugié.e.s, réfugié-e-s and réfugié(e)s are forms of réfugié.
  key: (form) => form.toLowerCase().replace(/(?<=.)[·‧•(.-].*$/u, ''),

  cut(form) {
    const end = form.indexOf("'") + 1
    const key = form.toLowerCase()
    return ELIDED.has(key.slice(0, end)) && !WHOLE.has(key) ? end : 0
  },

  isPlural: (key) => !INVARIABLE.has(key) && changed(key, SINGULARS).length > 0,
  agrees: true,
  contracted: (key) => CONTRACTED[key] ?? [key],

  // A French compound begins with its head, unless that is a verb: drones-kamikazes, but lance-roquettes and couvre-feu.
  whole(words, from, to, { text, partOfSpeech }) {
    const [first, before, after] = [words[from]!, words[from - 1], words[to]]
    if (partOfSpeech === 'verb' && (isCompounded(after) || isNoun(words, from, text))) return false
    if ((partOfSpeech === 'noun' || partOfSpeech === undefined) && isVerb(words, from)) return false
    if (partOfSpeech === 'noun' && to - from === 1 && isAdjective(words, from)) return false
    if (partOfSpeech === 'noun' && to - from === 1 && RANKS.has(first.key) && !DETERMINERS.has(before?.key ?? ''))
      return false
    // Not a teacher: by teaching.
    if (partOfSpeech === 'noun' && before?.key === 'en' && first.key.endsWith('ant')) return false
    if (!first.joined || before === undefined) return true
    return FREE_PREFIXES.has(before.key) || isCapital(before.form) || isCapital(first.form)
  },

  *capitals(key) {
    const letters = bare(key)
    if (letters === key || letters === '') return
    yield letters.toUpperCase()
    if (letters[0] !== key[0]) yield letters[0]!.toUpperCase() + key.slice(1)
  },

  acronyms: (form) => [form],
  phrases: frenchPhrases(new Set([...PARTICLES, ...DETERMINERS])),
}
