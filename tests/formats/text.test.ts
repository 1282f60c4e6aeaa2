import { describe, expect, test } from 'vitest'
import { text } from '../../src/formats/text.ts'

const read = (source: string) => [...text.read({ bytes: Buffer.from(source) })]
const shown = (source: string) => read(source).map(({ kind, text }) => [kind, text])

const WRAPPED = `CAUCASE : LES NÉGOCIATEURS SE RETROUVENT

Réunis pendant trois jours sous l'égide de l'OSCE, les négociateurs
ont examiné le tracé de la frontière, le retour des prisonniers de
guerre et le retrait des forces. Les coprésidents du Groupe de Minsk
ont suivi la séance.
De leur côté, les états-majors ont accepté de reculer leur matériel
militaire de cinq kilomètres. Le général de brigade de chaque pays,
Zafer Ocak en tête, sera chargé de l'application.

- un premier point de l'accord, plus long que la ligne ne le
  permet
- un second point

(...)

Un général de brigade
sera chargé d'en informer les attachés militaires à Tbilissi, selon
M. Hasanov.
`

describe('lines', () => {
  test('hard wraps are folded; a short last line, a mark and a blank line end a paragraph', () => {
    expect(shown(WRAPPED)).toEqual([
      ['heading', 'CAUCASE : LES NÉGOCIATEURS SE RETROUVENT'],
      [
        'paragraph',
        "Réunis pendant trois jours sous l'égide de l'OSCE, les négociateurs ont examiné le tracé de la frontière, le retour des prisonniers de guerre et le retrait des forces. Les coprésidents du Groupe de Minsk ont suivi la séance.",
      ],
      [
        'paragraph',
        "De leur côté, les états-majors ont accepté de reculer leur matériel militaire de cinq kilomètres. Le général de brigade de chaque pays, Zafer Ocak en tête, sera chargé de l'application.",
      ],
      ['item', "- un premier point de l'accord, plus long que la ligne ne le permet"],
      ['item', '- un second point'],
      ['paragraph', '(...)'],
      [
        'paragraph',
        "Un général de brigade sera chargé d'en informer les attachés militaires à Tbilissi, selon M. Hasanov.",
      ],
    ])
  })

  test('a sentence that ends with a full line does not end the paragraph', () => {
    const lines = [
      'Le ministre a reçu hier les attachés militaires de six pays.',
      'La rencontre a duré deux heures dans la grande salle du palais',
      'et le communiqué sera publié demain matin par le porte-parole',
      'du ministère.',
    ]
    expect(read(lines.join('\n')).map((paragraph) => paragraph.text)).toEqual([lines.join(' ')])
  })

  test('a quotation in a letter, its marks left where they stand', async () => {
    const source =
      'Bonjour à tous,\n\n> Voici le texte que vous avez demandé. Il est un peu long pour\n> être lu, mais il faut le lire.\n>\n>> Merci\n\nÀ bientôt.\n'
    expect(shown(source)).toEqual([
      ['paragraph', 'Bonjour à tous,'],
      ['quote', 'Voici le texte que vous avez demandé. Il est un peu long pour être lu, mais il faut le lire.'],
      ['quote', 'Merci'],
      ['paragraph', 'À bientôt.'],
    ])
    const bytes = Buffer.from(source)
    const replacements = read(source).map(({ slot, text, codes }) => ({
      slot,
      codes,
      text: text.toUpperCase(),
      state: 'translated' as const,
    }))
    const finished = await text.finish({ bytes }, replacements, { source: 'fr', target: 'en' })
    expect(Buffer.from(finished).toString()).toBe(source.toUpperCase())
  })

  test.each<[name: string, source: string, paragraphs: string[]]>([
    [
      'words torn at the end of a line',
      'Le président de la République a reçu hier à l’Élysée le secré-\ntaire général de l’OTAN et la mission d’après-\nguerre, les pré-\net post-coloniaux.',
      [
        'Le président de la République a reçu hier à l’Élysée le secré-taire général de l’OTAN et la mission d’après-guerre, les pré- et post-coloniaux.',
      ],
    ],
    ['the end of a page', 'Il est parti.\fElle est restée.', ['Il est parti.', 'Elle est restée.']],
    [
      'a line a paragraph',
      'Il est parti hier soir de Bakou.\nElle est restée à Erevan avec les siens.\nOn verra.',
      ['Il est parti hier soir de Bakou.', 'Elle est restée à Erevan avec les siens.', 'On verra.'],
    ],
    [
      'long lines, one a paragraph',
      `${'Le texte est long. '.repeat(20).trim()}\n${'Le suivant aussi. '.repeat(22).trim()}`,
      ['Le texte est long. '.repeat(20).trim(), 'Le suivant aussi. '.repeat(22).trim()],
    ],
    [
      'blank lines in the middle of a sentence',
      'Elle a déjà de grandes\n\ntraditions.\n\nElle continue.',
      ['Elle a déjà de grandes traditions.', 'Elle continue.'],
    ],
    ['a blank line behind an elision', 'La mission d’\n\nobservation part.', ['La mission d’ observation part.']],
    [
      'a blank line, then a capital',
      'Des territoires occupés de l’Azerbaïdjan\n\nLe peuple souffre.',
      ['Des territoires occupés de l’Azerbaïdjan', 'Le peuple souffre.'],
    ],
    [
      'a sentence ended, then a small letter',
      'Il est parti.\n\nal-Qaïda revendique.',
      ['Il est parti.', 'al-Qaïda revendique.'],
    ],
    ['a quotation ended, then a small letter', '« Il est parti »\n\na-t-il dit.', ['« Il est parti »', 'a-t-il dit.']],
    [
      'recitals',
      'Vu la loi de 1901 ;\n\nvu le décret de 2004 ;\n\nDécide :',
      ['Vu la loi de 1901 ;', 'vu le décret de 2004 ;', 'Décide :'],
    ],
    ['a list of words', 'pommes\npoires\nbananes', ['pommes', 'poires', 'bananes']],
    ['an address', 'Jean Dupont\n12 rue de la Paix\n75002 Paris', ['Jean Dupont', '12 rue de la Paix', '75002 Paris']],
    ['a dialogue', '— Qui va là ?\n— Un ami.', ['— Qui va là ?', '— Un ami.']],
    ['white space around lines', '  Il est parti.\t\n\u00A0\n  Elle reste.  ', ['Il est parti.', 'Elle reste.']],
  ])('%s', (_, source, paragraphs) => {
    expect(read(source).map((paragraph) => paragraph.text)).toEqual(paragraphs)
  })
})

