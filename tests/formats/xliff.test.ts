import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formatOf } from '../../src/formats/index.ts'
import { xliff } from '../../src/formats/xliff.ts'
import type { LanguagePair } from '../../src/unit.ts'
import { chunked, FR_EN, refusal, unplaced } from './streams.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures/xliff')
const SUITE = join(import.meta.dirname, '../../../shared/corpora/xliff-2.1')

const read = (file: string, size?: number, languages: LanguagePair = FR_EN) =>
  unplaced(xliff.read(chunked(file, size), languages))
const refused = (file: string, size?: number) => refusal(xliff.read(chunked(file, size), FR_EN))

const inBody = (body: string) =>
  `<xliff version="1.2"><file original="f" source-language="fr" target-language="en"><body>${body}</body></file></xliff>`
const transUnit = (source: string, target: string) =>
  `<trans-unit id="1"><source>${source}</source><target>${target}</target></trans-unit>`
const inFile = (content: string) =>
  `<xliff version="2.1" srcLang="fr" trgLang="en"><file id="f"><unit id="1">${content}</unit></file></xliff>`
const segment = (source: string, target: string) =>
  `<segment><source>${source}</source><target>${target}</target></segment>`

describe('files as tools write them', async () => {
  const names = (await readdir(FIXTURES)).filter((name) => !name.endsWith('.json'))

  test.each(names)('%s', async (name) => {
    const file = await readFile(join(FIXTURES, name), 'utf8')
    const expected: unknown = JSON.parse(await readFile(join(FIXTURES, name.replace(/\.\w+$/u, '.json')), 'utf8'))
    expect(formatOf(name)).toBe(xliff)
    for (const size of [1, 7, 65_536]) expect(await read(file, size)).toEqual(expected)
  })
})

describe('languages', () => {
  const one = (attributes: string) =>
    `<xliff version="1.2"><file original="f" ${attributes}><body>${transUnit('Oui', 'Yes')}</body></file></xliff>`
  const two = (attributes: string) =>
    `<xliff version="2.0" ${attributes}><file id="f"><unit id="1">${segment('Oui', 'Yes')}</unit></file></xliff>`

  test.each([
    ['source-language="fr" target-language="en"', 'srcLang="fr" trgLang="en"', 'fr', 'en', ['Oui', 'Yes']],
    ['source-language="fr" target-language="en"', 'srcLang="fr" trgLang="en"', 'en', 'fr', ['Yes', 'Oui']],
    [
      'source-language="FR-fr" target-language="en_GB"',
      'srcLang="FR-fr" trgLang="en-GB"',
      'fr-CA',
      'en',
      ['Oui', 'Yes'],
    ],
    [
      'source-language="en-GB" target-language="en-US"',
      'srcLang="en-GB" trgLang="en-US"',
      'en-US',
      'en-GB',
      ['Yes', 'Oui'],
    ],
    ['source-language="en" target-language="en"', 'srcLang="en" trgLang="en"', 'en-US', 'en-GB', undefined],
    ['source-language="fr" target-language="de"', 'srcLang="fr" trgLang="de"', 'fr', 'en', undefined],
    ['source-language="frr" target-language="en"', 'srcLang="frr" trgLang="en"', 'fr', 'en', undefined],
    ['source-language="fr"', 'srcLang="fr"', 'fr', 'en', ['Oui', 'Yes']],
    ['source-language="fr"', 'srcLang="fr"', 'en', 'fr', ['Yes', 'Oui']],
    ['source-language="de"', 'srcLang="de"', 'fr', 'en', undefined],
  ])('%s or %s, asked for %s to %s', async (ofOne, ofTwo, source, target, texts) => {
    for (const file of [one(ofOne), two(ofTwo)]) {
      const units = await read(file, 100, { source, target })
      expect(units.map((unit) => [unit.source, unit.target])).toEqual(texts ? [texts] : [])
    }
  })
})

describe('what is refused', () => {
  test.each([
    ['another XML', '<?xml version="1.0"?>\n<tmx version="1.4"/>', /^Line 2: This is not an XLIFF file: .*<tmx>/u],
    ['no version', '<xliff>\n</xliff>', /^Line 1: The file does not say which version/u],
    [
      'a version of the future',
      '\n<xliff version="3.0"/>',
      /^Line 2: This is XLIFF “3.0”\. The desk reads 1\.x and 2\.x/u,
    ],
    [
      '1.2 without its language',
      '<xliff version="1.2">\n<file original="f">',
      /^Line 2: <file> .*source-language is missing/u,
    ],
    [
      '1.2 with an empty one',
      '<xliff version="1.2">\n\n<file source-language="">',
      /^Line 3: .*source-language is missing/u,
    ],
    ['2.0 without its language', '<xliff version="2.0" trgLang="en">', /^Line 1: <xliff> .*srcLang is missing/u],
    ['a bare ampersand', inBody(`\n${transUnit('R&D', '')}`), /^Line 2: An & stands alone/u],
    ['an unknown entity', inFile(`\n\n${segment('caf&eacute;', '')}`), /^Line 3: &eacute; means nothing/u],
    ['a file cut in a text', inBody(transUnit('Oui', 'Yes')).slice(0, -50), /^Line 1: The file ends in the middle/u],
    ['tags that cross', inFile('<segment>\n</source>'), /^Line 2: The XML is not well-formed/u],
    [
      'an entity that names a file',
      `<!DOCTYPE xliff [<!ENTITY x SYSTEM "file:///etc/passwd">]>${inBody(transUnit('&x;', ''))}`,
      /^Line 1: .*document type of its own/u,
    ],
    ['words', 'Bonjour', /^Line 1: This is not an XML file/u],
    ['nothing', '', /^Line 1: This is not an XML file/u],
  ])('%s', async (_, file, message) => {
    for (const size of [1, 7, 65_536]) expect(await refused(file, size)).toMatch(message)
  })

  test.each([
    ['elements', `<xliff version="1.2">${'<a>'.repeat(100_000)}`],
    ['groups', inBody('<group>'.repeat(100_000))],
    ['codes', inFile(`<segment><source>${'<pc>'.repeat(100_000)}`)],
  ])('nesting of 100,000 %s', async (_, file) => {
    expect(await refused(file)).toBe('Line 1: Elements are nested more than 256 deep.')
  })
})

