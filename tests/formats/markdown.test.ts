import { describe, expect, test } from 'vitest'
import { FormatError } from '../../src/errors.ts'
import { markdown } from '../../src/formats/markdown.ts'

const read = (source: string) => [...markdown.read({ bytes: Buffer.from(source) })]

describe('blocks', () => {
  test.each<[name: string, source: string, paragraphs: string[][]]>([
    [
      'headings of both kinds',
      '## Un titre ##\n\nUn autre\n========\n',
      [
        ['heading', 'Un titre'],
        ['heading', 'Un autre'],
      ],
    ],
    [
      'soft line ends',
      'Le porte-parole du\nministère parle\n   lentement.',
      [['paragraph', 'Le porte-parole du ministère parle lentement.']],
    ],
    [
      'lists',
      '- Un\n  mot\n\n  Sa suite\n- Deux\n\n1. Trois\n   - Quatre',
      [
        ['item', 'Un mot'],
        ['item', 'Sa suite'],
        ['item', 'Deux'],
        ['item', 'Trois'],
        ['item', 'Quatre'],
      ],
    ],
    [
      'a quotation',
      '> Il est\n> parti.\n>\n> - Un point\n',
      [
        ['quote', 'Il est parti.'],
        ['item', 'Un point'],
      ],
    ],
    [
      'code',
      '```js\nlet a\n\nlet b\n```\n\n    indenté\n',
      [
        ['code', 'let a\n\nlet b'],
        ['code', 'indenté'],
      ],
    ],
    ['code that looks like a heading with an anchor', '```\n# a {#b}\n```', [['code', '# a {#b}']]],
    ['front matter', '---\ntitle: Un titre\n---\n\nLe texte.\n', [['paragraph', 'Le texte.']]],
    ['front matter alone', '---\ntitle: Un titre\n---', []],
    ['a rule in front is no front matter', '---\n\nLe texte.', [['paragraph', 'Le texte.']]],
    [
      'rules and definitions',
      'Un\n\n***\n\n[a]: https://exemple.fr\n\nDeux\n',
      [
        ['paragraph', 'Un'],
        ['paragraph', 'Deux'],
      ],
    ],
    ['HTML without words', '<Intro>\n\nLe texte.\n\n</Intro>\n\n<!-- rien -->\n', [['paragraph', 'Le texte.']]],
    ['HTML with words', '<div align="center">\n  <b>Le</b> texte\n</div>\n', [['other', '<1> <2>Le</2> texte </1>']]],
    ['a script', '<script>\nlet a\n</script>\n\n<style>\np {}\n</style>\n', []],
    [
      'a table',
      '| Nom | Âge |\n|---|---|\n| Ali | 3 |\n',
      [
        ['cell', 'Nom'],
        ['cell', 'Âge'],
        ['cell', 'Ali'],
        ['cell', '3'],
      ],
    ],
    ['a block whose white space counts', '<pre>\nUn  mot\n</pre>\n\nLe texte.\n', [['paragraph', 'Le texte.']]],
    ['a task', '- [x] Fait\n', [['item', 'Fait']]],
    [
      'a footnote',
      'Un mot[^1].\n\n[^1]: La note\n    suit.\n',
      [
        ['paragraph', 'Un mot<1/>.'],
        ['paragraph', 'La note suit.'],
      ],
    ],
    ['a box', '> [!NOTE]\n> Le texte.\n', [['quote', '<1/> Le texte.']]],
    ['an image alone', '![](a.png)\n\nLe texte.\n', [['paragraph', 'Le texte.']]],
  ])('%s', (_, source, paragraphs) => {
    expect(read(source).map(({ kind, text }) => [kind, text])).toEqual(paragraphs)
  })

  test('nested beyond reason', () => {
    expect(() => read(`Un mot\n\n${'>'.repeat(500)} a`)).toThrow(FormatError)
    expect(() => read(`Un mot\n\n${'>'.repeat(500)} a`)).toThrow('Line 3: ')
    expect(read(`${'>'.repeat(50)} a`)).toMatchObject([{ kind: 'quote', text: 'a', codes: [] }])
  })
})

