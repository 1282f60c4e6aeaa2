import { CandidateCount } from '../../glossary/candidates.ts'
import { compileTermbase } from '../../glossary/termbase.ts'
import { curatedGlossary } from '../../src/desk/curated.ts'
import { DAY, LANGUAGES } from '../glossary/concepts.ts'

/** What it costs to look for what the glossary lacks, by the number of segments: time, and the most that was ever held. */

const SYLLABLES = 'ba ce di fo gu ma né pi ro su tra vel ion ment al if ard eur cho qui'.split(' ')
const BEFORE = ['la ', 'le ', 'les ', 'une ', 'de ', 'du ', 'des ', 'd’', 'l’', 'à la ', 'au ', '', '', '']
const BEHIND = ['', '', '', '', ' a', ' que', ' et', ' dans', ' qui', ' pour', ' est', ',']

/** The same numbers every time, from 0 to 1. */
function* numbers(): Generator<number, never> {
  for (let seed = 42; ; ) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    yield seed / 2 ** 32
  }
}

const random = numbers()
const upTo = (limit: number) => Math.floor(random.next().value * limit)
const pick = (values: readonly string[]) => values[upTo(values.length)]!
const VOCABULARY = Array.from({ length: 50_000 }, () =>
  Array.from({ length: 2 + upTo(3) }, () => pick(SYLLABLES)).join(''),
)

/** By Zipf’s law: the second word half as often as the first, the hundredth a hundredth as often. */
const word = () => VOCABULARY[Math.floor(VOCABULARY.length ** random.next().value) - 1]!

const segment = () => {
  const pieces = Array.from({ length: 10 }, () => `${pick(BEFORE)}${word()}${pick(BEHIND)}`)
  return `${pieces.join(' ')}.`
}

const heap = () => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 2 ** 20
}

function timeOf(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

const termbase = compileTermbase(await curatedGlossary(), LANGUAGES)
const warm = new CandidateCount(termbase)
for (let id = 0; id < 2000; id++) warm.add(id, segment(), DAY)

console.log('| segments | words each | count | the best 100 | memory |')
console.log('|---:|---:|---:|---:|---:|')
for (const size of [1_000, 10_000, 100_000]) {
  const before = heap()
  const count = new CandidateCount(termbase)
  let counted = 0
  let words = 0
  let memory = 0
  for (let id = 0; id < size; id++) {
    const text = segment()
    words += text.match(/\p{L}+/gu)!.length
    counted += timeOf(() => count.add(id, text, DAY))
    if (id % 5000 === 4999) memory = Math.max(memory, heap() - before)
  }
  const best = timeOf(() => count.best(100))
  console.log(
    `| ${size.toLocaleString('en')} | ${(words / size).toFixed(0)} | ${(counted / 1000).toFixed(1)} s | ${best.toFixed(0)} ms | ${memory.toFixed(0)} MB |`,
  )
}