describe('kinds', () => {
  test.each([
    ['heading', '## Azerbaïdjan'],
    ['heading', 'Entre coopération avec l’OTAN et équilibres régionaux avec l’Iran'],
    ['heading', '**Un titre en gras**'],
    ['heading', 'M. Aliyev reçoit J. Biden à Bakou'],
    ['paragraph', 'Il est parti.'],
    ['paragraph', 'Il est parti. Elle est restée'],
    ['paragraph', 'Au programme :'],
    ['paragraph', '« Il est parti'],
    ['paragraph', 'et il est parti'],
    ['paragraph', '(...)'],
    ['paragraph', '( )'],
    ['paragraph', '— Qui va là'],
    ['item', '- un point'],
    ['item', '• un point'],
    ['item', '1. Un point'],
    ['item', 'a) un point'],
    ['other', '* * *'],
    ['other', '----'],
  ])('%s: %s', (kind, line) => {
    expect(read(`Le texte commence ici.\n${line}`).map((paragraph) => paragraph.kind)).toEqual(['paragraph', kind])
  })

  test('the first line of a dispatch may be long; a later one is a paragraph that lost its stop', () => {
    const line = `À Bakou, le ministère de la Défense a organisé une formation ${'sur la planification logistique '.repeat(3)}pour 2026`
    expect(read(`${line}\nIl l’a dit.\n${line}`).map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'paragraph'])
  })
})

describe('markup', () => {
  test.each<[name: string, source: string, text: string, codes: string[][]]>([
    ['bold', 'Le **colonel** part.', 'Le <1>colonel</1> part.', [['**', '**']]],
    ['italic', 'Le *colonel* part.', 'Le <1>colonel</1> part.', [['*', '*']]],
    ['both', 'Le ***colonel*** part.', 'Le <1>colonel</1> part.', [['***', '***']]],
    [
      'italic in bold',
      '**Le *colonel* part.**',
      '<1>Le <2>colonel</2> part.</1>',
      [
        ['**', '**'],
        ['*', '*'],
      ],
    ],
    [
      'high and low',
      'Le G<sup>al</sup> boit H<sub>2</sub>O.',
      'Le G<1>al</1> boit H<2>2</2>O.',
      [
        ['<sup>', '</sup>'],
        ['<sub>', '</sub>'],
      ],
    ],
    [
      'attributes and capitals',
      'Le <SPAN class="a">colonel</span> part.',
      'Le <1>colonel</1> part.',
      [['<SPAN class="a">', '</span>']],
    ],
    [
      'a line break',
      'Le colonel<br>part,<br /> puis dort.',
      'Le colonel<1/> part,<2/> puis dort.',
      [['<br>'], ['<br />']],
    ],
    [
      'a link',
      'Voir [le **site**](https://exemple.fr/a).',
      'Voir <1>le <2>site</2></1>.',
      [
        ['[', '](https://exemple.fr/a)'],
        ['**', '**'],
      ],
    ],
    ['a tag without its other end', 'Le <b>colonel part.', 'Le <1/>colonel part.', [['<b>']]],
    [
      'crossing pairs',
      'Le **colonel <b>dort** ici</b>.',
      'Le <1>colonel <2/>dort</1> ici<3/>.',
      [['**', '**'], ['<b>'], ['</b>']],
    ],
    ['a lone star', 'Le prix* du colonel.', 'Le prix* du colonel.', []],
    ['a footnote star at either end', 'Le prix * du * colonel.', 'Le prix * du * colonel.', []],
    ['a product', '2*3*4 colonels.', '2*3*4 colonels.', []],
    ['stars never closed', 'Le **colonel part.', 'Le **colonel part.', []],
    ['a comparison', 'Si a < b et c > d, il part.', 'Si a < b et c > d, il part.', []],
    ['a comparison that looks like a tag', 'Si a <b et c> d, il part.', 'Si a <b et c> d, il part.', []],
    ['a name that is no tag', 'Le <colonel> et <bien> partent.', 'Le <colonel> et <bien> partent.', []],
    ['a remark', 'Il a tiré [sur nos lignes] (hier).', 'Il a tiré [sur nos lignes] (hier).', []],
    ['a remark before a bracket', 'Il a tiré [sur nos lignes](hier).', 'Il a tiré [sur nos lignes](hier).', []],
    ['a number that is no tag', 'Le <1>**colonel**</1> part.', 'Le <1><2>colonel</2></1> part.', [['**', '**']]],
    ['underscores', 'Le fichier a_b_c et _x_.', 'Le fichier a_b_c et _x_.', []],
  ])('%s', (_, source, text, codes) => {
    const [paragraph] = read(source)
    expect(paragraph!.text).toBe(text)
    expect(paragraph!.codes.map(({ open, close }) => (close === undefined ? [open] : [open, close]))).toEqual(codes)
  })
})
