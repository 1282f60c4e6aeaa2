import { english, PARTICLES } from './english.ts'
import { opensSentence } from './englishCapitals.ts'
import { asForm, baseOf, endingOf, formsAs, type VerbForm } from './englishVerbs.ts'
import type { Setting } from './setting.ts'

const AUXILIARY =
  /(?:(?<!\p{L})(?:am|are|be|been|being|get|gets|got|had|has|have|having|is|was|were)(?:n['’]t)?|['’](?:d|m|re|s|ve))$/iu
const INFINITIVE =
  /(?<!\p{L})(?:can|could|did|do|does|help|helps|let|may|might|must|shall|should|to|will|would)(?:n['’]t)?$|['’]ll$/iu
const ATTRIBUTIVE = /(?<!\p{L})(?:an?|her|his|its|my|of|our|the|their|these|those|with|your)$/iu
const PRONOUN = /^\s+(?:her|him|it|me|them|us|you)(?![\p{L}'’])/iu
/** What may stand between a verb and its auxiliary. */
const BETWEEN =
  /(?:\s+(?:all|also|already|both|ever|just|never|not|now|since|soon|still|then|thus|yet|\p{L}+ly))*\s*$/iu

/** A verb, with what belongs to it, in the form of the one it replaces: pulled out for withdrew. Nothing when it cannot be told. */
export function inFormOf(setting: Setting, phrase: string): string | undefined {
  const [start, end] = verbIn(phrase)
  // They pulled it back, and never pulled back it.
  if (end < phrase.length && PRONOUN.test(setting.after)) return undefined
  const verb = phrase.slice(start, end)
  const form = formIn(setting)
  const base = baseOf(verb)
  const written = base === undefined ? (endingOf(verb).includes(form) ? verb : undefined) : asForm(base, form)
  return written === undefined ? undefined : phrase.slice(0, start) + written + phrase.slice(end)
}

/** The form of the verb that stands in a text; where one word can be several of them, what stands around it decides. */
function formIn({ text, term: { text: cited }, before, after }: Setting): VerbForm {
  // A shot-down plane is one that was shot down.
  const words = cited.includes('-') ? text : text.replaceAll('-', ' ')
  const verb = words.slice(...verbIn(words)).toLowerCase()
  const base = baseOf(cited.slice(...verbIn(cited)).toLowerCase())
  const known = base === undefined ? [] : formsAs(base, verb)
  const forms = known.length > 0 ? known : endingOf(verb)
  const [first = 'base'] = forms
  if (forms.length === 1) return first
  const led = before.replace(BETWEEN, '')
  const isLed = AUXILIARY.test(led) || ATTRIBUTIVE.test(led) || opensSentence(before) || /[,(–—]\s*$/u.test(before)
  if (forms.includes('participle') && (isLed || /^\s+by\s/iu.test(after))) return 'participle'
  if (forms.includes('past') && !(forms.includes('base') && INFINITIVE.test(led))) return 'past'
  return first
}

/** Where the verb of a phrase stands: the first word that is no particle and no adverb; of a hyphened one the last part. */
function verbIn(phrase: string): readonly [start: number, end: number] {
  for (const { 0: word, index } of phrase.matchAll(/[\p{L}\p{M}'’-]+/gu)) {
    const key = word.toLowerCase()
    if (PARTICLES.has(key) || english.adverb.test(key)) continue
    return [index + word.lastIndexOf('-') + 1, index + word.length]
  }
  return [0, 0]
}
