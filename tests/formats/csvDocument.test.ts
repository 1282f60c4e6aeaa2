import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EncodingUnknown, FormatError } from '../../src/errors.ts'
import { csv } from '../../src/formats/csv.ts'
import { csvDocument } from '../../src/formats/csvDocument.ts'
import { rowsOf } from '../../src/formats/csvRows.ts'
import type { Original, Replacement } from '../../src/formats/document.ts'
import type { LanguagePair, State } from '../../src/unit.ts'
import { decoded, paragraphsOf, utf8 } from './originals.ts'
import { FR_EN, joined } from './streams.ts'

const read = (text: string, languages?: LanguagePair) => paragraphsOf(csvDocument, utf8(text), languages)
const shown = async (text: string) =>
  (await read(text)).map(({ text, translation }) => [text, translation!.target, translation!.state])

/** The table with these translations, told by their sources. */
async function bytesWith(
  original: Original,
  targets: Readonly<Record<string, string>>,
  state: State = 'translated',
  languages = FR_EN,
): Promise<Uint8Array> {
  const replacements = (await paragraphsOf(csvDocument, original, languages)).flatMap(
    ({ slot, text, codes }): Replacement[] => {
      const target = targets[text]
      return target === undefined ? [] : [{ slot, codes, text: target, state }]
    },
  )
  return csvDocument.finish(original, replacements, languages)
}
const finished = async (text: string, targets: Readonly<Record<string, string>>, state?: State, languages = FR_EN) =>
  decoded(await bytesWith(utf8(text), targets, state, languages))

describe('what is read', () => {
  test.each<[name: string, table: string, rows: string[][]]>([
    ['commas', 'source,target\nOui,Yes\n', [['Oui', 'Yes', 'translated']]],
    ['semicolons', 'note;source;target\r\nx;Oui, non;\r\n', [['Oui, non', '', 'initial']]],
    [
      'tabs, with quotation marks that mean themselves',
      'source\ttarget\nLe "mot"\t"a" b\n"Oui\tYes',
      [
        ['Le "mot"', '"a" b', 'translated'],
        ['"Oui', 'Yes', 'translated'],
      ],
    ],
    ['a first line for Excel', 'sep=;\r\nsource;target\r\nOui;Yes\r\n', [['Oui', 'Yes', 'translated']]],
    ['languages', 'EN,fr-FR\nYes,Oui', [['Oui', 'Yes', 'translated']]],
    [
      'states',
      'source,target,state\nOui,Yes,Approved\nNon,,',
      [
        ['Oui', 'Yes', 'approved'],
        ['Non', '', 'initial'],
      ],
    ],
    ['lines in a cell', '\uFEFF"source","target"\r\n"a ""b""\r\n\r\nc","d"', [['a "b"\r\n\r\nc', 'd', 'translated']]],
    ['no column for translations', 'id,source\n1,Oui', [['Oui', '', 'initial']]],
    [
      'short rows, and long ones of nothing',
      'source,target,note\nOui\nNon,No,,,',
      [
        ['Oui', '', 'initial'],
        ['Non', 'No', 'translated'],
      ],
    ],
    ['empty rows and rows without a source', '\nsource,target\n\n,\n,x\nOui,\n\n', [['Oui', '', 'initial']]],
    ['apostrophes before what a spreadsheet would compute', "source,target\n'-1,'=A\n", [['-1', '=A', 'translated']]],
    [
      'and such as mean themselves, where others have none',
      "source,target\n'-1,\n-1,\n",
      [
        ["'-1", '', 'initial'],
        ['-1', '', 'initial'],
      ],
    ],
  ])('%s', async (_, table, rows) => {
    expect(await shown(table)).toEqual(rows)
  })

  test('paragraphs, notes and codes of our own download', async () => {
    const unit = {
      source: 'Le <1>mot</1>',
      target: '',
      state: 'initial',
      document: 'a',
      paragraph: 1,
      note: 'x',
    } as const
    const file = await joined(
      csv.write(
        [
          { ...unit, codes: [{ number: 1, open: '<b>', close: '</b>' }] },
          unit,
          { ...unit, document: 'b' },
          { ...unit, document: 'b', paragraph: 2 },
        ],
        FR_EN,
      ),
    )
    const paragraphs = await read(file)
    expect(paragraphs.map(({ continues }) => continues ?? false)).toEqual([false, true, false, false])
    expect(paragraphs[0]).toMatchObject({
      codes: [{ number: 1, open: '<b>', close: '</b>' }],
      translation: { target: '', state: 'initial', note: 'x' },
    })
  })

  test('columns by the languages asked for, French and English where nobody says', async () => {
    const table = 'de,en,fr\nJa,Yes,Oui'
    expect(await read(table, { source: 'de', target: 'fr' })).toMatchObject([
      { text: 'Ja', translation: { target: 'Oui' } },
    ])
    expect(await read(table)).toMatchObject([{ text: 'Oui', translation: { target: 'Yes' } }])
  })

  test.each([
    ['no header', 'Oui,Yes\n', /^Line 1: .*must name the columns/u],
    ['no source', 'target,note\nYes,\n', /^Line 1: .*must name the columns/u],
    ['a quotation mark nobody closes', 'source,target\n"a\nb",\n"Oui,\n', /^Line 4: .*nothing closes it/u],
    ['a stray one', 'source,target\n\r\nO"ui,\n', /^Line 3: A quotation mark stands inside/u],
    ['words behind one', 'source,target\n"Oui"i,\n', /^Line 2: A quotation mark stands inside/u],
    ['more cells than columns', 'source,target\nOui, bien sûr,Yes\n', /^Line 2: This row does not have as many/u],
    ['a state nobody knows', 'source,target,state\nOui,,done\n', /^Line 2: “done” is not a state/u],
  ])('refused: %s', async (_, table, message) => {
    await expect(read(table)).rejects.toThrow(FormatError)
    await expect(read(table)).rejects.toThrow(message)
  })
})

