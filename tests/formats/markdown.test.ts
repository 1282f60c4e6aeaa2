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
    ['HTML with words', '<div align="center">\n  <b>Le</b> texte\n</div>\n', [['paragraph', '<1>Le</1> texte']]],
    [
      'a table of HTML',
      '<table>\n  <tr>\n    <td>Un</td>\n    <td><img src="a.png" alt="La carte"></td>\n  </tr>\n</table>\n',
      [
        ['cell', 'Un'],
        ['other', 'La carte'],
      ],
    ],
    ['HTML in a quotation', '> <div>\n> Le <b>texte</b>\n> </div>\n', [['other', '<1> Le <2>texte</2> </1>']]],
    ['an expression of MDX', '<Tab label={nom} />\n\nLe texte.\n', [['paragraph', 'Le texte.']]],
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
    ['a box', '> [!NOTE]\n> Le texte.\n', [['quote', 'Le texte.']]],
    [
      'a box with a title',
      '> [!tip]- Un *titre*\n> Le texte.\n',
      [
        ['heading', 'Un <1>titre</1>'],
        ['quote', 'Le texte.'],
      ],
    ],
    [
      'a box between colons',
      'Avant.\n\n:::note[Un titre]\nLe texte.\n:::\n\n::: warning Attention\n- Un\n:::\nAprès.\n',
      [
        ['paragraph', 'Avant.'],
        ['heading', 'Un titre'],
        ['paragraph', 'Le texte.'],
        ['heading', 'Attention'],
        ['item', 'Un'],
        ['paragraph', 'Après.'],
      ],
    ],
    [
      'a box above indented paragraphs',
      '!!! warning "Un titre"\n    Le texte.\n\n    - Un\n\n=== "Onglet"\n\n    Autre texte.\n',
      [
        ['heading', 'Un titre'],
        ['paragraph', 'Le texte.'],
        ['item', 'Un'],
        ['heading', 'Onglet'],
        ['paragraph', 'Autre texte.'],
      ],
    ],
    [
      'formulas',
      'Soit :\n$$\na_1 = *b*\n$$\net puis.\n',
      [
        ['paragraph', 'Soit :'],
        ['paragraph', 'et puis.'],
      ],
    ],
    ['dollars that are no formula', 'Le prix :\n$$ par litre.\n', [['paragraph', 'Le prix : $$ par litre.']]],
    [
      'shortcodes and tags',
      '{{< figure src="a.png" >}}\n{% include "a.html" %}\n# Un titre\n{: .grand}\n\n{% if a %}Le texte.{% endif %}\n',
      [
        ['heading', 'Un titre'],
        ['paragraph', '{% if a %}Le texte.{% endif %}'],
      ],
    ],
    [
      'code of MDX',
      "import A from 'a'\nimport { B } from 'b'\n\nexport const c = {\n  d: 1,\n}\n\nLe texte.\n",
      [['paragraph', 'Le texte.']],
    ],
    [
      'definitions of terms',
      'OSCE\n: Organisation pour la sécurité.\n: Autre sens.\n\nIl a dit\n: « Oui. »\n',
      [
        ['paragraph', 'OSCE'],
        ['item', 'Organisation pour la sécurité.'],
        ['item', 'Autre sens.'],
        ['paragraph', 'Il a dit : « Oui. »'],
      ],
    ],
    [
      'an abbreviation',
      'Le texte.\n\n*[OSCE]: Organisation\n',
      [
        ['paragraph', 'Le texte.'],
        ['other', 'Organisation'],
      ],
    ],
    ['marks in code', '```\n:::note\n```\n', [['code', ':::note']]],
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

test('marks, titles and HTML keep their lines in a finished document', async () => {
  const source =
    '> [!NOTE]\n> Le texte.\n\n!!! tip "Un titre"\n    Le texte,\n    encore.\n\n:::note\nLe texte.\n:::\n\n' +
    '<table>\n  <tr><td>Un &amp; deux</td></tr>\n</table>\n\nOSCE\n: Organisation\n'
  const bytes = Buffer.from(source)
  const replacements = read(source).map(({ slot, text, codes }) => ({
    slot,
    codes,
    text: text.toUpperCase(),
    state: 'translated' as const,
  }))
  const finished = await markdown.finish({ bytes }, replacements, { source: 'fr', target: 'en' })
  expect(Buffer.from(finished).toString()).toBe(
    '> [!NOTE]\n> LE TEXTE.\n\n!!! tip "UN TITRE"\n    LE TEXTE,\n    ENCORE.\n\n:::note\nLE TEXTE.\n:::\n\n' +
      '<table>\n  <tr><td>UN &amp; DEUX</td></tr>\n</table>\n\nOSCE\n: ORGANISATION\n',
  )
})
