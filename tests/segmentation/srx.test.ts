import { describe, expect, test } from 'vitest'
import { readSrx } from '../../src/segmentation/srx.ts'

async function* once(text: string) {
  yield text
}

interface Parts {
  version?: string
  header?: string
  rules?: string
  maps?: string
}

const RULES = `<languagerule languagerulename="French">
<rule break="no"><beforebreak>M\\.</beforebreak><afterbreak> </afterbreak></rule>
</languagerule>
<languagerule languagerulename="All">
<rule><beforebreak>\\.</beforebreak><afterbreak> </afterbreak></rule>
</languagerule>`
const MAPS = `<languagemap languagepattern="FR.*" languagerulename="French"/>
<languagemap languagepattern=".*" languagerulename="All"/>`

const srx = ({
  version = '2.0',
  header = '<header segmentsubflows="yes" cascade="yes"/>',
  rules = RULES,
  maps = MAPS,
}: Parts = {}) => `<srx version="${version}" xmlns="http://www.lisa.org/srx20">
${header}
<body><languagerules>
${rules}
</languagerules><maprules>
${maps}
</maprules></body></srx>`

const rule = (before: string, after: string) =>
  `<languagerule languagerulename="French"><rule>\n<beforebreak>${before}</beforebreak>\n<afterbreak>${after}</afterbreak></rule></languagerule>`

const TEXT = 'Il voit M. Roux. Elle part.'
const ends = async (file: string, language = 'fr') => (await readSrx(once(file))).rulesFor(language).ends(TEXT)

describe('which rules hold', () => {
  const FIRST = '<header segmentsubflows="yes" cascade="no"/>'
  test.each<[name: string, file: string, language: string, ends: number[]]>([
    ['all that match, in the order of the maps', srx(), 'fr', [16]],
    ['a region', srx(), 'fr-CA', [16]],
    ['another language', srx(), 'de', [10, 16]],
    ['no language at all', srx(), '', [10, 16]],
    ['the first that matches', srx({ header: FIRST }), 'fr', []],
    ['the first that matches another', srx({ header: FIRST }), 'de', [10, 16]],
    ['the first, where nothing is said', srx({ header: '<header segmentsubflows="yes"/>' }), 'fr', []],
    [
      'a pattern must match the whole tag',
      srx({ maps: '<languagemap languagepattern="f" languagerulename="All"/>' }),
      'fr',
      [],
    ],
    ['none', srx({ maps: '<languagemap languagepattern="EN" languagerulename="All"/>' }), 'fr', []],
    [
      'the maps of SRX 1.0',
      srx({
        version: '1.0',
        header: '<header segmentsubflows="yes"><formathandle type="start" include="no"/></header>',
        maps: `<maprule maprulename="Default">${MAPS}</maprule>`,
      }),
      'de',
      [10, 16],
    ],
  ])('%s', async (_, file, language, expected) => {
    expect(await ends(file, language)).toEqual(expected)
  })

  test('the first rule that matches decides, whatever it says', async () => {
    const either = (one: string, other: string) =>
      srx({
        rules: `<languagerule languagerulename="French">
<rule break="${one}"><beforebreak>\\.</beforebreak><afterbreak> </afterbreak></rule>
<rule break="${other}"><beforebreak>\\.</beforebreak><afterbreak> </afterbreak></rule></languagerule>`,
        maps: '<languagemap languagepattern=".*" languagerulename="French"/>',
      })
    expect(await ends(either('yes', 'no'))).toEqual([10, 16])
    expect(await ends(either('no', 'yes'))).toEqual([])
  })
})

describe('what else may stand in it', () => {
  test.each<[name: string, rules: string, ends: number[]]>([
    ['a side that is missing', '<rule><beforebreak>x\\. </beforebreak></rule>', [17]],
    ['an empty side', '<rule><beforebreak/><afterbreak> Elle</afterbreak></rule>', [16]],
    ['a CDATA section', '<rule><beforebreak><![CDATA[(?<=x)\\.]]></beforebreak></rule>', [16]],
    ['a comment', '<!-- Rows. --><rule><!-- One. --><beforebreak>x<!-- Two. -->\\.</beforebreak></rule>', [16]],
  ])('%s', async (_, rules, expected) => {
    const maps = '<languagemap languagepattern=".*" languagerulename="French"/>'
    expect(await ends(srx({ rules: `<languagerule languagerulename="French">${rules}</languagerule>`, maps }))).toEqual(
      expected,
    )
  })

  test('prefixes, and the extensions of other tools', async () => {
    const file = srx({
      header:
        '<header segmentsubflows="yes" cascade="yes"><o:options xmlns:o="o" trimLeadingWhitespaces="yes"/><o:sample xmlns:o="o">A rule. Another.</o:sample></header>',
    })
    const prefixed = file.replace(/<(\/?)(?=[a-z])(?!o:)/gu, '<$1s:').replace('xmlns=', 'xmlns:s=')
    expect(await ends(prefixed)).toEqual([16])
  })
})

describe('what is refused, with its line', () => {
  test.each<[name: string, file: string, message: string]>([
    ['another root', '<tmx version="1.4"/>', 'Line 1: This is not an SRX file: it begins with <tmx>.'],
    ['no XML', 'Rules.', 'Line 1: This is not an XML file.'],
    ['half a file', srx().slice(0, 400), 'part of it is missing'],
    ['an entity', srx({ rules: rule('&x;', '') }), 'Line 5: &x; means nothing'],
    ['another version', srx({ version: '3.0' }), 'Line 1: This is SRX “3.0”. The desk reads 1.0 and 2.0.'],
    ['no version', '<srx/>', 'Line 1: The file does not say which version of SRX it is.'],
    ['no maps', srx({ maps: '' }), 'The file does not say for which language its rules are'],
    [
      'a map to nothing',
      srx({ maps: `${MAPS}<languagemap languagepattern="x" languagerulename="X"/>` }),
      'Line 12: There are no rules called “X”.',
    ],
    ['a map without a pattern', srx({ maps: '<languagemap languagerulename="All"/>' }), 'lacks languagepattern'],
    ['rules without a name', srx({ rules: '<languagerule/>' }), 'Line 4: <languagerule> lacks languagerulename.'],
    [
      'neither yes nor no',
      srx({ rules: '<languagerule languagerulename="French"><rule break="maybe"/></languagerule>' }),
      'Line 4: “maybe” is no “break”; it must be one of yes, no.',
    ],
    ['a cascade that is neither', srx({ header: '<header cascade="1"/>' }), 'Line 2: “1” is no “cascade”'],
    [
      'a format nobody knows',
      srx({ header: '<header cascade="no"><formathandle type="middle" include="no"/></header>' }),
      'Line 2: “middle” is no “type”',
    ],
    [
      'an expression that does not close',
      srx({ rules: rule('\\.', '(a') }),
      'Line 6: In the expression “(a”: “(” opens here',
    ],
    [
      'one that is not known',
      srx({ rules: rule('\\X', '') }),
      'Line 5: In the expression “\\X”: The desk does not know',
    ],
    [
      'a pattern that is none',
      srx({ maps: '<languagemap languagepattern="*" languagerulename="All"/>' }),
      'Line 11: In the expression “*”',
    ],
  ])('%s', async (_, file, message) => {
    await expect(readSrx(once(file))).rejects.toThrow(message)
    await expect(readSrx(once(file))).rejects.toHaveProperty('name', 'FormatError')
  })
})
