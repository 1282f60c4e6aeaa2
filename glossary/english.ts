import type { PartOfSpeech } from './concept.ts'
import type { Rule } from './endings.ts'
import { changed, wordSet } from './endings.ts'
import { conjugated } from './englishVerbs.ts'
import { bare } from './fold.ts'
import type { Grammar } from './grammar.ts'

export const PARTICLES =
  wordSet(`a against all an and at between by each for from in into its of off on onto or other out over
  per the to under up upon with within without 's`)

const DETERMINERS = wordSet(`a all an another any both each either every few her his its many my neither no our several
  some that the their these this those your two three four five six seven eight nine ten eleven twelve thirteen fourteen
  fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand`)
const QUANTITIES = wordSet(
  'couple dozen dozens handful hundreds lot lots millions most none number one plenty thousands',
)

/** Words in -s that are no plurals, or whose seeming singular is another word. */
const INVARIABLE = wordSet(`aircraft arms barracks corps crossroads customs goods headquarters hovercraft means news
  personnel premises proceedings series spacecraft species thanks us`)

/** The plural most written comes first. */
const PLURALS: readonly Rule[] = [
  [/(?<=^|[a-z]s|chair)person$/u, 'persons', 'people'],
  [/(?<=child)$/u, 'ren'],
  [/(?<!^hu|^ger|^ro|^otto|^talis)man$/u, 'men'],
  [/(?<=^(?:fore)?f)oot$/u, 'eet'],
  [/(?<=^t)ooth$/u, 'eeth'],
  [/(?<=^m|^l)ouse$/u, 'ice'],
  [/(?<=kni|wi|^li|terli)fe$/u, 'ves'],
  [/(?<=^(?:hal|cal|lea|loa|shel|sel|thie|wol|scar|hoo|whar))f$/u, 'ves', 'fs'],
  [/(?<=ax|bas|cris|thes|lys|oas|nos)is$/u, 'es'],
  [/(?<=^(?:addend|dat|medi|memorand|referend|errat|strat|curricul))um$/u, 'a', 'ums'],
  [/(?<=criteri|phenomen)on$/u, 'a'],
  [/(?<=^(?:nucle|radi|syllab|stimul|alumn))us$/u, 'i', 'uses'],
  [/(?<=matr|append)ix$/u, 'ices', 'ixes'],
  [/(?<=ind|vert)ex$/u, 'ices', 'exes'],
  [/(?<=^plate|^bure)au$/u, 'aux', 'aus'],
  [/(?<=[^aeiou]|qu)y$/u, 'ies'],
  [/(?<=(?:hier|mon|olig|matri|patri)arch|epoch|stomach|czech)$/u, 's'],
  [/(?<=s|x|z|ch|sh)$/u, 'es'],
  [/(?<=embarg|carg|her|vet|torped|tornad|potat|tomat|mosquit|volcan|ech)o$/u, 'oes', 'os'],
  [/(?<=[^aeiou])o$/u, 'os', 'oes'],
  [/$/u, 's'],
]

const SINGULARS: readonly Rule[] = [
  // They end like plurals.
  [/(?:gas|bias|atlas|canvas|alias|lens)$/u],
  [/(?<=^|[a-z]s|chair)people$/u, 'person'],
  [/(?<=child)ren$/u, ''],
  [/(?<=.)men$/u, 'man'],
  [/(?<=^(?:fore)?f)eet$/u, 'oot'],
  [/(?<=^t)eeth$/u, 'ooth'],
  [/(?<=^m|^l)ice$/u, 'ouse'],
  [/(?<=kni|wi|^li)ves$/u, 'fe'],
  [/(?<=^(?:hal|cal|lea|loa|shel|sel|thie|wol|scar|hoo|whar))ves$/u, 'f'],
  [/(?<=ax|bas|cris|thes|lys|oas|nos)es$/u, 'is'],
  [/(?<=^(?:addend|dat|memorand|referend|errat|strat|curricul))a$/u, 'um'],
  [/(?<=criteri|phenomen)a$/u, 'on'],
  [/(?<=^(?:nucle|radi|syllab|stimul|alumn))i$/u, 'us'],
  [/(?<=matr|append)ices$/u, 'ix'],
  [/(?<=ind|vert)ices$/u, 'ex'],
  [/(?<=^plate|^bure)aux$/u, 'au'],
  [/(?<=.[^aeiou])ies$/u, 'y'],
  [/(?<=ss|x|zz|ch|sh|[^aeiou]o|^bus|^gas|virus)es$/u, ''],
  [/(?<=[^suai]|[^bps]a)(?<!^atla|^bia|^canva|ga)s$/u, ''],
]

/** The plurals of a singular noun, from its key, the usual one first; none where it has no other form. */
export const pluralsOf = (noun: string): string[] => (INVARIABLE.has(noun) ? [] : changed(noun, PLURALS))

/** The singular of a plural noun, from its key; none of what is no plural. */
export const singularsOf = (noun: string): string[] => (INVARIABLE.has(noun) ? [] : changed(noun, SINGULARS))

function* forms(word: string, partOfSpeech?: PartOfSpeech): Generator<string> {
  yield word
  if (partOfSpeech === 'verb') yield* conjugated(word)
  if (partOfSpeech !== undefined && partOfSpeech !== 'noun') return
  const singulars = singularsOf(word)
  yield* singulars
  for (const one of singulars.length > 0 ? singulars : [word]) yield* pluralsOf(one)
}

export const english: Grammar = {
  possessive: true,
  particles: PARTICLES,
  determiners: DETERMINERS,
  quantities: QUANTITIES,
  linking: new Set(['of']),
  parts: () => ['verb'],
  adverb: /(?:.{2}[aiu]l|[ent]t|ve|us|ss)ly$/u,
  forms,
  // Attaché and attache are one English word, as are the names people type without their accents.
  key: (form) => bare(form.toLowerCase().replace(/\(.*$/u, '')),
  cut: (form) => (/[^']'s$/iu.test(form) ? form.length - 2 : 0),
  isPlural: (key) => singularsOf(key).length > 0,
  agrees: false,
  // Play-offs, run-ups.
  contracted: (key) => [key, `${key}s`],
  // To assist at-risk families is not to assist at anything.
  whole: (words, _, to) => !(words[to]?.joined && PARTICLES.has(words[to - 1]!.key)),
  capitals: () => [],
  acronyms: (form) => [form, `${form}s`],
}
