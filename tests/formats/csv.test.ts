import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csv, csvExact, csvSemicolon, tsv } from '../../src/formats/csv.ts'
import { neutralised, restored } from '../../src/formats/formulas.ts'
import type { Unit } from '../../src/unit.ts'
import { chunked, FR_EN, joined, refusal, unplaced } from './streams.ts'

const write = (document: readonly Unit[]) => joined(csv.write(document, FR_EN))
const read = (file: string, size?: number) => unplaced(csv.read(chunked(file, size), FR_EN))
const YES: Unit = { source: 'Oui', target: 'Yes', state: 'translated' }

describe('what is read', () => {
  test.each([
    ['commas', 'source,target\nOui,Yes\n'],
    ['semicolons, as Excel writes in France', 'source;target\r\nOui;Yes\r\n'],
    ['a first line for Excel', '\uFEFFsep=;\r\nsource;target\r\nOui;Yes\r\n'],
    ['tabs', 'source\ttarget\nOui\tYes'],
    ['tabs, with commas in the name of a column', 'source\ttarget\tby, for, or about\nOui\tYes\tx'],
    ['tabs, with words in quotation marks', 'source\ttarget\n"Oui"\t"Yes"\n'],
    ['a byte order mark', '\uFEFFsource,target\nOui,Yes'],
    ['old Macintosh line ends', 'source,target\rOui,Yes\r'],
    ['line ends of two kinds', 'source,target\r\nOui,Yes\nOui,Yes\r\n'],
    ['language tags', 'en,fr\nYes,Oui'],
    ['language tags with regions', 'comment;fr-FR;EN-gb\nx;Oui;Yes'],
    ['one side named, the other by its tag', 'target,fr\nYes,Oui'],
    ['the exact language before its regions', 'fr-CA,fr,en-US,en\nOuais,Oui,Yeah,Yes'],
    ['a header in quotation marks', '"source, of course",Source," TARGET "\nx,Oui,Yes'],
    ['a header with delimiters of other kinds in quotation marks', '"a,b,c,d";source;target\nx;Oui;Yes'],
    ['names of languages, and one column for the exact flavour', 'French,English,exact\nOui,Yes,'],
    ['unknown columns', 'source,who knows,target\nOui,x,Yes'],
    ['empty lines and rows', '\n\nsource,target\n\n,\nOui,Yes\n\n'],
    ['no end of line at the end', 'source,target\nOui,"Yes"'],
  ])('%s', async (_, file) => {
    for (const size of [1, 3, 65_536]) {
      const document = await read(file, size)
      expect(document[0]).toEqual(YES)
      expect(new Set(document.map((unit) => JSON.stringify(unit))).size).toBe(1)
    }
  })

  test.each([
    ['Oui,Yes,', 'translated'],
    ['Oui,,', 'initial'],
    ['Oui,Yes,draft', 'draft'],
    ['Oui,Yes, Approved', 'approved'],
  ])('%s is in state %s', async (row, state) => {
    expect((await read(`source,target,state\n${row}`))[0]?.state).toBe(state)
  })

  test('quotation marks between tabs are words where nobody meant them otherwise', async () => {
    const file = 'fr\ten\nUn écran de 5"\tA 5" screen\n"Oui"\t"Yes"\n'
    for (const size of [1, 65_536]) {
      expect((await read(file, size)).map(({ source, target }) => [source, target])).toEqual([
        ['Un écran de 5"', 'A 5" screen'],
        ['Oui', 'Yes'],
      ])
    }
  })

  test('white space of a text is kept', async () => {
    expect(await read('source,target\n" a\t\n", b ')).toEqual([
      { source: ' a\t\n', target: ' b ', state: 'translated' },
    ])
  })
})

