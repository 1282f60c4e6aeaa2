import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { docx } from '../../src/formats/docx.ts'
import { FR_EN } from './streams.ts'
import { field, finished, p, part, r, read, refusal, relationship, relationships, t, word, zipped } from './word.ts'

const styles = (...all: string[]) => ({
  related: [relationship('styles', 'styles.xml')],
  parts: { 'word/styles.xml': part('styles', all.join('')) },
})
const style = (id: string, name: string, content = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${content}</w:style>`

/** Not the clock: other tests run beside this one. */
const cpuMilliseconds = () => process.cpuUsage().user / 1000

describe('what a paragraph is', () => {
  const sheet = styles(
    style('Titre1', 'heading 1'),
    style('Chapitre', 'Chapitre', '<w:basedOn w:val="Titre1"/>'),
    style('Annexe', 'Annexe', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
    style('Corps', 'Body Text', '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
    style('Liste', 'List Bullet', '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'),
    style('Citation', 'Quote'),
    style('TM1', 'toc 1'),
    style('Moi', 'Moi', '<w:basedOn w:val="Moi"/>'),
  )
  test.each([
    ['a heading by its name in every language', '<w:pStyle w:val="Titre1"/>', 'heading'],
    ['a heading by the style it rests on', '<w:pStyle w:val="Chapitre"/>', 'heading'],
    ['a heading by its level', '<w:pStyle w:val="Annexe"/>', 'heading'],
    ['a heading by its own level', '<w:outlineLvl w:val="0"/>', 'heading'],
    ['no heading by the level of plain text', '<w:pStyle w:val="Corps"/>', 'paragraph'],
    ['a point of a list', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', 'item'],
    ['a point by its style', '<w:pStyle w:val="Liste"/>', 'item'],
    ['taken out of its list', '<w:pStyle w:val="Liste"/><w:numPr><w:numId w:val="0"/></w:numPr>', 'paragraph'],
    ['a quotation', '<w:pStyle w:val="Citation"/>', 'quote'],
    ['a line of contents', '<w:pStyle w:val="TM1"/>', 'other'],
    ['a style that rests on itself', '<w:pStyle w:val="Moi"/>', 'paragraph'],
    ['a style that is not there', '<w:pStyle w:val="Rien"/>', 'paragraph'],
  ])('%s', async (_, properties, kind) => {
    expect(await read(word({ body: p(t('Un texte'), properties), ...sheet }))).toMatchObject([
      { kind, text: 'Un texte' },
    ])
  })

  test('a cell, and prose in a cell', async () => {
    const cell = p(t('Nom')) + p(t('Une phrase. Une autre.')) + p(t('Un titre'), '<w:outlineLvl w:val="0"/>')
    const body = `<w:tbl><w:tr><w:tc>${cell}</w:tc></w:tr></w:tbl>${p(t('Suite'))}`
    expect((await read(word({ body }))).map(({ kind }) => kind)).toEqual(['cell', 'paragraph', 'heading', 'paragraph'])
  })
})

const LINK = '<w:hyperlink r:id="rId4">'
const NOTE = r('<w:footnoteReference w:id="2"/>', '<w:rStyle w:val="Appelnote"/>')
const BOLD = '<w:b/>'

/** A paragraph's content, its text, and what its codes stand for. */
const CONTENTS: [name: string, content: string, text: string, codes: string[][]][] = [
  ['runs that look alike', t('Un mo') + t('t ') + t('fin'), 'Un mot fin', []],
  [
    'what Word scatters over words',
    t('Le Ca') +
      '<w:proofErr w:type="spellStart"/>' +
      r('<w:lastRenderedPageBreak/><w:t>uca</w:t>', '<w:lang w:val="fr-CA"/><w:noProof/>') +
      '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>' +
      t('se', '<w:spacing w:val="-2"/><w:szCs w:val="20"/><w:color w:val="auto"/>'),
    'Le Caucase',
    [],
  ],
  [
    'properties that say nothing',
    t('Un ', '<w:rtl w:val="0"/><w:shd w:val="clear" w:fill="auto"/>') +
      t('mot', '<w:vertAlign w:val="baseline"/><w:highlight w:val="none"/>') +
      t(' en', '<w:rFonts w:hint="eastAsia" w:cs="Arial"/>') +
      t(' gras', '<w:b w:val="true"/>') +
      t(' et gras', '<w:b/>'),
    'Un mot en<1> gras et gras</1>',
    [['<w:r><w:rPr><w:b/></w:rPr>', '</w:r>']],
  ],
  [
    'what is off and was never on',
    t('Un ') + t('mot', '<w:b w:val="0"/><w:u w:val="none"/>') + t(' de plus', '<w:i w:val="false"/>'),
    'Un mot de plus',
    [],
  ],
  [
    'a box to tick',
    '<w:sdt><w:sdtPr><w14:checkbox xmlns:w14="urn:w14"/></w:sdtPr><w:sdtContent>' +
      t('☐') +
      '</w:sdtContent></w:sdt>' +
      t(' Accepté'),
    '<1/> Accepté',
    [['<w:sdt>']],
  ],
  [
    'a look of its own',
    t('Le ') + t('général', BOLD) + t(' dort ici'),
    'Le <1>général</1> dort ici',
    [['<w:r><w:rPr><w:b/></w:rPr>', '</w:r>']],
  ],
  [
    'the plainest look is no tag, though others have more words',
    t('Tout est en gras', BOLD) + t(' sauf'),
    '<1>Tout est en gras</1> sauf',
    [['<w:r><w:rPr><w:b/></w:rPr>', '</w:r>']],
  ],
  ['a bold space', t('Un') + t(' ', BOLD) + t('mot'), 'Un mot', []],
  [
    'an underlined space',
    t('Nom : ') + t('     ', '<w:u w:val="single"/>') + t(' (lisible)'),
    'Nom : <1>     </1> (lisible)',
    [['<w:r><w:rPr><w:u w:val="single"/></w:rPr>', '</w:r>']],
  ],
  [
    'a break inside of bold words',
    t('Voici : ') + r('<w:t>un</w:t><w:br/><w:t>deux</w:t>', BOLD) + t(' et la suite'),
    'Voici : <1>un<2/>deux</1> et la suite',
    [['<w:r><w:rPr><w:b/></w:rPr>', '</w:r>'], ['<w:br/>']],
  ],
  [
    'tabs and hyphens',
    r('<w:t>Nom</w:t><w:tab/><w:t>Bas</w:t><w:noBreakHyphen/><w:t>Rhin</w:t><w:softHyphen/>') + t('!'),
    'Nom\tBas\u2011Rhin\u00AD!',
    [],
  ],
  ['a tab in front', r('<w:tab/><w:t>Un</w:t>') + t(' mot '), 'Un mot', []],
  [
    'two breaks are alike',
    r('<w:t>un</w:t><w:br/><w:t>deux</w:t>') + r('<w:br/>', BOLD) + t('trois'),
    'un<1/>deux<2/>trois',
    [['<w:br/>'], ['<w:br/>']],
  ],
  [
    'two breaks side by side',
    r('<w:t>un</w:t><w:br/><w:br/><w:t>deux</w:t>'),
    'un<1/><2/>deux',
    [['<w:br/>'], ['<w:br/>']],
  ],
  [
    'two marks side by side',
    `${t('un')}<w:commentRangeStart w:id="1"/><w:bookmarkStart w:id="2" w:name="a"/>${t('deux')}`,
    'un<1/>deux',
    [['<w:commentRangeStart w:id="1"/><w:bookmarkStart w:id="2" w:name="a"/>']],
  ],
  [
    'a link',
    t('Voir ') +
      `${LINK}${t('le ', '<w:rStyle w:val="Lien"/>')}${t('site', '<w:rStyle w:val="Lien"/>')}</w:hyperlink>` +
      t('.'),
    'Voir <1>le site</1>.',
    [[LINK, '</w:hyperlink>']],
  ],
  ['a note', t('Un mot') + NOTE + t('.'), 'Un mot<1/>.', [['<w:footnoteReference w:id="2"/>']]],
  ['a note at the end', t('Un mot.') + NOTE, 'Un mot.<1/>', [['<w:footnoteReference w:id="2"/>']]],
  ['the number in front of a note', r('<w:footnoteRef/>') + t(' La note'), 'La note', []],
  [
    'a bookmark around all',
    `<w:bookmarkStart w:id="1" w:name="a"/>${t('Un mot')}<w:bookmarkEnd w:id="1"/>`,
    'Un mot',
    [],
  ],
  [
    'a bookmark in the middle',
    `${t('Un ')}<w:bookmarkStart w:id="1" w:name="a"/>${t('mot')}<w:bookmarkEnd w:id="1"/>${t('.')}`,
    'Un <1/>mot<2/>.',
    [['<w:bookmarkStart w:id="1" w:name="a"/>'], ['<w:bookmarkEnd w:id="1"/>']],
  ],
  [
    'a link as a field',
    t('Voir ') + field('HYPERLINK "http://a.fr"', t('le site')) + t('.'),
    'Voir <1>le site</1>.',
    [[`<w:fldSimple w:instr='HYPERLINK "http://a.fr"'>`, '</w:fldSimple>']],
  ],
  [
    'a page number',
    t('Page ') +
      field('PAGE', t('3')) +
      t(' sur ') +
      `<w:fldSimple w:instr=" NUMPAGES ">${t('9')}</w:fldSimple>` +
      t('.'),
    'Page <1/> sur <2/>.',
    [['<w:fldSimple w:instr="PAGE"/>'], ['<w:fldSimple w:instr="NUMPAGES"/>']],
  ],
  [
    'a field in a field',
    field('TOC \\o', `${t('Intro')}${r('<w:tab/>')}${field('PAGEREF _Toc1 \\h', t('3'))}`),
    '<1>Intro\t<2/></1>',
    [['<w:fldSimple w:instr="TOC \\o">', '</w:fldSimple>'], ['<w:fldSimple w:instr="PAGEREF _Toc1 \\h"/>']],
  ],
  [
    'a field that goes on elsewhere',
    r('<w:fldChar w:fldCharType="begin"/>') +
      r('<w:instrText> TOC </w:instrText>') +
      r('<w:fldChar w:fldCharType="separate"/>') +
      t('Intro'),
    'Intro',
    [],
  ],
  [
    'hidden words',
    t('Un ') + t('secret ', '<w:vanish/>') + t('mot', '<w:vanish w:val="0"/>'),
    'Un <1/><2>mot</2>',
    [['<w:vanish/>'], ['<w:r><w:rPr><w:vanish w:val="0"/></w:rPr>', '</w:r>']],
  ],
  [
    'a content control',
    `${t('Nom : ')}<w:sdt><w:sdtPr/><w:sdtContent>${t('Ali')}</w:sdtContent></w:sdt>${t('.')}`,
    'Nom : <1>Ali</1>.',
    [['<w:sdt>', '</w:sdt>']],
  ],
  ['a smart tag', `${t('À ')}<w:smartTag w:element="place">${t('Paris')}</w:smartTag>`, 'À Paris', []],
  [
    'a picture with a long description',
    t('Un') + r(`<w:drawing><x:docPr xmlns:x="u" descr="Carte"/>${'<w:a/>'.repeat(40)}</w:drawing>`) + t('mot'),
    'Un<1/>mot',
    [['<w:drawing name="Carte">']],
  ],
  [
    'words that look like a tag',
    t('Un &lt;1&gt; mot ') + t('gras', BOLD),
    'Un <1> mot <2>gras</2>',
    [['<w:r><w:rPr><w:b/></w:rPr>', '</w:r>']],
  ],
  ['spaces Word leaves out', r('<w:t> Un\n mot </w:t>') + t('!'), 'Un  mot!', []],
  ['references and CDATA', r('<w:t>A &amp; B &#233; <![CDATA[<c>]]></w:t>'), 'A & B é <c>', []],
]

describe('what stands in a paragraph', () => {
  test.each(CONTENTS)('%s', async (_, content, text, codes) => {
    const [paragraph] = await read(word({ body: p(content) }))
    expect(paragraph!.text).toBe(text)
    expect(paragraph!.codes.map(({ open, close }) => (close === undefined ? [open] : [open, close]))).toEqual(codes)
  })

  test.each([
    ['nothing', ''],
    ['white space', t(' \u00A0 ') + r('<w:tab/>')],
    ['a picture', r('<w:drawing/>')],
    ['a page number', field('PAGE', t('3'))],
    ['hidden words', t('Un secret', '<w:vanish/>')],
  ])('%s is nothing to translate', async (_, content) => {
    expect(await read(word({ body: `${p(content)}<w:p/>` }))).toEqual([])
  })

  test('words that are not bold where their style is', async () => {
    const bold = '<w:rPr><w:b/></w:rPr>'
    const sheet = styles(style('P', 'p', bold), style('Q', 'q', '<w:basedOn w:val="P"/>'), style('C', 'c', bold))
    const off = '<w:b w:val="0"/>'
    const body =
      p(t('Un ') + t('mot', off), '<w:pStyle w:val="Q"/>') +
      p(t('Un ') + t('mot', `<w:rStyle w:val="C"/>${off}`)) +
      p(t('Un ') + t('mot', off))
    expect((await read(word({ body, ...sheet }))).map(({ text }) => text)).toEqual([
      'Un <1>mot</1>',
      'Un <1>mot</1>',
      'Un mot',
    ])
  })

  test('words hidden by a style', async () => {
    const hidden = '<w:rPr><w:vanish/></w:rPr>'
    const sheet = styles(style('P', 'p', hidden), style('C', 'c', hidden))
    const body = p(t('Un'), '<w:pStyle w:val="P"/>') + p(t('Deux', '<w:rStyle w:val="C"/>')) + p(t('Trois'))
    expect((await read(word({ body, ...sheet }))).map(({ text }) => text)).toEqual(['Trois'])
  })
})

const box = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`
const alternatives = (choice: string, fallback: string) =>
  r(
    `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box(choice)}</w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict>${box(fallback)}</w:pict></mc:Fallback></mc:AlternateContent>`,
  )

test('a link tells where it leads', async () => {
  const link = relationship('hyperlink', 'https://exemple.fr/a', 'External')
  const id = /Id="(\w+)"/u.exec(link)![1]
  const bytes = word({ body: p(`${t('Voir ')}<w:hyperlink r:id="${id}">${t('ici')}</w:hyperlink>`), related: [link] })
  const [paragraph] = await read(bytes)
  expect(paragraph!.codes).toEqual([
    { number: 1, open: '<w:hyperlink r:id="https://exemple.fr/a">', close: '</w:hyperlink>' },
  ])
  expect(documentOf(await finished(bytes, () => '<1>See</1>'))).toContain(`<w:p><w:hyperlink r:id="${id}"><w:r>`)
})

describe('where texts stand', () => {
  const everywhere = word({
    body: p(t('Le corps')),
    related: [
      relationship('footer', 'footer1.xml'),
      relationship('header', 'header10.xml'),
      relationship('header', '/word/header2.xml'),
      relationship('endnotes', 'endnotes.xml'),
      relationship('footnotes', 'footnotes.xml'),
      relationship('comments', 'comments.xml'),
      relationship('header', 'header3.xml'),
    ],
    parts: {
      'word/footnotes.xml': part('footnotes', `<w:footnote w:id="1">${p(t('La note'))}</w:footnote>`),
      'word/endnotes.xml': part('endnotes', `<w:endnote w:id="1">${p(t('La fin'))}</w:endnote>`),
      'word/header10.xml': part('hdr', p(t('Deux'))),
      'word/header2.xml': part('hdr', p(t('Un'))),
      'word/footer1.xml': part('ftr', p(t('Le pied'))),
      'word/comments.xml': part('comments', p(t('Un avis'))),
    },
  })

  test('the text, its notes, what is above and below it; a part that is missing is passed over', async () => {
    expect((await read(everywhere)).map(({ text, slot }) => [slot.part, text])).toEqual([
      ['word/document.xml', 'Le corps'],
      ['word/footnotes.xml', 'La note'],
      ['word/endnotes.xml', 'La fin'],
      ['word/header2.xml', 'Un'],
      ['word/header10.xml', 'Deux'],
      ['word/footer1.xml', 'Le pied'],
    ])
  })

  test('all of them are written', async () => {
    const bytes = await finished(everywhere, ({ text }) => `${text}.`)
    expect((await read(bytes)).map(({ text }) => text)).toEqual((await read(everywhere)).map(({ text }) => `${text}.`))
  })

  test('a document under another name, in the strict edition, under another prefix, in UTF-16', async () => {
    const xml =
      '<?xml version="1.0" encoding="UTF-16"?><n:document xmlns:n="http://purl.oclc.org/ooxml/wordprocessingml/main"><n:body>' +
      '<n:p><n:r><n:t>Un é</n:t></n:r><p xmlns="urn:x"><r><t>rien</t></r></p></n:p></n:body></n:document>'
    const utf16 = Buffer.from(`\uFEFF${xml}`, 'utf16le')
    const bytes = word({
      body: '',
      parts: {
        '_rels/.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/doc/Main.XML"/></Relationships>',
        'doc/main.xml': utf16,
      },
    })
    const [paragraph] = await read(bytes)
    expect(paragraph).toMatchObject({ text: 'Un é', slot: { part: 'doc/Main.XML' } })
    const done = await finished(bytes, () => 'Œuvre')
    const written = Buffer.from(unzipSync(done)['doc/main.xml']!).toString('utf16le')
    expect(written).toContain('<n:r><n:rPr><n:lang n:val="en"/></n:rPr><n:t>Œuvre</n:t></n:r>')
  })

  test('a text box stands behind its paragraph, once', async () => {
    const inside = p(t('Dans la boîte'))
    const bytes = word({ body: p(t('Avant ') + alternatives(inside, inside) + t('après')) })
    const paragraphs = await read(bytes)
    expect(paragraphs.map(({ text }) => text)).toEqual(['Avant <1/>après', 'Dans la boîte'])
    const done = await finished(bytes, ({ text }) => text.toUpperCase())
    expect((await read(done)).map(({ text }) => text)).toEqual(['AVANT <1/>APRÈS', 'DANS LA BOÎTE'])
    expect(documentOf(done).split('>DANS LA BOÎTE<')).toHaveLength(3)
    expect(documentOf(done)).not.toContain('boîte')
  })

  test('a box that says something else to old programs is two', async () => {
    const bytes = word({ body: p(alternatives(p(t('Neuf')), p(t('Vieux')))) })
    expect((await read(bytes)).map(({ text }) => text)).toEqual(['Neuf', 'Vieux'])
    expect((await read(await finished(bytes, ({ text }) => `${text} !`))).map(({ text }) => text)).toEqual([
      'Neuf !',
      'Vieux !',
    ])
  })

  test('slots stand in their order and never overlap', async () => {
    const inner = p(t('Trois') + alternatives(p(t('Quatre')), p(t('Quatre'))))
    const bytes = word({ body: p(alternatives(p(t('Deux')) + inner, p(t('Deux')) + inner) + t('Un')) + p(t('Cinq')) })
    const paragraphs = await read(bytes)
    expect(paragraphs.map(({ text }) => text)).toEqual(['Un', 'Deux', 'Trois', 'Quatre', 'Cinq'])
    const places = paragraphs.flatMap(({ slot: { start, end } }) => [start, end])
    expect(places).toEqual([...places].sort((a, b) => a - b))
    const done = await finished(bytes, ({ text }) => `${text}.`)
    expect((await read(done)).map(({ text }) => text)).toEqual(paragraphs.map(({ text }) => `${text}.`))
    expect(documentOf(done).split('>Quatre.<')).toHaveLength(5)
  })
})

const documentOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/document.xml']!)

/** What stands in the body when the first paragraph says something else. */
async function rewritten(content: string, text: string): Promise<string> {
  const done = await finished(word({ body: p(content, '<w:jc w:val="both"/>') }), () => text)
  const [, body] = /<w:body><w:p><w:pPr><w:jc w:val="both"\/><\/w:pPr>(.*)<\/w:p><w:sectPr\/>/u.exec(documentOf(done))!
  return body!
}

const EN = '<w:lang w:val="en"/>'
const en = (text: string, properties = '') => `<w:r><w:rPr>${properties}${EN}</w:rPr><w:t>${text}</w:t></w:r>`

describe('what is written', () => {
  test.each<[name: string, content: string, text: string, written: string]>([
    ['the properties of most words', t('Un ', '<w:i/>') + t('long mot', '<w:i/>'), 'A word', en('A word', '<w:i/>')],
    [
      'a pair',
      t('Un ') + t('mot', BOLD) + t(' de plus'),
      'One <1>word</1>.',
      en('One ').replace('<w:t>', '<w:t xml:space="preserve">') + en('word', BOLD) + en('.'),
    ],
    ['a pair that moved', t('Un ') + t('mot', BOLD) + t(' de plus'), '<1>Word</1>', en('Word', BOLD)],
    [
      'a pair twice',
      t('Un ') + t('mot', BOLD) + t(' de plus'),
      '<1>A</1>b<1>c</1>',
      en('A', BOLD) + en('b') + en('c', BOLD),
    ],
    [
      'a pair in a pair',
      t('Un ') + t('mot', BOLD) + t(' long') + t('fin', '<w:i/>'),
      '<1>A<2>b</2>c</1>',
      en('A', BOLD) + en('b', '<w:i/>') + en('c', BOLD),
    ],
    ['a pair that was left out', t('Un ') + t('mot', BOLD) + t(' de plus'), 'Word', en('Word')],
    [
      'a link with the look of its words',
      `${t('Voir ')}${LINK}${t('le site', '<w:u/>')}</w:hyperlink>`,
      '<1>See</1> it',
      `${LINK}${en('See', '<w:u/>')}</w:hyperlink>${en(' it').replace('<w:t>', '<w:t xml:space="preserve">')}`,
    ],
    ['a note that moved', t('Un') + NOTE + t(' mot'), 'A<1/>', en('A') + NOTE],
    ['a note stands once', t('Un') + NOTE + t(' mot'), '<1/>A<1/>', NOTE + en('A')],
    [
      'a break as often as it is said',
      r('<w:t>Un</w:t><w:br/><w:t>mot</w:t>'),
      'A<1/>b<1/>c',
      `${en('A')}${r('<w:br/>')}${en('b')}${r('<w:br/>')}${en('c')}`,
    ],
    [
      'characters that are elements',
      t('Un'),
      'a\tb\u2011c\u00AD\nd',
      `<w:r><w:rPr>${EN}</w:rPr><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:br/><w:t>d</w:t></w:r>`,
    ],
    ['what XML cannot hold', t('Un'), 'a < b & c > d \u0001 😀', en('a &lt; b &amp; c &gt; d \uFFFD 😀')],
    ['a tab in front stays', r('<w:tab/><w:t>Un</w:t>', BOLD), 'A', `${r('<w:tab/>', BOLD)}${en('A', BOLD)}`],
    ['spaces at the ends stay', t(' Un '), 'A', `${t(' ')}${en('A')}${t(' ')}`],
    [
      'the end of a bookmark',
      `${t('Un')}<w:bookmarkStart w:id="1" w:name="a"/>${t(' mot')}<w:bookmarkEnd w:id="1"/>${t('.')}`,
      'A.',
      `${en('A.')}<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>`,
    ],
    [
      'the language of the source',
      t('Un', '<w:lang w:val="fr-FR" w:bidi="ar-SA"/><w:oMath/>'),
      'A',
      '<w:r><w:rPr><w:lang w:val="en" w:bidi="ar-SA"/><w:oMath/></w:rPr><w:t>A</w:t></w:r>',
    ],
    [
      'another language',
      t('Un', '<w:lang w:val="de-DE"/>'),
      'A',
      '<w:r><w:rPr><w:lang w:val="de-DE"/></w:rPr><w:t>A</w:t></w:r>',
    ],
    [
      'a language in its place',
      t('Un', '<w:b/><w:specVanish/>'),
      'A',
      `<w:r><w:rPr><w:b/>${EN}<w:specVanish/></w:rPr><w:t>A</w:t></w:r>`,
    ],
    [
      'hidden words',
      `${t('Un')}${t(' secret', '<w:vanish/>')}${t(' mot')}`,
      'A word',
      `${en('A word')}${t(' secret', '<w:vanish/>')}`,
    ],
  ])('%s', async (_, content, text, written) => {
    expect(await rewritten(content, text)).toBe(written)
  })

  test('a code of another paragraph means nothing', async () => {
    const bytes = word({ body: p(t('Un mot')) })
    const [paragraph] = await read(bytes)
    const { slot } = paragraph!
    const codes = [
      { number: 1, open: '<w:b/>', close: '</w:b>' },
      { number: 2, open: '<w:object r:id="evil"/>' },
    ]
    const done = await docx.finish({ bytes }, [{ slot, text: '<1>A<2/></1>', codes, state: 'draft' }], FR_EN)
    expect(documentOf(done)).toContain(`<w:body><w:p>${en('A')}</w:p>`)
  })

  test('a control is no longer bound to the data it showed, once its words are others', async () => {
    const binding = '<w:dataBinding w:xpath="/a"/>'
    const control = (content: string, properties = binding) =>
      `<w:sdt><w:sdtPr><w:id w:val="1"/>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
    const body = control(p(t('Un')) + p(t('Deux'))) + control(p(t('Trois'))) + p(`${t('Le ')}${control(t('titre'))}`)
    const bytes = word({ body })
    const done = documentOf(await finished(bytes, ({ text }) => (text === 'Trois' ? undefined : `${text}.`)))
    expect(done.split(binding)).toHaveLength(2)
    expect(done).toContain(`${control(p(t('Trois')))}<w:p>`)
    expect(done).toContain(
      `${en('Le ').replace('<w:t>', '<w:t xml:space="preserve">')}${control(en('titre'), '')}${en('.')}`,
    )
  })

  test('nothing changed, the very bytes', async () => {
    const bytes = word({ body: p(t('Un ') + t('mot', BOLD)) })
    expect(await docx.finish({ bytes }, [], FR_EN)).toEqual(bytes)
    expect(await finished(bytes, () => undefined)).toEqual(bytes)
    expect(await finished(bytes, () => 'Un <1>mot</1>')).toEqual(bytes)
  })

  test('texts of any kind come back as they were written', async () => {
    const bytes = word({ body: p(t('Un ') + t('mot', BOLD) + NOTE + r('<w:br/>') + t('.')) + p(t('Deux')) })
    const piece = fc.oneof(
      fc.constantFrom('<1>', '</1>', '<2/>', '<3/>', 'mot', '.', '\t', '\u2011', '\u200F', '&', ' '),
      fc.string({ unit: 'grapheme' }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (words) => {
        const text = `a${words.filter((word) => !/[<>]/u.test(word)).join('')}b`
        const xmlText = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
        const done = await finished(bytes, () => `${text}<1>c</1><2/>`)
        const [first, second] = await read(done)
        if (!/[\r\n]/u.test(text))
          expect([first!.text, second!.text]).toEqual([`${xmlText}<1>c</1><2/>`, `${xmlText}<1>c</1><2/>`])
      }),
      { numRuns: 60 },
    )
  })
})

const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const compound = (stream: string) => Buffer.concat([COMPOUND, Buffer.alloc(600), Buffer.from(stream, 'utf16le')])
const document = (xml: string) => word({ body: '', parts: { 'word/document.xml': xml } })
const external = (type: string, target: string) =>
  word({
    body: p(t('Un')),
    parts: { 'word/_rels/settings.xml.rels': relationships(relationship(type, target, 'External')) },
  })

describe('refused with a sentence', () => {
  test.each<[name: string, sentence: string, bytes: Uint8Array]>([
    ['locked with a password', 'Encrypt with Password', compound('EncryptedPackage')],
    ['of the old kind', '(.doc)', compound('WordDocument')],
    ['another compound file', 'This is not a Word document', compound('Workbook')],
    ['RTF', 'This is not a Word document', Buffer.from('{\\rtf1 Un texte}')],
    ['nothing', 'This is not a Word document', new Uint8Array()],
    ['any archive', 'This is not a Word document', zipped({ 'a.txt': 'a' })],
    [
      'a workbook',
      'This is not a Word document',
      document('<workbook xmlns="urn:x"><w:p xmlns:w="urn:y"/></workbook>'),
    ],
    [
      'a document that is missing',
      'This is not a Word document',
      zipped({ '_rels/.rels': relationships(relationship('officeDocument', '../../etc/passwd')) }),
    ],
    ['the half of it', 'damaged', word({ body: p(t('Un')) }).subarray(0, 700)],
    [
      'half a part',
      'In “word/document.xml”: ',
      document('<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'),
    ],
    ['a bare ampersand', 'Line 2: An & stands alone', document(part('document', p(t('A & B'))))],
    [
      'entities that grow',
      'declares a document type',
      document(`<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${part('document', '&b;').slice(57)}`),
    ],
    [
      'an entity that names a file',
      'declares a document type',
      document(`<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>`),
    ],
    [
      'a document type elsewhere',
      'declares a document type',
      document(`<!DOCTYPE w SYSTEM "http://127.0.0.1/w.dtd">${part('document', p(t('a'))).slice(57)}`),
    ],
    ['tags without number', 'more than 2,000,000 tags', document(part('document', '<w:p/>'.repeat(2_100_000)))],
    [
      'tags without number, in many parts',
      'more than 2,000,000 tags',
      word({
        body: p(t('Un')),
        related: [1, 2, 3].map((at) => relationship('header', `h${at}.xml`)),
        parts: Object.fromEntries([1, 2, 3].map((at) => [`word/h${at}.xml`, part('hdr', '<w:p/>'.repeat(700_000))])),
      }),
    ],
    ['a part that is too large', 'larger than 32 MB', document(part('document', ' '.repeat(34_000_000)))],
    [
      'a wrong encoding',
      'not UTF-8',
      word({ body: '', parts: { 'word/document.xml': Buffer.from(part('document', p(t('é'))), 'latin1') } }),
    ],
    ['an encoding nobody knows', '“klingon”', document('<?xml version="1.0" encoding="klingon"?><a/>')],
  ])('%s', async (_, sentence, bytes) => {
    const said = await refusal(bytes)
    expect(said).toContain(sentence)
    expect(said).not.toMatch(/^In.*not a Word/u)
  })

  test.each([
    ['words that were added', p(`<w:ins w:id="1" w:author="A">${t('Un')}</w:ins>`)],
    [
      'words that were taken out',
      p(`${t('Un')}<w:del w:id="1" w:author="A">${r('<w:delText>deux</w:delText>')}</w:del>`),
    ],
    ['words that moved', p(`<w:moveFrom w:id="1" w:author="A">${t('Un')}</w:moveFrom>`)],
    ['another look', p(t('Un', '<w:rPrChange w:id="1" w:author="A"><w:rPr/></w:rPrChange>'))],
    ['another style', p(t('Un'), '<w:pPrChange w:id="1" w:author="A"><w:pPr/></w:pPrChange>')],
    ['a paragraph that was joined', p(t('Un'), '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>')],
    [
      'a row that was added',
      `<w:tbl><w:tr><w:trPr><w:ins w:id="1" w:author="A"/></w:trPr><w:tc>${p(t('Un'))}</w:tc></w:tr></w:tbl>`,
    ],
    ['a section', `${p(t('Un'))}<w:sectPrChange w:id="1" w:author="A"/>`],
    ['in a text box', p(alternatives(p(`<w:ins w:id="1" w:author="A">${t('Un')}</w:ins>`), ''))],
  ])('tracked changes: %s', async (_, body) => {
    expect(await refusal(word({ body }))).toContain('Accept All Changes')
  })

  test('tracked changes in a header', async () => {
    const header = part('hdr', p(`<w:ins w:id="1" w:author="A">${t('Un')}</w:ins>`))
    const bytes = word({
      body: p(t('Un')),
      related: [relationship('header', 'h.xml')],
      parts: { 'word/h.xml': header },
    })
    expect(await refusal(bytes)).toContain('Accept All Changes')
  })

  test.each([
    ['image', 'http://exemple.fr/a.png'],
    ['image', 'file:///etc/passwd'],
    ['attachedTemplate', 'https://exemple.fr/a.dotm'],
    ['attachedTemplate', 'file:///\\\\serveur\\a.dotm'],
    ['attachedTemplate', '\\\\serveur\\a.dotm'],
    ['oleObject', 'file:///C:\\a.xlsx'],
    ['subDocument', 'b.docx'],
    ['frame', 'mhtml:http://exemple.fr/a!x-usc:http://exemple.fr/b'],
  ])('what Word would fetch: %s %s', async (type, target) => {
    expect(await refusal(external(type, target))).toContain(`“${target}”`)
  })

  test.each([
    ['hyperlink', 'https://exemple.fr'],
    ['attachedTemplate', 'file:///C:\\Modeles\\Note.dotm'],
  ])('not what a reader follows or its author had: %s %s', async (type, target) => {
    expect(await refusal(external(type, target))).toBe('not refused: 1 paragraphs')
  })
})

describe('hostile documents take no time, or are refused', () => {
  const chain = (begin: string, end: string, count: number) => begin.repeat(count) + t('mot') + end.repeat(count)
  test.each<[name: string, content: string]>([
    ['tables in tables', chain('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', 100_000)],
    ['elements in a paragraph', p(chain('<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>', 50_000))],
    ['a paragraph of runs', p('<w:r><w:br/></w:r>'.repeat(260_000))],
    [
      'runs of another look each',
      p(Array.from({ length: 20_000 }, (_, at) => t('a', `<w:sz w:val="${at}"/>`)).join('')),
    ],
    [
      'bookmarks',
      p(
        `${t('a')}${Array.from({ length: 20_000 }, (_, at) => `<w:bookmarkStart w:id="${at}" w:name="b"/>`).join('')}${t('b')}`,
      ),
    ],
    ['fields that never end', p(r('<w:fldChar w:fldCharType="begin"/>').repeat(5_000) + t('a'))],
    [
      'fields in fields',
      p(
        `${r('<w:fldChar w:fldCharType="begin"/><w:instrText>QUOTE</w:instrText><w:fldChar w:fldCharType="separate"/>').repeat(5_000)}${t('a')}${r('<w:fldChar w:fldCharType="end"/>').repeat(5_000)}`,
      ),
    ],
    ['boxes in a paragraph', p(`${t('a')}${alternatives(p(t('b')), p(t('b'))).repeat(1_000)}`)],
    ['styles', p(t('a'), '<w:pStyle w:val="s0"/>').repeat(500)],
    ['spaces', p(t(' '.repeat(200_000)) + t(' a'))],
    ['empty paragraphs', '<w:p/>'.repeat(100_000)],
  ])(
    '%s',
    async (_, body) => {
      const sheet = styles(
        ...Array.from({ length: 500 }, (_, at) => style(`s${at}`, `s${at}`, `<w:basedOn w:val="s${at + 1}"/>`)),
      )
      const bytes = word({ body, ...sheet })
      const before = cpuMilliseconds()
      const sentence = await refusal(bytes)
      expect(cpuMilliseconds() - before).toBeLessThan(3_000)
      if (sentence.startsWith('not')) await finished(bytes, ({ text }) => `${text}.`)
    },
    30_000,
  )
})
