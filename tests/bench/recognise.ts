import type { Concept } from '../../glossary/concept.ts'
import { judge } from '../../glossary/judge.ts'
import { recognise } from '../../glossary/recognise.ts'
import { compileTermbase } from '../../glossary/termbase.ts'
import { ALONE, DAY, LANGUAGES } from '../glossary/concepts.ts'

const SYLLABLES = 'ba ce di fo gu ma né pi ro su tra vel ion ment al if ard eur cho qui'.split(' ')
const SENTENCE = `À l’issue de la rencontre, le chef d’état-major a rappelé que les forces spéciales et les unités de soutien
  du ministère de la Défense resteraient sur la ligne de contact jusqu’à l’échange des prisonniers de guerre, que le Groupe
  de Minsk doit superviser avec l’appui de deux observateurs, d’un général de brigade et de plusieurs attachés militaires.`
const REAL = ['chef d’état-major', 'forces spéciales', 'ligne de contact', 'prisonnier de guerre', 'attaché militaire']

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
    const french = REAL[at] ?? Array.from({ length: 1 + (at % 3) }, () => pick(frequent)).join(' de ')
    const term = { status: 'preferred', match: 'inflected', partOfSpeech: 'noun', variants: [] } as const
    return {
      id: String(at),
      terms: [
        { ...term, language: 'fr', text: french },
        { ...term, language: 'en', text: `${pick(words)} ${pick(words)}` },
      ],
    }
  })
}

function microseconds(run: () => void): number {
  for (let warm = 0; warm < 2000; warm++) run()
  const times = Array.from({ length: 2000 }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[1000]! * 1000
}

console.log(`a segment of ${SENTENCE.split(/\s+/u).length} words, median of 2,000 runs`)
for (const count of [100, 10_000, 100_000]) {
  const glossary = concepts(count)
  const start = performance.now()
  const termbase = compileTermbase(glossary, LANGUAGES)
  const built = performance.now() - start
  const recognised = microseconds(() => recognise(termbase, 'source', SENTENCE, DAY))
  const judged = microseconds(() => judge(termbase, SENTENCE, SENTENCE, ALONE))
  console.log(
    `${count.toLocaleString('en')} terms a language: build ${built.toFixed(0)} ms, recognise ${recognised.toFixed(0)} µs, judge ${judged.toFixed(0)} µs`,
  )
}
