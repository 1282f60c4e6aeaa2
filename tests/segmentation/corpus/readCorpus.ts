import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A text whose sentences are marked by hand; joined with a space they are the text. */
export interface LabelledText {
  language: string
  /** The file it stands in, and the line it begins on. */
  phenomenon: string
  line: number
  sentences: readonly string[]
}

const FOLDER = fileURLToPath(new URL('.', import.meta.url))
const LANGUAGES = ['fr', 'en']

/** The labelled corpus, a folder a language: `README.md` beside them says how the files are written. */
export async function readCorpus(): Promise<LabelledText[]> {
  const texts = await Promise.all(LANGUAGES.map(readLanguage))
  return texts.flat()
}

async function readLanguage(language: string): Promise<LabelledText[]> {
  const folder = join(FOLDER, language)
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort()
  const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return files.flatMap((file, at) => textsIn(file, language, `${language}/${names[at]!.replace(/\.txt$/u, '')}`))
}

export function textsIn(file: string, language: string, phenomenon: string): LabelledText[] {
  const texts: (LabelledText & { sentences: string[] })[] = []
  let open: (LabelledText & { sentences: string[] }) | undefined
  for (const [index, written] of file.split('\n').entries()) {
    const line = written.trim()
    if (line === '') open = undefined
    if (line === '' || line.startsWith('# ')) continue
    if (open === undefined) {
      open = { language, phenomenon, line: index + 1, sentences: [] }
      texts.push(open)
    }
    open.sentences.push(
      line.replace(/\\u([\dA-Fa-f]{4})/gu, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    )
  }
  return texts
}

/** Begins as a sentence does, and ends as one: a headline is not to be told from what follows it. */
const PROSE = /^(?:[«“"'(]\s?)*[\p{Lu}\p{N}].*[.!?…](?:\s?[»”"')\]])*$/u

/** The sentences of prose in a treebank (CoNLL-U), eight to a text: where one text ends and the next begins nothing is asked. */
export function textsOfTreebank(file: string, language: string, phenomenon: string): LabelledText[] {
  const all = [...file.matchAll(/^# text = (.*\S)/gmu)].map(([, sentence]) => sentence!)
  const sentences = all.filter((sentence) => PROSE.test(sentence))
  const texts: LabelledText[] = []
  for (let at = 0; at < sentences.length; at += 8) {
    texts.push({ language, phenomenon, line: at + 1, sentences: sentences.slice(at, at + 8) })
  }
  return texts
}

/** The cases of the first part of a specification of pragmatic_segmenter that it does not itself pass over. */
export function textsOfSpecification(file: string, language: string, phenomenon: string): LabelledText[] {
  const [, first = ''] = file.split(/^ {2}(?:context|describe) /mu)
  return [...first.matchAll(/^ {4}it [\s\S]*?eq\(\[(.*)\]\)/gmu)].map(([, list], at) => ({
    language,
    phenomenon,
    line: at + 1,
    sentences: [...list!.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/gu)].map(([, double, single = '']) =>
      (double ?? single).replace(/\\(.)/gu, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped)),
    ),
  }))
}