describe('what is refused', () => {
  test.each([
    ['an empty file', '', /^Line 1: The file is empty/u],
    ['blank lines', '\n \n', /^Line 1: The file is empty/u],
    ['no header', 'Oui,Yes\nNon,No\n', /^Line 1: .*“source” and “target” or “fr” and “en”/u],
    ['half a header', 'source,note\nOui,x\n', /^Line 1: .*must name the columns/u],
    ['tabs without a header', 'Oui\tYes\nNon\tNo\n', /^Line 1: .*“source” and “target” or “fr” and “en”/u],
    ['one column for both sides', '\n\nfr\nOui\n', /^Line 3: .*must name the columns/u],
    ['a first line without end', 'x'.repeat(100_000), /^Line 1: .*must name the columns/u],
    ['a quotation mark never closed', 'source,target\nOui,Yes\nNon,"No\nSi,Yes\n', /^Line 3: .*nothing closes it/u],
    ['a quotation mark inside a cell', 'source,target\nOui,Y"es\n', /^Line 2: A quotation mark stands inside a cell/u],
    ['words after a closing one', 'source,target\n"Oui"i,Yes\n', /^Line 2: A quotation mark stands inside a cell/u],
    ['a row too short', 'source,target,note\nOui,Yes,x\n\nNon,No\n', /^Line 4: This row does not have as many/u],
    ['a row too long', 'source,target\n"Ou\r\ni",Yes\r\nNon,No,No\r\n', /^Line 4: This row does not have as many/u],
    ['an unknown state', 'source,target,state\n"a\nb",c,\na,b,final\n', /^Line 4: “final” is not a state.*approved/u],
    [
      'a paragraph that is no number',
      'source,target,paragraph\na,b,two\n',
      /^Line 2: “two” makes no sense.*“paragraph”/u,
    ],
    ['a date that is none', 'source,target,changed\na,b,2026-13-45\n', /^Line 2: “2026-13-45” .*“changed”/u],
    ['codes that are none', 'source,target,codes\na,b,"[{}]"\n', /^Line 2: .*“codes”/u],
    ['codes cut short', 'source,target,codes\na,b,[\n', /^Line 2: .*“codes”/u],
  ])('%s', async (_, file, message) => {
    for (const size of [1, 7, 65_536]) expect(await refusal(csv.read(chunked(file, size), FR_EN))).toMatch(message)
  })
})

describe('what is written', () => {
  test('is what Excel expects: byte order mark, CRLF, quotation marks where they are needed', async () => {
    const file = await write([{ source: 'Il dit "oui", puis\nrien ', target: 'Yes;', state: 'draft' }])
    expect(file).toBe(
      '\uFEFFsource,target,id,state,note,document,paragraph,position,author,changed,created_by,created,approved_by,approved_at,glossary,document_date,introduced,waivers,terms,properties,codes\r\n' +
        '"Il dit ""oui"", puis\nrien ",Yes;,,draft,,,,,,,,,,,,,,,,,\r\n',
    )
  })

  test.each(['=1+1', '+33 1', '- item', '@SUM(1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠1', "'=1", "''-"])(
    'no spreadsheet computes %j, and it comes back as it was',
    async (text) => {
      const document: Unit[] = [{ source: text, target: text, note: text, author: text, state: 'draft' }]
      const file = await write(document)
      expect(file.split('\r\n')[1]?.replace(/^"/u, '')).toMatch(/^'/u)
      expect(await read(file)).toEqual(document)
    },
  )

  test('neutralising is undone exactly, whatever the text', () => {
    const part = fc.oneof(fc.constantFrom("'", '=', '-', '＠', '\t', '\r', '\n', 'a'), fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const text = parts.join('')
        expect(restored(neutralised(text))).toBe(text)
        expect(neutralised(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u)
      }),
      { seed: 7, numRuns: 5000 },
    )
  })

  test.each([
    [csv, '\uFEFFsource,target,id', "'=1,Yes,,draft"],
    [csvSemicolon, '\uFEFFsource;target;id', "'=1;Yes;;draft"],
    [tsv, '\uFEFFsource\ttarget\tid', "'=1\tYes\t\tdraft"],
    [csvExact, 'source,target,id', '=1,Yes,,draft'],
  ])('$id', async (format, header, row) => {
    const lines = (await joined(format.write([{ source: '=1', target: 'Yes', state: 'draft' }], FR_EN))).split('\r\n')
    expect(lines[0]?.startsWith(header)).toBe(true)
    expect(lines[1]?.startsWith(row)).toBe(true)
    expect(lines).toHaveLength(3)
  })

  test('the exact flavour has in its cells what the text is, and says so', async () => {
    const texts = ['=1+1', "'=1", "''-x", "'tis", '- item', '@', '\t=1', 'a;b,"c"\td']
    const document = texts.map((text): Unit => ({ source: text, target: text, note: text, state: 'draft' }))
    const file = await joined(csvExact.write(document, FR_EN))
    expect(file).toMatch(/^[^\r\n]*,exact\r\n=1\+1,=1\+1,,draft,=1\+1,/u)
    for (const size of [1, 65_536]) expect(await read(file, size)).toEqual(document)
  })

  test.each(["'tis", "'", 'a=b', '', '«-»'])('%j is left as it is', (text) => {
    expect(neutralised(text)).toBe(text)
    expect(restored(text)).toBe(text)
  })
})
