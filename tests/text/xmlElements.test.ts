import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FormatError } from '../../src/errors.ts'
import { elementsOf, type Namespaces, type XmlNode } from '../../src/text/xmlElements.ts'

const NAMESPACES: Namespaces = new Map([
  ['urn:word', 'w'],
  ['urn:strict', 'w'],
  ['urn:bare', ''],
])

async function elements(text: string, wanted = 'w:p'): Promise<{ element: XmlNode; around: string[] }[]> {
  const found = []
  for await (const { element, around } of elementsOf(text, NAMESPACES, (name) => name === wanted)) {
    found.push({ element, around: [...around] })
  }
  return found
}

describe('where an element stands', () => {
  const ODDITIES = [
    'mot',
    ' \r\n',
    '\r',
    '😀',
    '&amp;',
    '&#233;',
    '<!-- <w:p> > -->',
    '<![CDATA[<w:p>]]>',
    '<?a <w:p> ?>',
    '<w:r/>',
  ]

  test('is where its tags stand, whatever is around and in it and wherever the parser is fed', async () => {
    const odd = fc.array(fc.constantFrom(...ODDITIES), { maxLength: 6 }).map((all) => all.join(''))
    const paragraph = fc
      .tuple(odd, fc.constantFrom('', ' a="b > c"', "\r\n a='\"'\n", ' '), fc.boolean())
      .map(([content, attributes, empty]) => (empty ? `<w:p${attributes}/>` : `<w:p${attributes}>${content}</w:p >`))
    const property = fc.asyncProperty(
      fc.array(fc.tuple(odd, paragraph), { maxLength: 5 }),
      fc.nat(70_000),
      async (all, filling) => {
        const text = `<w:a xmlns:w="urn:word"><!--${'é\r\n'.repeat(filling / 3)}-->${all.flat().join('')}</w:a>`
        const found = await elements(text)
        expect(found.map(({ element }) => text.slice(element.start, element.end))).toEqual(
          all.map(([, written]) => written),
        )
        for (const { element } of found) {
          const content = text.slice(element.contentStart, element.contentEnd)
          expect(text.slice(element.start, element.contentStart)).toMatch(/^<w:p[^<]*>$/u)
          expect(text.slice(element.contentEnd, element.end)).toBe(
            content === '' && text[element.end - 2] === '/' ? '' : '</w:p >',
          )
        }
      },
    )
    await fc.assert(property, { numRuns: 60 })
  })

  test('elements in it stand in it', async () => {
    const text = '<w:p xmlns:w="urn:word"><w:r><w:t>a</w:t></w:r> <w:r/></w:p>'
    const [found] = await elements(text)
    const slices = found!.element.children.map((child) =>
      typeof child === 'string' ? child : text.slice(child.start, child.end),
    )
    expect(slices).toEqual(['<w:r><w:t>a</w:t></w:r>', ' ', '<w:r/>'])
  })
})

describe('names', () => {
  test.each([
    ['another prefix', '<n:a xmlns:n="urn:word"><n:p n:val="1" val="2"/></n:a>', { 'w:val': '1', val: '2' }],
    ['no prefix', '<p xmlns="urn:word" val="2"/>', { xmlns: 'urn:word', val: '2' }],
    ['another edition', '<w:p xmlns:w="urn:strict" w:val="1"/>', { '?xmlns:w': 'urn:strict', 'w:val': '1' }],
    [
      'a prefix that means something else inside',
      '<x:a xmlns:x="urn:word"><x:b xmlns:x="urn:x"><x:p/></x:b><x:p x:val="1"/></x:a>',
      { 'w:val': '1' },
    ],
    [
      'XML’s own',
      '<w:p xmlns:w="urn:word" xml:space="preserve"/>',
      { '?xmlns:w': 'urn:word', 'xml:space': 'preserve' },
    ],
  ])('%s', async (_, text, attributes) => {
    expect((await elements(text)).map(({ element }) => element.attributes)).toEqual([attributes])
  })

  test('the outermost of those that are looked for, with the names around', async () => {
    const text = '<a xmlns="urn:bare" xmlns:w="urn:word"><b><w:p><w:p/></w:p></b><w:p/></a>'
    expect((await elements(text)).map(({ around }) => around)).toEqual([['a', 'b'], ['a']])
  })
})

test.each([
  ['never closed', '<w:p xmlns:w="urn:word">'],
  ['an ampersand', '<w:p xmlns:w="urn:word">R&D</w:p>'],
  ['crossing tags', '<w:p xmlns:w="urn:word"><b></w:p></b>'],
  ['too many', `<w:p xmlns:w="urn:word">${'<b/>'.repeat(250_001)}</w:p>`],
  ['too deep', `<w:p xmlns:w="urn:word">${'<b>'.repeat(300)}`],
])('%s is refused', async (_, text) => {
  await expect(elements(text)).rejects.toThrow(FormatError)
})