describe('what is written', () => {
  test.each<[name: string, table: string, targets: Record<string, string>, written: string]>([
    [
      'one cell, and nothing else',
      '\uFEFFsource;target ;x\r\n Oui;;"é"\nNon;No;\r',
      { ' Oui': 'Yes' },
      '\uFEFFsource;target ;x\r\n Oui;Yes;"é"\nNon;No;\r',
    ],
    [
      'quotation marks where there were some',
      '"source","target"\n"Oui",""\n',
      { Oui: 'Yes' },
      '"source","target"\n"Oui","Yes"\n',
    ],
    [
      'and where there have to be',
      'source,target\na,\nb,\nc,x\nd,',
      { a: 'x,y', b: 'say "x"', c: ' z', d: 'e;f' },
      'source,target\na,"x,y"\nb,"say ""x"""\nc," z"\nd,"e;f"',
    ],
    [
      'none for quotation marks between tabs',
      'source\ttarget\na\t\nb\t',
      { a: 'say "x"', b: '"x"' },
      'source\ttarget\na\tsay "x"\nb\t"""x"""',
    ],
    [
      'lines as in the source',
      'source,target\r\n"a\r\nb",\r\n',
      { 'a\r\nb': 'c\nd' },
      'source,target\r\n"a\r\nb","c\r\nd"\r\n',
    ],
    [
      'the state',
      'state,source,target\ninitial,Oui,\n,Non,No',
      { Oui: 'Yes', Non: 'No' },
      'state,source,target\ntranslated,Oui,Yes\n,Non,No',
    ],
    [
      'a column of its own',
      'source,note\nOui,x\n\n,\nNon\n',
      { Oui: 'Yes' },
      'source,note,target\nOui,x,Yes\n\n,,\nNon,,\n',
    ],
    ['named as the other', 'fr;note\r\n"Oui";x', { Oui: 'Yes' }, 'fr;note;en\r\n"Oui";x;"Yes"'],
    [
      'the end of a short row',
      'source,note,target,state\nOui\n',
      { Oui: 'Yes' },
      'source,note,target,state\nOui,,Yes,translated\n',
    ],
    [
      'apostrophes, where the table has them',
      "source,target\n'-a,\nb,",
      { '-a': '-x', b: '=y' },
      "source,target\n'-a,'-x\nb,'=y",
    ],
    [
      'none where a column says that there are none',
      "source,target,codes,exact\n'-a,,,",
      { "'-a": '=x' },
      "source,target,codes,exact\n'-a,=x,,",
    ],
    ['none where it has not', 'source,target\n- a,\nb,', { '- a': '- x', b: '=y' }, 'source,target\n- a,- x\nb,=y'],
    ['nothing where nothing changes', 'fr\nOui', {}, 'fr\nOui'],
    ['a translation taken back', 'source,target\nOui,Yes', { Oui: '' }, 'source,target\nOui,'],
  ])('%s', async (_, table, targets, written) => {
    expect(await finished(table, targets)).toBe(written)
  })

  test.each<[was: State, now: State, written: State]>([
    ['draft', 'approved', 'approved'],
    ['approved', 'translated', 'approved'],
    ['translated', 'draft', 'translated'],
  ])('a text that stays takes no state away: %s, %s', async (was, now, written) => {
    const table = (state: State) => `source,target,state\nOui,Yes,${state}\n`
    expect(await finished(table(was), { Oui: 'Yes' }, now)).toBe(table(written))
    expect(await finished(table(was), { Oui: 'Yeah' }, now)).toBe(table(now).replace('Yes', 'Yeah'))
  })

  test('our own download, with apostrophes though none stands in it yet', async () => {
    const file = await joined(csv.write([{ source: 'Oui', target: '', state: 'initial' }], FR_EN))
    expect(await finished(file, { Oui: '=1' })).toContain("Oui,'=1,,translated")
    expect(await shown(await finished(file, { Oui: '=1' }))).toEqual([['Oui', '=1', 'translated']])
  })

  test('in Windows-1252, once somebody said so', async () => {
    const bytes = Uint8Array.from(Buffer.from('fr;en\r\n\xE9t\xE9;\r\n', 'latin1'))
    await expect(paragraphsOf(csvDocument, { bytes })).rejects.toThrow(EncodingUnknown)
    const written = await bytesWith({ bytes, encoding: 'windows-1252' }, { été: 'café' })
    expect(Buffer.from(written).toString('latin1')).toBe('fr;en\r\n\xE9t\xE9;caf\xE9\r\n')
  })
})

