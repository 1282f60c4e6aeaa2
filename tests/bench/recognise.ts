import type { Concept } from '../../glossary/concept.ts'
import { judge } from '../../glossary/judge.ts'
import { recognise } from '../../glossary/recognise.ts'
import { compileTermbase } from '../../glossary/termbase.ts'
import { ALONE, DAY, LANGUAGES } from '../glossary/concepts.ts'
import { median } from './timing.ts'

/** What a segment costs by the size of the termbase, beside the two plainest ways to look for terms. */

const SYLLABLES = 'ba ce di fo gu ma né pi ro su tra vel ion ment al if ard eur cho qui'.split(' ')
const SENTENCE = `À l’issue de la rencontre, le chef d’état-major a rappelé que les forces spéciales et les unités de soutien
  du ministère de la Défense resteraient sur la ligne de contact jusqu’à l’échange des prisonniers de guerre, que le Groupe
  de Minsk doit superviser avec l’appui de deux observateurs, d’un général de brigade et de plusieurs attachés militaires.`
const TRANSLATION = `After the meeting, the chief of staff recalled that the special forces and support units of the Ministry of
  Defence would remain on the line of contact until the exchange of the prisoners of war, which the Minsk Group is to supervise
  with the help of two observers, a brigadier general and several military attachés.`
const WITHOUT_TERMS = SENTENCE.replace(/\p{L}{4,}/gu, (word) => `${word}zz`)
const REAL: readonly (readonly [french: string, english: string])[] = [
  ['chef d’état-major', 'chief of staff'],
  ['forces spéciales', 'special forces'],
  ['ligne de contact', 'line of contact'],
  ['prisonnier de guerre', 'prisoner of war'],
  ['attaché militaire', 'military attaché'],
]

/** The same numbers every time. */
function* numbers(): Generator<number, never> {
  for (let seed = 42; ; ) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    yield seed
  }
}

function concepts(count: number): Concept[] {
  const random = numbers()
  const pick = <Value>(values: readonly Value[]): Value => values[random.next().value % values.length]!
  const words = Array.from({ length: Math.max(50, count / 4) }, () =>
    Array.from({ length: 2 + (random.next().value % 3) }, () => pick(SYLLABLES)).join(''),
  )
  const frequent = ['général', 'forces', 'ligne', 'chef', 'ministère', 'unité', ...words]
  return Array.from({ length: count }, (_, at) => {
    const made = [
      Array.from({ length: 1 + (at % 3) }, () => pick(frequent)).join(' de '),
      `${pick(words)} ${pick(words)}`,
    ]
    const [french, english] = REAL[at] ?? made
    const term = { status: 'preferred', match: 'inflected', partOfSpeech: 'noun', variants: [] } as const
    return {
      id: String(at),
      terms: [
        { ...term, language: 'fr', text: french! },
        { ...term, language: 'en', text: english! },
      ],
    }
  })
}

/** Median over 1,000 runs, or fewer of what takes long. */
function microseconds(run: () => void): number {
  const runs = timeOf(run) > 1 ? 50 : 1000
  for (let warm = 0; warm < runs; warm++) run()
  return median(Array.from({ length: runs }, () => timeOf(run))) * 1000
}

function timeOf(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

type Trie = Map<string, Trie>

/** Words as they stand, walked from every word of the text: no inflection, no typography, no statuses. */
function bareTrie(glossary: readonly Concept[]): () => number {
  const root: Trie = new Map()
  const wordsIn = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  for (const { terms } of glossary) {
    let node = root
    for (const word of wordsIn(terms[0]!.text)) {
      const next: Trie = node.get(word) ?? new Map()
      node.set(word, next)
      node = next
    }
    node.set('', new Map())
  }
  return () => {
    const words = wordsIn(SENTENCE)
    let found = 0
    for (let from = 0; from < words.length; from++) {
      let node: Trie | undefined = root
      for (let at = from; node; at++) {
        if (node.has('')) found += 1
        node = node.get(words[at] ?? '')
      }
    }
    return found
  }
}

function expressionPerTerm(glossary: readonly Concept[]): () => number {
  const expressions = glossary.map(({ terms }) => new RegExp(`(?<!\\p{L})${terms[0]!.text}(?!\\p{L})`, 'iu'))
  return () => expressions.filter((expression) => expression.test(SENTENCE)).length
}

const heap = () => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 2 ** 20
}

console.log(`A segment of ${SENTENCE.split(/\s+/u).length} words: microseconds, medians.`)
console.log(
  '| terms a language | build | memory | recognise | without a term in it | judge | bare trie | an expression a term |',
)
console.log('|---:|---:|---:|---:|---:|---:|---:|---:|')
const plain: number[] = []
for (const count of [100, 10_000, 100_000]) {
  const glossary = concepts(count)
  const before = heap()
  const builds = Array.from({ length: 3 }, () => timeOf(() => compileTermbase(glossary, LANGUAGES)))
  const termbase = compileTermbase(glossary, LANGUAGES)
  const memory = heap() - before
  const recognised = microseconds(() => recognise(termbase, 'source', SENTENCE, DAY))
  const without = microseconds(() => recognise(termbase, 'source', WITHOUT_TERMS, DAY))
  const judged = microseconds(() => judge(termbase, SENTENCE, TRANSLATION, ALONE))
  const trie = microseconds(bareTrie(glossary))
  const expressions = count > 10_000 ? undefined : microseconds(expressionPerTerm(glossary))
  plain.push(without)
  const beside = (other: number) => `${other.toFixed(0)} (${(other / recognised).toFixed(1)} ×)`
  console.log(
    `| ${count.toLocaleString('en')} | ${(median(builds) / 1000).toFixed(2)} s | ${memory.toFixed(0)} MB | ${recognised.toFixed(0)} | ${without.toFixed(0)} | ${judged.toFixed(0)} | ${beside(trie)} | ${expressions === undefined ? '–' : beside(expressions)} |`,
  )
}
console.log(`Without a term in it, 100,000 terms cost ${(plain.at(-1)! / plain[0]!).toFixed(2)} times what 100 do.`)