describe('large files', () => {
  test.each([
    ['1.2', (text: string) => inBody(transUnit(text, text))],
    ['2.1', (text: string) => inFile(segment(text, text))],
  ])('a segment of a megabyte in %s', async (_, file) => {
    const text = 'Une très longue phrase 😀 sans « fin ». '.repeat(27_000)
    expect(text.length).toBeGreaterThan(1_000_000)
    const [unit] = await read(file(`<![CDATA[${text}]]>`), 1000)
    expect([unit?.source, unit?.target]).toEqual([text, text])
  })

  test('codes as deep as they may be', async () => {
    const [open, close] = ['<pc id="1">'.repeat(240), '</pc>'.repeat(240)]
    const [unit] = await read(inFile(segment(open + close, '')))
    expect(unit?.source).toBe('<1>'.repeat(240) + '</1>'.repeat(240))
  })

  test('95,000 codes in one segment cost what they weigh', async () => {
    const started = process.cpuUsage().user
    const codes = Array.from({ length: 55_000 }, (_, id) => `<x id="${id}"/>`).join('')
    const [unit] = await read(inBody(transUnit(codes, '<x/>'.repeat(40_000))))
    expect(unit?.codes).toHaveLength(55_000 + 40_000)
    expect((process.cpuUsage().user - started) / 1000).toBeLessThan(5000)
  }, 30_000)

  test('45,000 segments in one unit cost what they weigh', async () => {
    const started = process.cpuUsage().user
    const marks = Array.from({ length: 45_000 }, (_, mid) => `<mrk mtype="seg" mid="${mid}">a</mrk>`).join('')
    const body = `<trans-unit><source/><seg-source>${marks}</seg-source><target>${marks}</target></trans-unit>`
    expect(await read(inBody(body))).toHaveLength(45_000)
    expect((process.cpuUsage().user - started) / 1000).toBeLessThan(5000)
  }, 30_000)

  test('a unit is there before the rest of the file', async () => {
    const units = 20_000
    let asked = 0
    async function* file(): AsyncGenerator<string> {
      const [head = '', tail = ''] = inBody('|').split('|')
      yield head
      for (; asked < units; asked += 1) yield transUnit(`Phrase ${asked}`, '')
      yield tail
    }
    let seen = 0
    for await (const { source } of xliff.read(file(), FR_EN)) {
      expect(source).toBe(`Phrase ${seen}`)
      seen += 1
      expect(asked - seen).toBeLessThan(10)
    }
    expect(seen).toBe(units)
  })
})

describe.skipIf(!existsSync(SUITE))('the official suite of XLIFF 2.1 (skipped where ../shared is absent)', () => {
  const EN_FR: LanguagePair = { source: 'en', target: 'fr' }
  /** How many segments each file has that are to be translated, counted by eye. */
  const VALID: readonly [name: string, segments: number, languages?: LanguagePair][] = [
    ['allExtensions.xlf', 3],
    ['almostEmpty.xlf', 0],
    ['emptySkeletonWithHref.xlf', 1],
    ['everything-core.xlf', 5],
    ['nonEmptySkeletonWithoutHref.xlf', 1],
    ['sample1.xlf', 1, { source: 'en', target: 'de' }],
    ['sourceOnly.xlf', 1],
    ['testTranslateWithTarget.xlf', 3],
    ['toJoin.xlf', 5],
    ['toSegment.xlf', 4],
    ['toSegmentAndOrder.xlf', 4],
    ['typeSubTypeValues.xlf', 1],
    ['withCDataSections.xlf', 1],
    ['withCommentAnnotations.xlf', 1],
    ['withGlossary.xlf', 2],
    ['withMatches.xlf', 1],
    ['withModulesAttributesInEc.xlf', 2],
    ['withNotes.xlf', 1],
    ['withNotes_complex.xlf', 2],
    ['withReferences.xlf', 3],
    ['withReorderedCodes.xlf', 9],
    ['withTBXExtension.xlf', 1, { source: 'en', target: 'pt' }],
    ['withValidation.xlf', 2, { source: 'en', target: 'pt' }],
    ['withXmlLang.xlf', 1],
    ['withXmlSpace.xlf', 1],
  ]

  test.each(VALID)('%s', async (name, segments, languages = EN_FR) => {
    const file = await readFile(join(SUITE, 'valid', name), 'utf8')
    for (const size of [1, 65_536]) expect(await read(file, size, languages)).toHaveLength(segments)
  })

  test('no valid file is forgotten', async () => {
    expect((await readdir(join(SUITE, 'valid'))).sort()).toEqual(VALID.map(([name]) => name))
  })

  test('what the invalid files break is no hindrance to reading them', async () => {
    const names = await readdir(join(SUITE, 'invalid'))
    expect(names).toHaveLength(119)
    for (const name of names) {
      const units = await read(await readFile(join(SUITE, 'invalid', name), 'utf8'), 7, EN_FR)
      const empty = units.filter(({ source }) => source === '')
      expect([name, empty]).toEqual([name, []])
    }
  })
})