describe('markup', () => {
  test.each<[name: string, source: string, text: string, codes: string[][]]>([
    [
      'emphasis of all kinds',
      '*Un* _mot_ **et** __un__ ***autre***',
      '<1>Un</1> <2>mot</2> <3>et</3> <4>un</4> <5><6>autre</6></5>',
      [
        ['*', '*'],
        ['_', '_'],
        ['**', '**'],
        ['__', '__'],
        ['*', '*'],
        ['**', '**'],
      ],
    ],
    [
      'code',
      'Le `a` et `` b`c ``.',
      'Le <1>a</1> et <2>b`c</2>.',
      [
        ['`', '`'],
        ['`` ', ' ``'],
      ],
    ],
    [
      'a link',
      'Voir [le *site*](https://exemple.fr/a_(b) "Titre").',
      'Voir <1>le <2>site</2></1>.',
      [
        ['[', '](https://exemple.fr/a_(b) "Titre")'],
        ['*', '*'],
      ],
    ],
    [
      'a reference',
      'Voir [le site][a] et [a].\n\n[a]: b',
      'Voir <1>le site</1> et <2>a</2>.',
      [
        ['[', '][a]'],
        ['[', '][a]'],
      ],
    ],
    ['an address', 'Voir <https://exemple.fr>.', 'Voir <1>https://exemple.fr</1>.', [['<', '>']]],
    ['an image', 'Voir ![la carte](a.png "Carte").', 'Voir <1>la carte</1>.', [['![', '](a.png "Carte")']]],
    [
      'an image in a link',
      'Voir [![la carte](a.png)](b).',
      'Voir <1><2>la carte</2></1>.',
      [
        ['[', '](b)'],
        ['![', '](a.png)'],
      ],
    ],
    ['an image without words', 'Voir ![](a.png).', 'Voir <1/>.', [['![](a.png)']]],
    [
      'HTML',
      'Le G<sup>al</sup> et <Abc d={1}>lui</Abc><!-- non -->.',
      'Le G<1>al</1> et <2>lui</2><3/>.',
      [['<sup>', '</sup>'], ['<Abc d={1}>', '</Abc>'], ['<!-- non -->']],
    ],
    [
      'HTML across emphasis',
      'Le **G<sup>al** dort</sup>.',
      'Le <1>G<2/>al</1> dort<3/>.',
      [['**', '**'], ['<sup>'], ['</sup>']],
    ],
    ['a hard line end with spaces', 'Un  \ndeux', 'Un<1/> deux', [['  \n']]],
    ['a hard line end with a backslash', 'Un\\\ndeux', 'Un<1/> deux', [['\\\n']]],
    ['a hard line end in HTML', 'Un<br>\ndeux<br/>trois', 'Un<1/> deux<2/> trois', [['<br>'], ['<br/>']]],
    [
      'entities and escapes',
      'A&nbsp;&amp; B &lt;1&gt; \\*c\\* &#233; **d**',
      'A\u00A0& B <1> *c* é <2>d</2>',
      [['**', '**']],
    ],
    ['stars that are text', 'a * b, 2*3, **', 'a * b, 2*3, **', []],
    [
      'an anchor behind a heading',
      '## Le `titre` {/*le-titre*/}',
      'Le <1>titre</1> <2/>',
      [['`', '`'], ['{/*le-titre*/}']],
    ],
    ['an anchor of the other kind', '# Le titre {#le-titre}', 'Le titre <1/>', [['{#le-titre}']]],
  ])('%s', (_, source, text, codes) => {
    const [paragraph] = read(source)
    expect(paragraph!.text).toBe(text)
    expect(paragraph!.codes.map(({ open, close }) => (close === undefined ? [open] : [open, close]))).toEqual(codes)
  })
})
