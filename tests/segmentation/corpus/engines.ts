import { readFile } from 'node:fs/promises'
import { BreakIterator, suppressions } from 'cldr-segmentation'
import sbd from 'sbd'
import { split } from 'sentence-splitter'
import { ourRules } from '../../../src/desk/ourRules.ts'
import { segment } from '../../../src/segmentation/segment.ts'
import { readSrx, type Srx } from '../../../src/segmentation/srx.ts'
import { decode } from '../../../src/text/decode.ts'

/** Something that cuts a text into sentences. What it does to the white space between them does not count. */
export interface Engine {
  name: string
  cut(text: string, language: string): Promise<readonly string[]> | readonly string[]
}

const ours: Engine = {
  name: 'Vis-à-vis',
  cut: async (text, language) => sentencesOf(text, await ourRules(language)),
}

const sentencesOf = (text: string, rules: ReturnType<Srx['rulesFor']>) =>
  segment({ kind: 'paragraph', text, codes: [] }, rules).map((sentence) => sentence.text)

/** Libraries that anybody could use instead. */
const LIBRARIES: readonly Engine[] = [
  {
    name: 'cldr-segmentation',
    cut: (text, language) => {
      const sentences: string[] = []
      new BreakIterator(suppressions[language]).eachSentence(text, (sentence) => sentences.push(sentence))
      return sentences
    },
  },
  { name: 'sbd', cut: (text) => sbd.sentences(text) },
  {
    name: 'sentence-splitter',
    cut: (text) => split(text).flatMap((node) => (node.type === 'Sentence' ? [node.raw] : [])),
  },
]

/** Libraries whose answers depend on the machine. */
const NATIVE: readonly Engine[] = [
  {
    name: 'Intl.Segmenter',
    cut: (text, language) =>
      Array.from(new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text), ({ segment }) => segment),
  },
  {
    name: 'sentencex',
    cut: async (text, language) => {
      // Its native parts would keep the lock file from being installed elsewhere: `npm install --no-save sentencex` to measure it.
      const sentencex = await import('sentencex')
      return sentencex.segment(language, text)
    },
  },
]

/** Ours first, those that answer the same on every machine, and the others. */
export const ENGINES = { ours, libraries: LIBRARIES, native: NATIVE }

/** A file of rules, applied by us. */
export async function engineOfRules(name: string, file: string): Promise<Engine> {
  const text = decode(await readFile(file))
  async function* once() {
    yield text
  }
  const srx = await readSrx(once())
  return { name, cut: (text, language) => sentencesOf(text, srx.rulesFor(language)) }
}