const cell = fc
  .array(fc.constantFrom('a', 'é', '"', ',', ';', '\t', '\n', ' ', "'", '=', '-', '<1>', '😀'), { maxLength: 6 })
  .map((parts) => parts.join(''))
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

test('any translation comes back as it was written, and every other cell stays', async () => {
  const table = fc.tuple(
    fc.constantFrom(',', ';', '\t'),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.array(fc.tuple(cell, cell, fc.option(cell)), { minLength: 1, maxLength: 6 }),
    fc.boolean(),
  )
  await fc.assert(
    fc.asyncProperty(table, async ([delimiter, lineEnd, rows, hasTarget]) => {
      const header = ['x', 'source', ...(hasTarget ? ['target'] : [])]
      const lines = rows.map(([x, source, target]) => [x, `s${source}`, ...(hasTarget ? [target ?? ''] : [])])
      const text = [header, ...lines].map((cells) => cells.map(quoted).join(delimiter)).join(lineEnd)
      const original = utf8(text)
      const paragraphs = await paragraphsOf(csvDocument, original)
      expect(Buffer.from(await csvDocument.finish(original, [], FR_EN)).toString()).toBe(text)

      const replacements = paragraphs.flatMap(({ slot, codes }, nth): Replacement[] => {
        const target = rows[nth]![2]
        return target === null ? [] : [{ slot, codes, text: `${target}!`, state: 'translated' }]
      })
      const bytes = await csvDocument.finish(original, replacements, FR_EN)
      const again = await paragraphsOf(csvDocument, { bytes })
      const targets = rows.map(([, , target]) => (target === null ? '' : `${target}!`))
      expect(again.map(({ translation }) => translation!.target)).toEqual(targets)
      expect(again.map(({ text }) => text)).toEqual(paragraphs.map(({ text }) => text))
      const cells = [...rowsOf(Buffer.from(bytes).toString(), delimiter)].map(({ cells }) => cells[0]!.text)
      expect(cells).toEqual(['x', ...rows.map(([x]) => x)])
    }),
    { numRuns: 500 },
  )
}, 60_000)

test('whatever it is given, it is read or refused', async () => {
  const parts = fc.constantFrom(
    'source',
    'target',
    'fr',
    'state',
    ',',
    ';',
    '\t',
    '"',
    '""',
    '\n',
    '\r\n',
    '\r',
    'a',
    ' ',
    "'=",
  )
  await fc.assert(
    fc.asyncProperty(fc.array(parts, { maxLength: 30 }), async (parts) => {
      const original = utf8(`source,target\n${parts.join('')}`)
      try {
        await paragraphsOf(csvDocument, original)
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError)
        return
      }
      expect(Buffer.from(await csvDocument.finish(original, [], FR_EN))).toEqual(Buffer.from(original.bytes))
    }),
    { numRuns: 1000 },
  )
}, 60_000)

test.each([
  ['rows', `source,target\n${'a,b\n'.repeat(100_000)}`],
  ['cells of quotation marks', `source,target\n${'"""",""\n'.repeat(50_000)}`],
  ['one cell', `source,target\n"${'""'.repeat(500_000)}",`],
  ['stray quotation marks between tabs', `source\ttarget\n${'"a\tb"c\n'.repeat(50_000)}`],
  ['empty lines', `source,target${'\n'.repeat(500_000)}`],
])(
  'a hundred thousand %s take no time',
  async (_, table) => {
    const before = process.cpuUsage().user
    expect(await finished(table, {})).toBe(table)
    expect((process.cpuUsage().user - before) / 1000).toBeLessThan(4_000)
  },
  60_000,
)
