import { wordSet } from './endings.ts'
import { pluralsOf, singularsOf } from './english.ts'

/** Nouns that no number goes with: equipment, never an equipment or two equipments. */
const UNCOUNTABLE =
  wordSet(`aid ammunition armor armour artillery assistance aviation cavalry cooperation coordination damage
  equipment espionage evidence fighting firepower gunfire harm infantry information infrastructure intelligence jamming
  legislation logistics machinery manpower materiel matériel peace peacekeeping personnel reconnaissance shelling
  shrapnel sovereignty strength surveillance terrain terrorism traffic training transport warfare weaponry`)

/** Nouns that are always plural. */
const PLURAL_ONLY = wordSet('arms goods men people premises proceedings thanks')

/** What a complement begins with. The noun before it is the head: prisoners of war, chargés d’affaires. */
const COMPLEMENT =
  /^(?:against|at|between|by|de|des|du|for|from|in|into|of|on|over|to|under|upon|with|within|without)$|^d['’]/iu

/** Nouns before an adjective: secretaries-general, but brigadier generals. */
const WITH_ADJECTIVE = new RegExp(
  [
    '(?:advocate|attorney|consul|director|governor|inspector|prosecutor|secretar(?:y|ie)|solicitor|surgeon)s? general',
    'courts? martial',
    String.raw`\S+ (?:apparent|designate|elect|emeritus|extraordinary|plenipotentiary)`,
  ]
    .map((phrase) => `^${phrase}$`)
    .join('|'),
  'iu',
)

/** An English noun phrase in the plural: lines of contact, commanders-in-chief. What has no plural stays as it is. */
export const pluralOf = (phrase: string): string =>
  isPlural(phrase) || isUncountable(phrase) ? phrase : withHead(phrase, (head) => pluralsOf(head)[0])

/** An English noun phrase in the singular. */
export const singularOf = (phrase: string): string => withHead(phrase, (head) => singularsOf(head)[0])

export const isPlural = (phrase: string): boolean => {
  const head = headIn(phrase).toLowerCase()
  return PLURAL_ONLY.has(head) || singularsOf(head).length > 0
}

export const isUncountable = (phrase: string): boolean => UNCOUNTABLE.has(headIn(phrase).toLowerCase())

/** The noun of a noun phrase that takes its plural. */
export const headIn = (phrase: string): string => phrase.slice(...headOf(phrase))

function withHead(phrase: string, changed: (head: string) => string | undefined): string {
  const [start, end] = headOf(phrase)
  const head = phrase.slice(start, end)
  return phrase.slice(0, start) + likeBefore(head, changed(head.toLowerCase()) ?? head) + phrase.slice(end)
}

/** A changed word with the capitals of what it was. */
function likeBefore(word: string, changed: string): string {
  let shared = 0
  while (shared < word.length && word[shared]!.toLowerCase() === changed[shared]) shared++
  return word.slice(0, shared) + changed.slice(shared)
}

function headOf(phrase: string): readonly [start: number, end: number] {
  const [start, word] = headAmong([...phrase.matchAll(/\S+/gu)])
  const [inner, head] = headAmong([...word.matchAll(/[^-]+/gu)])
  return [start + inner, start + inner + head.length]
}

function headAmong(words: readonly RegExpExecArray[]): readonly [start: number, word: string] {
  const complement = words.findIndex(({ 0: word }, at) => {
    const leads = at < words.length - 1 || /ers?$/iu.test(words[at - 1]?.[0] ?? '') || /^d['’]/iu.test(word)
    return at > 0 && leads && COMPLEMENT.test(word)
  })
  let head = (complement < 0 ? words.length : complement) - 1
  if (head > 0 && WITH_ADJECTIVE.test(`${words[head - 1]![0]} ${words[head]![0]}`)) head--
  const word = words[head]
  return word === undefined ? [0, ''] : [word.index, word[0]]
}
