import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Concept } from '../../../glossary/concept.ts'
import type { GlossaryFormat } from '../../../glossary/formats/format.ts'
import { tbx, tbxV2 } from '../../../glossary/formats/tbx.ts'
import { readXml } from '../../../src/text/readXml.ts'
import { chunked } from '../../formats/streams.ts'
import { glossaries } from './concepts.ts'

const STANDARDS = join(import.meta.dirname, '../../../../shared/standards')

const run = promisify(execFile)
const write = (format: GlossaryFormat, concepts: readonly Concept[]) => [...format.write(concepts)].join('')

/** Many concepts and few, whatever they hold. */
const documents = fc
  .sample(glossaries, { seed: 30042, numRuns: 300 })
  .filter((concepts) => concepts.length > 0)
  .slice(0, 60)
documents.push([...new Map(documents.flat().map((concept) => [concept.id, concept])).values()])

/** The element a data category is, where it may stand, and the words it may hold. */
type Rule = readonly [element: string, parents: readonly string[], values?: readonly string[]]

const STATUSES = ['preferred', 'admitted', 'superseded', 'deprecated'].map((status) => `${status}Term-admn-sts`)
const PARTS_OF_SPEECH = ['noun', 'verb', 'adjective', 'adverb', 'other']
const TERM_TYPES = ['fullForm', 'acronym', 'abbreviation', 'shortForm', 'variant', 'phrase']

/** The rules of TBX-Basic_DCA.sch for the categories we write; there are no others in our files. */
const BASIC: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['administrativeStatus', ['termNote', ['termSec'], STATUSES]],
  ['partOfSpeech', ['termNote', ['termSec'], PARTS_OF_SPEECH]],
  ['termType', ['termNote', ['termSec'], TERM_TYPES]],
  ['grammaticalGender', ['termNote', ['termSec'], ['masculine', 'feminine', 'neuter', 'other']]],
  ['subjectField', ['descrip', ['conceptEntry']]],
  ['definition', ['descrip', ['conceptEntry', 'langSec']]],
  ['context', ['descrip', ['termSec']]],
  ['source', ['admin', ['conceptEntry', 'langSec', 'termSec']]],
])

/** The default data categories of ISO 30042:2008, likewise. */
const DEFAULT: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['administrativeStatus', ['termNote', ['tig'], STATUSES]],
  ['partOfSpeech', ['termNote', ['tig']]],
  ['termType', ['termNote', ['tig'], [...TERM_TYPES.slice(0, -1), 'phraseologicalUnit']]],
  ['grammaticalGender', ['termNote', ['tig'], ['masculine', 'feminine', 'neuter', 'otherGender']]],
  ['grammaticalNumber', ['termNote', ['tig'], ['singular', 'plural', 'dual', 'mass', 'otherNumber']]],
  ['subjectField', ['descrip', ['termEntry']]],
  ['definition', ['descrip', ['langSet', 'termEntry', 'tig']]],
  ['context', ['descrip', ['tig']]],
  ['source', ['admin', ['termEntry', 'langSet', 'tig']]],
  ['XCSURI', ['p', ['encodingDesc'], ['TBXXCSV02.xcs']]],
])

/** The elements of a file that name a data category where it may not stand, or say in it what it may not hold. */
async function* strays(file: string, rules: ReadonlyMap<string, Rule>): AsyncGenerator<string> {
  const open: { name: string; type: string | undefined; text: string }[] = []
  for await (const events of readXml(chunked(file))) {
    for (const event of events) {
      if (event.type === 'text') {
        for (const element of open) element.text += event.text
      } else if (event.type === 'open') {
        open.push({ name: event.name, type: event.attributes['type'], text: '' })
      } else {
        const { name, type, text } = open.pop()!
        if (type === undefined || open.length === 0) continue
        const [element, parents = [], values = [text]] = rules.get(type) ?? []
        const parent = open.at(-1)!.name
        if (element !== name || !parents.includes(parent) || !values.includes(text)) {
          yield `${parent} ${name} ${type}: ${text}`
        }
      }
    }
  }
}

test.each([
  ['TBX-Basic', tbx, BASIC],
  ['the default categories of TBX 2', tbxV2, DEFAULT],
])('every category is in its place: %s', async (_, format, rules) => {
  const found: string[] = []
  for (const document of documents) {
    for await (const stray of strays(write(format, document), rules)) found.push(stray)
  }
  expect(found).toEqual([])
})

test('ids are names of XML, and nobody’s twice', () => {
  for (const document of documents) {
    const ids = [...write(tbx, document).matchAll(/<conceptEntry id="([^"]*)">/gu)].map(([, id]) => id!)
    expect(ids.filter((id) => !/^[A-Za-z_\u00C0-\u00FF][\w.\u00C0-\u00FF-]*$/u.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(document.length)
  }
})

/** It asks for the schema of the `xml:` attributes, which stands in another folder. */
const omegatSchema = async () =>
  (await readFile(join(STANDARDS, 'tbx-v2/omegat-tbx.xsd'), 'utf8')).replace(
    'schemaLocation="xml.xsd"',
    `schemaLocation="${join(STANDARDS, 'xliff12/xml.xsd')}"`,
  )

test.skipIf(!existsSync(STANDARDS))(
  'valid by RELAX NG, DTD and OmegaT’s schema (skipped where ../shared or xmllint is absent)',
  async (context) => {
    const directory = await mkdtemp(join(tmpdir(), 'visavis-tbx-'))
    const valid = async (format: GlossaryFormat, ...by: string[]) => {
      const files = documents.map((_, at) => join(directory, `${at}.tbx`))
      await Promise.all(documents.map((document, at) => writeFile(files[at]!, write(format, document))))
      await run('xmllint', ['--noout', '--nonet', ...by, ...files])
    }
    try {
      await writeFile(join(directory, 'omegat.xsd'), await omegatSchema())
      await valid(tbx, '--relaxng', join(STANDARDS, 'tbx-v3/TBXcoreStructV03_TBX-Linguist_integrated.rng'))
      await valid(tbxV2, '--dtdvalid', join(STANDARDS, 'tbx-v2/TBXcoreStructV02.dtd'))
      await valid(tbxV2, '--schema', join(directory, 'omegat.xsd'))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
      context.skip('xmllint is not installed')
    } finally {
      await rm(directory, { recursive: true })
    }
  },
)
