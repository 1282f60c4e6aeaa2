import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Format } from '../../src/formats/format.ts'
import { xliff, xliff12 } from '../../src/formats/xliff.ts'
import type { Code, Unit } from '../../src/unit.ts'
import { chunked, FR_EN, joined, unplaced } from './streams.ts'
import { units } from './units.ts'

const STANDARDS = join(import.meta.dirname, '../../../shared/standards')
const run = promisify(execFile)

const write = (format: Format, ...document: readonly Unit[]) => joined(format.write(document, FR_EN))
const read = (file: string) => unplaced(xliff.read(chunked(file), FR_EN))

const BOLD: Code = { number: 1, open: '<b>', close: '</b>' }
const ITALIC: Code = { number: 2, open: '<i>', close: '</i>' }
const BREAK: Code = { number: 3, open: '<br/>' }
const translated = (source: string, target = ''): Unit => ({ source, target, state: target ? 'translated' : 'initial' })

describe('what tools see', () => {
  test.each<[string, Unit, string[], string[]]>([
    [
      'a draft is told from what nobody has touched',
      { source: 'Oui', target: 'Yes', state: 'draft' },
      ['<segment state="initial" subState="visavis:draft"><source>Oui</source><target>Yes</target>'],
      ['<target state="needs-review-translation">Yes</target>'],
    ],
    [
      'what is approved is final',
      { source: 'Oui', target: 'Yes', state: 'approved' },
      ['<segment state="final">'],
      [' approved="yes"', '<target state="final">'],
    ],
    [
      'without a target there is no state',
      { source: 'Oui', target: '', state: 'draft' },
      ['<segment><source>Oui</source></segment>', '<mda:meta type="state">draft</mda:meta>'],
      ['<source>Oui</source>\n<context-group', '"x-visavis-state">draft</context>'],
    ],
    [
      'an id has the name people know it by',
      { ...translated('Oui'), id: 'menu.yes "1"' },
      ['<unit id="u1" name="menu.yes &quot;1&quot;">'],
      ['<trans-unit id="1" resname="menu.yes &quot;1&quot;"'],
    ],
    [
      'pairs that nest, and a code alone',
      { ...translated('<1>a<2>b</2></1><3/>'), codes: [BOLD, ITALIC, BREAK] },
      [
        '<pc id="1" dataRefStart="d1" dataRefEnd="e1">a<pc id="2" dataRefStart="d2" dataRefEnd="e2">b</pc></pc><ph id="3" dataRef="d3"/>',
        '<data id="d1">&lt;b&gt;</data><data id="e1">&lt;/b&gt;</data>',
      ],
      [
        '<bpt id="1" rid="1">&lt;b&gt;</bpt>a<bpt id="2" rid="2">&lt;i&gt;</bpt>b<ept id="2" rid="2">&lt;/i&gt;</ept><ept id="1" rid="1">&lt;/b&gt;</ept><ph id="3">&lt;br/&gt;</ph>',
      ],
    ],
    [
      'pairs that cross',
      { ...translated('<1>a<2>b</1>c</2>'), codes: [BOLD, ITALIC] },
      [
        '<sc id="1" dataRef="d1"/>a<sc id="2" dataRef="d2"/>b<ec startRef="1" dataRef="e1"/>c<ec startRef="2" dataRef="e2"/>',
      ],
      ['<bpt id="1" rid="1">', '<ept id="1" rid="1">&lt;/b&gt;</ept>c<ept id="2" rid="2">'],
    ],
    [
      'halves without the other, whose native code is kept all the same',
      { ...translated('a</1>b<2>c'), codes: [BOLD, ITALIC] },
      [
        'a<ec id="1" dataRef="e1" isolated="yes"/>b<sc id="2" dataRef="d2" isolated="yes"/>c',
        '<mda:meta type="codes">',
      ],
      ['<it id="1" pos="close">&lt;/b&gt;</it>b<it id="2" pos="open">&lt;i&gt;</it>', '"x-visavis-codes">'],
    ],
    [
      'a code that comes again has an id of its own and the native code of the first',
      { ...translated('<1>a</1> <1>b</1>'), codes: [BOLD] },
      [
        '<pc id="1" dataRefStart="d1" dataRefEnd="e1">a</pc> <pc id="1-again1" dataRefStart="d1" dataRefEnd="e1">b</pc>',
      ],
      ['<bpt id="1-again1" rid="1-again1">'],
    ],
    [
      'a character no XML can hold',
      translated('Ctrl+C=\u0003\uFFFE'),
      ['Ctrl+C=<cp hex="0003"/><cp hex="FFFE"/>'],
      ['Ctrl+C=\uFFFD\uFFFD'],
    ],
  ])('%s', async (_, unit, in2, in12) => {
    const two = await write(xliff, unit)
    const one = await write(xliff12, unit)
    for (const part of in2) expect(two).toContain(part)
    for (const part of in12) expect(one).toContain(part)
    expect(await read(two)).toEqual([unit])
  })

  test('one file a document, and another where it comes again', async () => {
    const documents = ['a.md', 'a.md', 'b.md', undefined, 'a.md']
    const written = documents.map((document) => ({ ...translated('Oui'), ...(document && { document }) }))
    for (const format of [xliff, xliff12]) {
      const file = await write(format, ...written)
      expect([...file.matchAll(/<file .*?(?:original="(.*?)"|canRes)/gu)].map(([, name]) => name || undefined)).toEqual(
        ['a.md', 'b.md', undefined, 'a.md'],
      )
      expect(await read(file)).toEqual(written)
    }
  })

  test('pairs a hundred and more deep are read again', async () => {
    const numbers = Array.from({ length: 300 }, (_, at) => at + 1)
    const source =
      numbers.map((at) => `<${at}>`).join('') +
      numbers
        .map((at) => `</${at}>`)
        .reverse()
        .join('')
    const unit = { ...translated(source), codes: numbers.map((number) => ({ number, open: 'o', close: 'c' })) }
    for (const format of [xliff, xliff12]) expect(await read(await write(format, unit))).toEqual([unit])
  })

  test('100,000 tags in one segment cost what they weigh', async () => {
    const started = process.cpuUsage().user
    const source = '<1><2></1><3/>'.repeat(25_000) + '</2>'.repeat(25_000)
    const unit = { ...translated(source), codes: [BOLD, ITALIC, BREAK] }
    for (const format of [xliff, xliff12]) expect(await write(format, unit)).toContain('</xliff>')
    expect((process.cpuUsage().user - started) / 1000).toBeLessThan(5000)
  }, 30_000)

  test('what another tool changes is what comes back', async () => {
    const draft = { ...translated('Oui', 'Yes'), state: 'draft', id: '7', position: 3 } as const
    const file = await write(xliff, draft)
    const back = file
      .replace('state="initial" subState="visavis:draft"', 'id="s1" state="reviewed"')
      .replace('<target>Yes', '<target>Indeed')
    expect(await read(back)).toEqual([{ ...draft, target: 'Indeed', state: 'approved' }])
  })
})

