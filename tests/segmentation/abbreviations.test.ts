import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ourRulesFile } from '../../src/desk/ourRules.ts'
import { Invalid } from '../../src/errors.ts'
import { readAbbreviations, separateAbbreviations, withAbbreviations } from '../../src/segmentation/abbreviations.ts'
import { segment } from '../../src/segmentation/segment.ts'
import { readSrxText } from '../../src/segmentation/srx.ts'

const OURS = await ourRulesFile()

const file = (rules: string, maps: string, cascade = 'no', root = 'srx xmlns="http://www.lisa.org/srx20"') =>
  `<?xml version="1.0"?><${root} version="2.0"><header cascade="${cascade}"/><body><languagerules>${rules}</languagerules>
  <maprules>${maps}</maprules></body></${root.split(' ')[0]}>`
const rule = (breaks: string, before: string, after: string) =>
  `<rule break="${breaks}"><beforebreak>${before}</beforebreak><afterbreak>${after}</afterbreak></rule>`
const STOP = rule('yes', '\\.', '\\s')
const map = (name: string, pattern = '.*') => `<languagemap languagepattern="${pattern}" languagerulename="${name}"/>`

async function cut(srx: string, text: string, language = 'fr'): Promise<string[]> {
  const rules = (await readSrxText(srx)).rulesFor(language)
  return segment({ kind: 'paragraph', text, codes: [] }, rules).map((sentence) => sentence.text)
}

describe('a list of abbreviations', () => {
  test.each([
    ['one a line, each once', 'env.\nM.O.A.\nenv.', ['env.', 'M.O.A.']],
    ['without its full stop', 'env\np. ex\nvoir…', ['env.', 'p. ex.', 'voir…']],
    ['with spaces of any kind', '  p.\u00a0ex. \t\r\n\n \u202f\n', ['p. ex.']],
    ['empty', '', []],
  ])('%s', (_, list, words) => {
    expect(readAbbreviations(list)).toEqual(words)
  })
})

