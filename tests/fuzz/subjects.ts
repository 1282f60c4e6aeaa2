import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Invalid } from '../../src/errors.ts'
import type { DocumentFormat, Replacement } from '../../src/formats/document.ts'
import { DOCUMENT_FORMATS } from '../../src/formats/documents.ts'
import type { BilingualReader } from '../../src/formats/format.ts'
import { FORMATS, READABLE } from '../../src/formats/index.ts'
import { decodeStream } from '../../src/text/decode.ts'
import { FR_EN, joined } from '../formats/streams.ts'
import { retold, samples } from '../formats/writings.ts'

/** A reader to be given damaged files, and the whole ones they are made of. */
export interface Subject {
  name: string
  files: readonly Uint8Array[]
  /** What becomes of a file. Anything it throws is a fault of ours. */
  attempt(file: Uint8Array): Promise<'read' | 'refused'>
}

async function refusing(read: () => Promise<void>): Promise<'read' | 'refused'> {
  try {
    await read()
    return 'read'
  } catch (error) {
    if (error instanceof Invalid) return 'refused'
    throw error
  }
}

async function* once<Thing>(thing: Thing): AsyncGenerator<Thing> {
  yield thing
}

const bilingual = async (format: BilingualReader): Promise<Subject> => ({
  name: `${format.id} (units)`,
  files: [...(await fixturesOf(format)), ...(await written(format)), ...(await realFiles(format.extensions))],
  attempt: (file) =>
    refusing(async () => {
      for await (const _ of format.read(decodeStream(once(file)), FR_EN));
    }),
})

const document = async (format: DocumentFormat): Promise<Subject> => ({
  name: `${format.id} (document)`,
  files: [...samples(format.id), ...(await realFiles(format.extensions))],
  attempt: (bytes) =>
    refusing(async () => {
      const replacements: Replacement[] = []
      for await (const paragraph of format.read({ bytes })) {
        const { slot, codes } = paragraph
        replacements.push({ slot, codes, text: retold(paragraph), state: 'approved' })
      }
      await format.finish({ bytes }, replacements, FR_EN)
    }),
})

const FIXTURES = join(import.meta.dirname, '../fixtures')

async function fixturesOf({ id, extensions }: BilingualReader): Promise<Uint8Array[]> {
  const folder = join(FIXTURES, id)
  const names = existsSync(folder) ? await readdir(folder) : []
  const files = names.filter((name) => extensions.some((extension) => name.endsWith(extension)))
  return Promise.all(files.map((name) => readFile(join(folder, name))))
}

const written = ({ id }: BilingualReader): Promise<Uint8Array[]> =>
  Promise.all(
    FORMATS.filter((format) => format.id === id).map(async ({ write }) =>
      Buffer.from(
        await joined(
          write(
            [
              { source: 'Le <1>Groupe</1> parle.', target: 'The <1>Group</1> speaks.', state: 'draft', codes: [BOLD] },
              { source: '« Oui »', target: '', state: 'initial', note: 'À revoir', id: '2' },
            ],
            FR_EN,
          ),
        ),
      ),
    ),
  )

const BOLD = { number: 1, open: '<b>', close: '</b>' }

const CORPORA = '../shared/corpora'
/** Bytes: damage in a larger file is read past too often. */
const LARGEST = 100_000

/** What the public test files add, where they are. */
async function realFiles(extensions: readonly string[]): Promise<Uint8Array[]> {
  if (!existsSync(CORPORA)) return []
  const files: Uint8Array[] = []
  for (const name of (await readdir(CORPORA, { recursive: true })).sort()) {
    const path = join(CORPORA, name)
    if (!extensions.some((extension) => name.endsWith(extension)) || (await stat(path)).size > LARGEST) continue
    files.push(await readFile(path))
  }
  return files
}

/** Every reader there is, with files that it reads as they are. */
export async function subjects(): Promise<Subject[]> {
  const all = await Promise.all([...READABLE.map(bilingual), ...DOCUMENT_FORMATS.map(document)])
  const read = all.map(async ({ files, ...subject }) => {
    const outcomes = await Promise.all(files.map(subject.attempt))
    return { ...subject, files: files.filter((_, at) => outcomes[at] === 'read') }
  })
  return Promise.all(read)
}