describe.skipIf(!existsSync(STANDARDS))('by the schemas (skipped where ../shared or xmllint is absent)', () => {
  const documents = [fc.sample(units, { seed: 21, numRuns: 300 }), [], fc.sample(units, { seed: 12, numRuns: 30 })]

  /** A schema file in a folder of its own that needs nothing from elsewhere. */
  const SCHEMAS: readonly [string, Format, (folder: string) => Promise<string>][] = [
    ['2.1', xliff, inOne],
    ['1.2 strict', xliff12, (folder) => patched(folder, 'xliff-core-1.2-strict.xsd')],
    ['1.2 transitional', xliff12, (folder) => patched(folder, 'xliff-core-1.2-transitional.xsd')],
  ]

  async function patched(folder: string, name: string): Promise<string> {
    const schema = await readFile(join(STANDARDS, 'xliff12', name), 'utf8')
    const local = schema.replace('http://www.w3.org/2001/xml.xsd', join(STANDARDS, 'xliff12/xml.xsd'))
    expect(local).not.toBe(schema)
    await writeFile(join(folder, name), local)
    return join(folder, name)
  }

  async function inOne(folder: string): Promise<string> {
    const both = [
      ['document', 'xliff_core_2.0.xsd'],
      ['metadata', 'metadata.xsd'],
    ].map(
      ([name, file]) =>
        `<xs:import namespace="urn:oasis:names:tc:xliff:${name}:2.0" schemaLocation="${join(STANDARDS, 'xliff21', file!)}"/>`,
    )
    const path = join(folder, 'both.xsd')
    await writeFile(path, `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${both.join('')}</xs:schema>`)
    return path
  }

  test.for(SCHEMAS)('%s', async ([, format, schemaIn], context) => {
    const folder = await mkdtemp(join(tmpdir(), 'visavis-xliff-'))
    try {
      const schema = await schemaIn(folder)
      for (const [index, document] of documents.entries()) {
        const file = join(folder, `${index}.xlf`)
        await writeFile(file, await joined(format.write(document, { source: 'fr-FR', target: 'en-GB' })))
        await run('xmllint', ['--noout', '--nonet', '--schema', schema, file])
      }
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') context.skip('xmllint is not installed')
      throw error
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
