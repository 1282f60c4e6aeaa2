import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tmx } from '../../src/formats/tmx.ts'
import type { LanguagePair, Unit } from '../../src/unit.ts'
import { chunked, collected, FR_EN, joined, refusal, unplaced } from './streams.ts'
import { units } from './units.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures/tmx')
const SHARED = join(import.meta.dirname, '../../../shared')
const DTD = join(SHARED, 'standards/tmx14.dtd')
const CORPUS = join(SHARED, 'corpora/tmx')

const run = promisify(execFile)
const write = (document: readonly Unit[], languages = FR_EN) => joined(tmx.write(document, languages))
const read = (file: string, size?: number, languages = FR_EN) => unplaced(tmx.read(chunked(file, size), languages))
const refused = (file: string, size?: number) => refusal(tmx.read(chunked(file, size), FR_EN))

const inBody = (body: string) => `<tmx version="1.4"><header/><body>${body}</body></tmx>`
const tu = (source: string, target: string) =>
  `<tu><tuv xml:lang="fr"><seg>${source}</seg></tuv><tuv xml:lang="en"><seg>${target}</seg></tuv></tu>`

describe('files as tools write them', async () => {
  const names = (await readdir(FIXTURES)).filter((name) => name.endsWith('.tmx'))

  test.each(names)('%s', async (name) => {
    const file = await readFile(join(FIXTURES, name), 'utf8')
    const expected: unknown = JSON.parse(await readFile(join(FIXTURES, name.replace('.tmx', '.json')), 'utf8'))
    for (const size of [1, 7, 65_536]) {
      expect(JSON.parse(JSON.stringify(await read(file, size)))).toEqual(expected)
    }
  })

  test.each(names)('%s is the same after we wrote it', async (name) => {
    const document = await read(await readFile(join(FIXTURES, name), 'utf8'))
    expect(await read(await write(document))).toEqual(document)
  })
})