describe('an abbreviation ends no sentence', () => {
  test.each<[name: string, abbreviation: string, text: string, sentences: string[]]>([
    ['before a capital', 'env.', 'Il y a env. Trois hommes. Il part.', ['Il y a env. Trois hommes.', 'Il part.']],
    ['before a word that surely begins one', 'M.O.A.', 'La M.O.A. Elle paie.', ['La M.O.A. Elle paie.']],
    ['with any space inside and behind', 'p. ex.', 'Voir p.\u00a0ex.\u202fElle.', ['Voir p.\u00a0ex.\u202fElle.']],
    ['but a longer word does', 'env.', 'Il est à Kenv. Elle part.', ['Il est à Kenv.', 'Elle part.']],
    ['but the same in capitals does', 'zim.', 'C’est ZIM. Elle part.', ['C’est ZIM.', 'Elle part.']],
    ['whatever signs are in it', 'a+(b*)?.', 'Un a+(b*)?. Elle part.', ['Un a+(b*)?. Elle part.']],
    ['with an ampersand', 'R&D.', 'La R&D. Elle part.', ['La R&D. Elle part.']],
  ])('%s', async (_, abbreviation, text, sentences) => {
    expect(await cut(await withAbbreviations(OURS, 'fr', [abbreviation]), text)).toEqual(sentences)
  })

  test('also by rules that end a sentence behind its space', async () => {
    const theirs = file(`<languagerule languagerulename="A">${rule('yes', '\\.\\s+', '')}</languagerule>`, map('A'))
    expect(await cut(theirs, 'Il y a env. Trois.')).toHaveLength(2)
    expect(await cut(await withAbbreviations(theirs, 'fr', ['env.']), 'Il y a env.  Trois.')).toHaveLength(1)
  })

  test('in its language alone', async () => {
    const both = file(
      `<languagerule languagerulename="French">${STOP}</languagerule><languagerule languagerulename="English">${STOP}</languagerule>`,
      map('French', 'fr.*') + map('English', 'en.*'),
    )
    const changed = await withAbbreviations(both, 'fr-CA', ['env.'])
    expect(await cut(changed, 'Un env. Deux.', 'fr')).toHaveLength(1)
    expect(await cut(changed, 'Un env. Deux.', 'en')).toHaveLength(2)
  })

  test.each([
    [
      'in a comment in front',
      `<!-- <languagerule languagerulename="A"> --><languagerule languagerulename="A">${STOP}</languagerule>`,
    ],
    [
      'in CDATA in front',
      `<x><![CDATA[<languagerule languagerulename="A">]]></x><languagerule languagerulename="A">${STOP}</languagerule>`,
    ],
    [
      'twice, of which the last counts',
      `<languagerule languagerulename="A"/><languagerule languagerulename="A">${STOP}</languagerule>`,
    ],
    ['with other attributes and quotation marks', `<languagerule x="a>b" languagerulename='A' >${STOP}</languagerule>`],
    ['without a rule', '<languagerule languagerulename="A"/>'],
  ])('where the name of the rules stands %s', async (_, rules) => {
    const others = `<languagerule languagerulename="B">${STOP}</languagerule>`
    const theirs = file(rules + others, map('A') + map('B'), 'yes')
    const changed = await withAbbreviations(theirs, 'fr', ['env.'])
    expect(await cut(changed, 'Un env. Deux.')).toEqual(['Un env. Deux.'])
    expect(await cut(changed, 'Un. Deux.')).toEqual(await cut(theirs, 'Un. Deux.'))
  })

  test('where the name is written with references, and the elements with a prefix', async () => {
    const theirs = file(
      `<s:languagerule languagerulename="L&amp;&#233;">${STOP.replaceAll('<', '<s:').replaceAll('<s:/', '</s:')}</s:languagerule>`,
      '<s:languagemap languagepattern=".*" languagerulename="L&#x26;é"/>',
      'no',
      's:srx xmlns:s="http://www.lisa.org/srx20"',
    ).replaceAll(/<(\/?)(?=header|body|languagerules|maprules)/gu, '<$1s:')
    const changed = await withAbbreviations(theirs, 'fr', ['env.'])
    expect(changed).toContain('<s:rule break="no">')
    expect(await cut(changed, 'Un env. Deux.')).toHaveLength(1)
    expect(separateAbbreviations(changed)).toEqual({ rules: theirs, abbreviations: ['env.'] })
  })

  test('not where the rules have nothing for the language', async () => {
    const english = file(`<languagerule languagerulename="A">${STOP}</languagerule>`, map('A', 'en'))
    await expect(withAbbreviations(english, 'fr', ['env.'])).rejects.toThrow(Invalid)
    expect(await withAbbreviations(english, 'fr', [])).toBe(english)
  })
})

describe('abbreviations are found again', () => {
  const word = fc
    .array(
      fc.oneof(
        fc.constantFrom('p', 'É', '.', '-', '&', '<', '\\', '\\E', '[\\s\\p{Z}]', ']]>', '$&', '{0,5}', '’'),
        fc.string({ unit: 'grapheme' }),
      ),
    )
    .map((parts) => parts.join('').replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''))

  test('as they were listed, and the file without them as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 5 }), async (words) => {
        const abbreviations = readAbbreviations(words.join('\n'))
        const changed = await withAbbreviations(OURS, 'fr', abbreviations)
        expect(separateAbbreviations(changed)).toEqual({ rules: OURS, abbreviations })
        await readSrxText(changed)
      }),
      { seed: 20_261_125, numRuns: 100 },
    )
  })

  test('but not where somebody has changed their rules', async () => {
    const changed = (await withAbbreviations(OURS, 'fr', ['env.'])).replace('env', 'env|apr')
    expect(separateAbbreviations(changed)).toEqual({ rules: changed, abbreviations: [] })
    expect(await cut(await withAbbreviations(changed, 'fr', ['zzz.']), 'Un zzz. Deux.')).toHaveLength(1)
  })

  test('whatever the file is', () => {
    for (const text of ['', '<', OURS.slice(0, 5000), '<!-- Abbreviations that end no sentence -->', '&#x110000;']) {
      expect(separateAbbreviations(text)).toEqual({ rules: text, abbreviations: [] })
    }
  })
})
