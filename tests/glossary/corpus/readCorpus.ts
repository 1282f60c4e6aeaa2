import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Concept } from '../../../glossary/concept.ts'
import { readGlossaryCsv } from '../../../glossary/formats/csv.ts'
import { curatedGlossary } from '../../../src/desk/curated.ts'

/** What a label says of the words it marks; nothing said is `rendered` in the French, a rendering in the English. */
export const VERDICTS = ['rendered', 'implied', 'missing', 'first-mention', 'forbidden', 'superseded'] as const
export type Verdict = (typeof VERDICTS)[number]

/** A labelled span of a text without its tags: UTF-16 offsets, `end` exclusive. */
export interface Label {
  concept: string
  verdict: Verdict
  start: number
  end: number
}

export interface LabelledText {
  /** Without tags. */
  text: string
  labels: readonly Label[]
}

export interface Pair {
  /** The file it stands in, and the line it begins on. */
  phenomenon: string
  line: number
  french: LabelledText
  english: LabelledText
  /** A pair that looks like a problem and is none: whatever is reported in it is wrong. */
  trap: boolean
}

/** Pairs in the order of one text, with the day it is of (ISO 8601). */
export interface CorpusDocument {
  date: string
  pairs: readonly Pair[]
}

/** A subject: its glossary, and the sentences judged by it, one file a phenomenon. */
export interface Corpus {
  subject: string
  concepts: readonly Concept[]
  documents: readonly CorpusDocument[]
}

const FOLDER = fileURLToPath(new URL('.', import.meta.url))
const DATE = '2026-06-01'

/** The labelled corpus, a folder a subject: `README.md` beside them says how the files are written. */
export async function readCorpora(): Promise<Corpus[]> {
  const subjects = (await readdir(FOLDER, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  return Promise.all(subjects.map(({ name }) => readCorpus(name)))
}

async function readCorpus(subject: string): Promise<Corpus> {
  const folder = join(FOLDER, subject)
  const concepts = existsSync(join(folder, 'termbase.csv'))
    ? await termbaseIn(join(folder, 'termbase.csv'))
    : await curatedGlossary()
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort()
  const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  const documents = files.flatMap((text, at) => documentsIn(text, `${subject}/${names[at]!.replace(/\.txt$/u, '')}`))
  return { subject, concepts, documents }
}

async function termbaseIn(file: string): Promise<readonly Concept[]> {
  const { concepts, problems } = readGlossaryCsv(await readFile(file, 'utf8'))
  if (problems.length > 0) throw new Error(`${file}: line ${problems[0]!.line}`)
  return concepts
}

/** @throws Error that names the line which cannot be read. */
export function documentsIn(file: string, phenomenon: string): CorpusDocument[] {
  const documents: (CorpusDocument & { pairs: Pair[] })[] = []
  let open: (CorpusDocument & { pairs: Pair[] }) | undefined
  let date = DATE
  let trap = false
  let french: LabelledText | undefined

  for (const [index, line] of file.split('\n').entries()) {
    const where = `${phenomenon}.txt, line ${index + 1}`
    const [, word = '', rest = ''] = /^(\S*)\s*(.*?)\s*$/u.exec(line)!
    if (word === '' || word.startsWith('#')) continue
    if (word === 'document') {
      open = { date: rest || DATE, pairs: [] }
      documents.push(open)
    } else if (word === 'end') open = undefined
    else if (word === 'date') date = rest
    else if (word === 'trap') trap = true
    else if (word === 'fr' && french === undefined) french = labelled(rest, where)
    else if (word === 'en' && french !== undefined) {
      const pair = { phenomenon, line: index, french, english: labelled(rest, where), trap }
      if (open) open.pairs.push(pair)
      else documents.push({ date, pairs: [pair] })
      date = DATE
      trap = false
      french = undefined
    } else throw new Error(`${where}: “${line}” is not expected here`)
  }
  if (french !== undefined) throw new Error(`${phenomenon}.txt ends with a text that has no translation`)
  return documents
}

const PIECE = /\{([\w-]+)(?: ([\w-]+))?:|\}|<\/?\d+\/?>|\\[nt]|\\u([\dA-Fa-f]{4})|[^{}<\\]+|./gu

function labelled(written: string, where: string): LabelledText {
  const labels: Label[] = []
  let text = ''
  let label: Label | undefined
  for (const [piece, concept, verdict = 'rendered', code] of written.matchAll(PIECE)) {
    if (concept !== undefined) {
      if (label) throw new Error(`${where}: a label inside a label`)
      if (!isVerdict(verdict)) throw new Error(`${where}: no such verdict: ${verdict}`)
      label = { concept, verdict, start: text.length, end: 0 }
    } else if (piece === '}') {
      if (!label) throw new Error(`${where}: a label ends that did not begin`)
      labels.push({ ...label, end: text.length })
      label = undefined
    } else if (code !== undefined) text += String.fromCharCode(Number.parseInt(code, 16))
    else if (piece === '\\n') text += '\n'
    else if (piece === '\\t') text += '\t'
    else if (!/^<\/?\d/u.test(piece)) text += piece
  }
  if (label) throw new Error(`${where}: a label that does not end`)
  return { text, labels }
}

const isVerdict = (word: string): word is Verdict => (VERDICTS as readonly string[]).includes(word)