describe('what is written', () => {
  const codes = [
    { number: 1, open: '<b>', close: '</b>' },
    { number: 2, open: '<br/>' },
  ]
  const segments = async (source: string) =>
    [...(await write([{ source, target: '', state: 'initial', codes }])).matchAll(/<seg>(.*?)<\/seg>/gsu)].map(
      ([, content]) => content,
    )

  test.each([
    ['a pair', '<1>b</1>', '<bpt i="1" x="1">&lt;b&gt;</bpt>b<ept i="1">&lt;/b&gt;</ept>'],
    ['a lone code', 'b<2/>', 'b<ph x="2">&lt;br/&gt;</ph>'],
    ['half a pair', '<1>b', '<it pos="begin" x="1">&lt;b&gt;</it>b'],
    [
      'a pair the wrong way round',
      '</1>b<1>',
      '<it pos="end" x="1">&lt;/b&gt;</it>b<it pos="begin" x="1">&lt;b&gt;</it>',
    ],
    [
      'a pair twice, each with its own i',
      '<1>a</1><1>b</1>',
      '<bpt i="1" x="1">&lt;b&gt;</bpt>a<ept i="1">&lt;/b&gt;</ept><bpt i="10000" x="1">&lt;b&gt;</bpt>b<ept i="10000">&lt;/b&gt;</ept>',
    ],
    ['words that look like a tag', '<3> & </2>', '&lt;3&gt; &amp; &lt;/2&gt;'],
    ['a carriage return', 'a\r\nb\t', 'a&#13;\nb\t'],
    ['what XML cannot hold', 'a\u0000b\u001Bc\uFFFFd\uD800e😀', 'a\uFFFDb\uFFFDc\uFFFDd\uFFFDe😀'],
  ])('%s', async (_, source, content) => {
    expect(await segments(source)).toEqual([content, ''])
  })

  test('an id with white space is a property, any other the tuid', async () => {
    const file = await write(['a b', 'a-b'].map((id) => ({ id, source: 'x', target: '', state: 'initial' })))
    expect(file).toContain('<prop type="x-visavis-id">a b</prop>')
    expect(file).toContain('<tu tuid="a-b">')
  })

  const placed = (position: number, source: string, document = 'a.md'): Unit => {
    return { source, target: '', state: 'initial', document, position }
  }
  const contexts = async (document: readonly Unit[]) =>
    (await write(document))
      .split('</tu>')
      .slice(0, -1)
      .map((unit) =>
        [...unit.matchAll(/"x-context-(pre|post)">(.*?)<\/prop>/gu)].map(([, which, text]) => `${which} ${text}`),
      )

  test.each<[string, Unit[], string[][]]>([
    [
      'neighbours',
      [placed(1, 'A'), placed(2, 'B & b'), placed(3, 'C')],
      [['post B &amp; b'], ['pre A', 'post C'], ['pre B &amp; b']],
    ],
    ['a gap', [placed(1, 'A'), placed(3, 'C'), placed(4, 'D')], [[], ['post D'], ['pre C']]],
    ['another document', [placed(1, 'A'), placed(2, 'B', 'b.md'), placed(1, 'A')], [[], [], []]],
    [
      'no place',
      [
        { ...placed(1, 'A'), document: '' },
        { source: 'B', target: '', state: 'initial' },
      ],
      [[], []],
    ],
    ['codes', [{ ...placed(1, '<1>A</1><2/>'), codes }, placed(2, 'B')], [['post B'], ['pre A']]],
  ])('of %s the context is what stands beside them in their document', async (_, document, expected) => {
    expect(await contexts(document)).toEqual(expected)
    expect(await read(await write(document))).toEqual(
      document.map(({ document: name, ...unit }) => (name ? { ...unit, document: name } : unit)),
    )
  })

  test('what another tool says of a unit stays with it, its context too', async () => {
    const foreign = inBody(
      `<tu><prop type="x-domain">Droit &amp; paix</prop><prop type="x-context-pre">&lt;seg&gt;Avant&lt;/seg&gt;</prop><prop type="x-domain"/>${tu('Oui', 'Yes').slice(4)}`,
    )
    const document = await read(foreign)
    expect(document[0]?.properties).toEqual([
      { type: 'x-domain', text: 'Droit & paix' },
      { type: 'x-context-pre', text: '<seg>Avant</seg>' },
      { type: 'x-domain', text: '' },
    ])
    expect(await read(await write(document))).toEqual(document)
  })

  test('who translated first and who changed it last are two', async () => {
    const created = { createdBy: 'Zoé', createdAt: new Date('2026-01-02T03:04:05Z') }
    const changed = { author: 'Ana', changedAt: new Date('2026-02-03T04:05:06Z') }
    const document: Unit[] = [created, changed, { ...created, ...changed }].map((said) => {
      return { source: 'Oui', target: 'Yes', state: 'draft', ...said }
    })
    const file = await write(document)
    expect(file).toContain(
      'creationdate="20260102T030405Z" changedate="20260203T040506Z" creationid="Zoé" changeid="Ana"',
    )
    expect(await read(file)).toEqual(document)
  })

  test.skipIf(!existsSync(DTD))(
    'is valid by the DTD (skipped where ../shared or xmllint is absent)',
    async (context) => {
      const directory = await mkdtemp(join(tmpdir(), 'visavis-tmx-'))
      try {
        const documents = [
          fc.sample(units, { seed: 14, numRuns: 300 }),
          [placed(1, 'A'), placed(2, 'B')],
          [],
          await read(inBody(tu('\t"é"\n', ''))),
        ]
        for (const [index, document] of documents.entries()) {
          const file = join(directory, `${index}.tmx`)
          await writeFile(file, await write(document, { source: 'fr-FR', target: 'en-GB' }))
          await run('xmllint', ['--noout', '--nonet', '--dtdvalid', DTD, file])
        }
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
          context.skip('xmllint is not installed')
        throw error
      } finally {
        await rm(directory, { recursive: true })
      }
    },
  )
})

describe('what is refused', () => {
  const laughs = `<!DOCTYPE tmx [
<!ENTITY a "ha">
${Array.from({ length: 9 }, (_, level) => `<!ENTITY a${level} "${`&a${level || ''};`.repeat(10)}">`).join('\n')}
]>
${inBody(tu('&a8;', 'x'))}`

  test.each([
    ['entities that multiply', laughs, /^Line 1: .*document type of its own/u],
    [
      'an entity that names a file',
      `<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>${inBody(tu('&x;', ''))}`,
      /^Line 1: .*document type of its own/u,
    ],
    [
      'declarations after an outer document type',
      `<?xml version="1.0"?>\n<!-- [ -->\n<!DOCTYPE tmx SYSTEM "http://127.0.0.1:9/tmx14.dtd" [<!ATTLIST tu x CDATA "y">]>${inBody('')}`,
      /^Line 3: .*document type of its own/u,
    ],
    ['an unknown entity', inBody(`\n${tu('caf&eacute;', '')}`), /^Line 2: &eacute; means nothing/u],
    ['a bare ampersand', inBody(`\n\n${tu('R&D', '')}${tu('a;', 'b')}`), /^Line 3: An & stands alone/u],
    ['a bare ampersand in an attribute', inBody('\n<tu tuid="a & b"/>'), /^Line 2: An & stands alone/u],
    ['a bare ampersand at the very end', '<tmx>\n&', /^Line 2: An & stands alone/u],
    ['a file cut in an element', inBody(tu('Oui', 'Yes')).slice(0, -20), /^Line 1: The file ends in the middle/u],
    ['a file cut in a tag', inBody(tu('Oui', 'Yes')).slice(0, -4), /^Line 1: The file ends in the middle/u],
    ['a file cut in a comment', '<tmx><!-- and then', /^Line 1: The file ends in the middle/u],
    ['tags that cross', '<tmx>\n<header></tmx>', /^Line 2: The XML is not well-formed/u],
    ['a control character', inBody(tu('a\u0001b', '')), /^Line 1: The XML is not well-formed/u],
    ['words', 'Bonjour & bienvenue', /^Line 1: This is not an XML file/u],
    ['nothing', '', /^Line 1: This is not an XML file/u],
    ['another XML', '<?xml version="1.0"?>\n<xliff/>', /^Line 2: This is not a TMX file: it begins with <xliff>/u],
  ])('%s', async (_, file, message) => {
    for (const size of [1, 7, 65_536]) expect(await refused(file, size)).toMatch(message)
  })

  test('a document type is refused before what follows it is asked for', async () => {
    let asked = 0
    async function* file(): AsyncGenerator<string> {
      for (const line of ['<!DOCTYPE tmx [\n', ...Array.from({ length: 1000 }, () => '<!ENTITY a "b">\n')]) {
        asked += 1
        yield line
      }
    }
    expect(await refusal(tmx.read(file(), FR_EN))).toMatch(/document type of its own/u)
    expect(asked).toBeLessThan(10)
  })

  test('nesting of 100,000 elements, before the parser has followed it', async () => {
    const started = process.cpuUsage()
    expect(await refused(`<tmx>${'<a>'.repeat(100_000)}`)).toBe('Line 1: Elements are nested more than 256 deep.')
    const { user, system } = process.cpuUsage(started)
    expect((user + system) / 1000).toBeLessThan(500)
  })

  test('170,000 codes in one segment cost what they weigh', async () => {
    const [unit] = await read(inBody(tu('<ph/>'.repeat(100_000), '<ph x="1"/>'.repeat(70_000))))
    expect(unit?.codes).toHaveLength(100_001)
  })
})

test.each([
  ['any language as the source', tu('Oui', 'Yes').replace('<tu>', '<tu srclang="*all*">'), 1],
  [
    'a property behind its text',
    '<tu><tuv xml:lang="fr"><seg>Oui</seg><prop type="x">y</prop></tuv><tuv xml:lang="en"><seg>Yes</seg></tuv></tu>',
    1,
  ],
  [
    'a property behind its variants',
    tu('Oui', 'Yes').replace('</tu>', '<prop type="x-visavis-state">translated</prop></tu>'),
    1,
  ],
  ['a text in a section', tu('<![CDATA[Oui]]>', 'Y<![CDATA[e]]>s'), 1],
  ['a comment in a text', tu('O<!-- & -->ui', 'Yes<?x?>'), 1],
  [
    'elements of somebody else',
    tu('Oui', 'Yes')
      .replace('<tu>', '<tu><x:y xmlns:x="z"><x:note>n</x:note></x:y>')
      .replace('n</x:note>', '</x:note>'),
    1,
  ],
  ['an empty body', '', 0],
  ['an empty unit', '<tu/><tu></tu>', 0],
  ['one variant only', '<tu><tuv xml:lang="fr"><seg>Oui</seg></tuv></tu>', 0],
  [
    'two variants of one language',
    '<tu><tuv xml:lang="fr"><seg>Oui</seg></tuv><tuv xml:lang="fr-CA"><seg>Ouais</seg></tuv></tu>',
    0,
  ],
  ['a variant without language', '<tu><tuv><seg>Oui</seg></tuv><tuv xml:lang="en"><seg>Yes</seg></tuv></tu>', 0],
  ['a variant outside a unit', '<tuv xml:lang="fr"><seg>Oui</seg></tuv>', 0],
])('%s', async (_, body, count) => {
  for (const size of [1, 65_536]) {
    expect(await read(inBody(body), size)).toEqual(
      Array.from({ length: count }, () => ({ source: 'Oui', target: 'Yes', state: 'translated' })),
    )
  }
})

test('a unit that is passed over is told of with the languages it is in', async () => {
  const passed: (readonly string[])[] = []
  const body = `<tu><tuv xml:lang="fr"><seg>Oui</seg></tuv></tu>${tu('Oui', 'Yes').replace('"en"', '"de-CH"')}${tu('a', 'b')}`
  expect(await collected(tmx.read(chunked(inBody(body)), FR_EN, (tags) => passed.push(tags)))).toHaveLength(1)
  expect(passed).toEqual([['fr'], ['fr', 'de-CH']])
})

test.each([
  ['fr', 'en', 'Oui', 'Yes'],
  ['en', 'fr', 'Yes', 'Oui'],
  ['FR-ca', 'en-AU', 'Oui', 'Yes'],
])('a memory serves %s to %s', async (source, target, ...texts) => {
  const file = await write([{ source: 'Oui', target: 'Yes', state: 'approved' }], { source: 'fr-FR', target: 'en-GB' })
  expect(await read(file, 100, { source, target })).toEqual([{ source: texts[0], target: texts[1], state: 'approved' }])
})

describe.skipIf(!existsSync(CORPUS))('the compliance kit (skipped where ../shared is absent)', () => {
  /** Every file of the kit is to be read, UTF-16 too; how many units of which languages was counted by eye. */
  const KIT: readonly [name: string, units: number, languages?: LanguagePair][] = [
    ['ExportTest1A.tmx', 4],
    ['ExportTest1B.tmx', 2],
    ['ExportTest2A.tmx', 6],
    ['ImportTest1A.tmx', 2],
    ['ImportTest1B.tmx', 1],
    ['ImportTest1C.tmx', 3],
    ['ImportTest1D.tmx', 3, { source: 'en-US', target: 'en-GB' }],
    ['ImportTest1H.tmx', 3, { source: 'en-US', target: 'en-GB' }],
    ['ImportTest1I.tmx', 1, { source: 'en', target: 'ja' }],
    ['ImportTest1L.tmx', 1],
    ['ImportTest2A.tmx', 7],
    ['ImportTest2B.tmx', 7],
  ]

  test.each(KIT)('%s', async (name, expected, languages = FR_EN) => {
    const bytes = await readFile(join(CORPUS, name))
    const file = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-8').decode(bytes)
    const document = await read(file, 1000, languages)
    expect(document).toHaveLength(expected)
    expect(document.every(({ source, target }) => source !== '' && target !== '')).toBe(true)
    expect(await read(await write(document, languages), 1000, languages)).toEqual(document)
  })

  test('no file of it is forgotten', async () => {
    expect((await readdir(CORPUS)).sort()).toEqual(KIT.map(([name]) => name))
  })
})
