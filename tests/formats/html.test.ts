import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { EncodingUnknown } from '../../src/errors.ts'
import type { Original } from '../../src/formats/document.ts'
import { html } from '../../src/formats/html.ts'
import { balanced } from '../../src/text/tags.ts'
import { decoded, latin1, paragraphsOf, replaced, utf8 } from './originals.ts'
import { FR_EN } from './streams.ts'

const read = (source: string) => paragraphsOf(html, utf8(source))
const shown = async (source: string) => (await read(source)).map(({ kind, text }) => [kind, text])

/** The document with `translate` done to the words of each paragraph. */
async function finished(
  original: Original,
  translate: (text: string, nth: number) => string,
  languages = FR_EN,
): Promise<Uint8Array> {
  const replacements = (await paragraphsOf(html, original)).map((paragraph, nth) =>
    replaced(paragraph, translate(paragraph.text, nth)),
  )
  return html.finish(original, replacements, languages)
}

/** The document with these texts, told by what they take the place of, instead of some of its own. */
const translated = async (source: string, texts: Readonly<Record<string, string>>, languages = FR_EN) =>
  decoded(await finished(utf8(source), (text) => texts[text] ?? text, languages))

describe('blocks', () => {
  test.each<[name: string, source: string, paragraphs: string[][]]>([
    [
      'kinds',
      '<h2>Un</h2><p>Deux</p><ul><li>Trois</ul><dl><dt>Quatre<dd>Cinq</dl><blockquote>Six<p>Sept</blockquote><div>Huit</div>',
      [
        ['heading', 'Un'],
        ['paragraph', 'Deux'],
        ['item', 'Trois'],
        ['item', 'Quatre'],
        ['item', 'Cinq'],
        ['quote', 'Six'],
        ['quote', 'Sept'],
        ['paragraph', 'Huit'],
      ],
    ],
    [
      'what nobody closed ends with what follows',
      '<blockquote><p>Un<p>Deux<ul><li>Trois<li>Quatre</ul></blockquote>Cinq',
      [
        ['quote', 'Un'],
        ['quote', 'Deux'],
        ['item', 'Trois'],
        ['item', 'Quatre'],
        ['paragraph', 'Cinq'],
      ],
    ],
    [
      'text beside blocks',
      '<div>Un <b>mot</b><p>Deux</p>Trois <i>mots</i></div>Quatre',
      [
        ['paragraph', 'Un <1>mot</1>'],
        ['paragraph', 'Deux'],
        ['paragraph', 'Trois <1>mots</1>'],
        ['paragraph', 'Quatre'],
      ],
    ],
    [
      'cells',
      '<table><caption>Un</caption><tr><th>Deux<td>Trois<td><p>Quatre</table>',
      [
        ['other', 'Un'],
        ['cell', 'Deux'],
        ['cell', 'Trois'],
        ['cell', 'Quatre'],
      ],
    ],
    [
      'prose in a table made for the look of a page',
      `<table><tr><td>${'La rencontre a duré deux heures. Le communiqué sera publié demain. '.repeat(2)}</table>`,
      [['paragraph', 'La rencontre a duré deux heures. Le communiqué sera publié demain. '.repeat(2).trim()]],
    ],
    [
      'code as it is written',
      '<p>a\n  b<pre>\na <b>c</b>\n\n  d\n</pre>',
      [
        ['paragraph', 'a b'],
        ['code', 'a <1>c</1>\n\n  d'],
      ],
    ],
    [
      'two line ends',
      'Un<br> <br/>deux<br>trois<br>&nbsp;<br>quatre',
      [
        ['paragraph', 'Un'],
        ['paragraph', 'deux<1/> trois'],
        ['paragraph', 'quatre'],
      ],
    ],
    [
      'forms',
      '<label>Nom</label><input placeholder="Votre nom" value="non"><button>Aller</button><input type=SUBMIT value="Envoyer"><select><optgroup label=A><option>B<option>C</select><textarea>D</textarea>',
      [
        ['other', 'Nom'],
        ['other', 'Votre nom'],
        ['other', 'Aller'],
        ['other', 'Envoyer'],
        ['other', 'A'],
        ['other', 'B'],
        ['other', 'C'],
        ['code', 'D'],
      ],
    ],
    [
      'a choice in a sentence',
      'Un <select><option>mot<option>deux</select> bref',
      [
        ['paragraph', 'Un <1/> bref'],
        ['other', 'mot'],
        ['other', 'deux'],
      ],
    ],
    [
      'pictures that are drawings, with their words',
      'Voir <svg viewBox="0 0 1 1"><title>Carte</title><style>p</style><g><text>Nord</text></g></svg> ici',
      [
        ['paragraph', 'Voir <1/> ici'],
        ['other', 'Carte'],
        ['other', 'Nord'],
      ],
    ],
    ['a drawing nobody closed', '<svg><path d="M0"><p>Un</p>', [['paragraph', 'Un']]],
    ['an empty drawing', 'Un <svg/> mot', [['paragraph', 'Un <1/> mot']]],
    ['what is shown without scripts', '<noscript><p>Un</p></noscript>', [['paragraph', 'Un']]],
    ['a template', '<template><p>Un</p></template>', [['paragraph', 'Un']]],
    [
      'what a browser shows instead of a film',
      '<p>Un</p><video src=a><track src=b>Deux</video>',
      [
        ['paragraph', 'Un'],
        ['other', 'Deux'],
      ],
    ],
    ['elements nobody knows', '<x-card>Un <x-b>mot</x-b></x-card>', [['paragraph', 'Un <1>mot</1>']]],
    ['nothing without words', '<p>&nbsp;</p><p> <img src=a> </p><hr><td> </td><p>\u00A0&#160;</p>', []],
    [
      'scripts, styles, comments',
      '<script>let a = "<p>Un</p>"</script><style>p {}</style><!-- <p>Un</p> --><!--[if IE]><p>Un</p><![endif]--><script type="application/ld+json">{"name":"Un"}</script><iframe>Un</iframe>',
      [],
    ],
    ['words that show tags', '<p>a &lt;1&gt; <b>b</b> &amp;lt;</p>', [['paragraph', 'a <1> <2>b</2> &lt;']]],
    ['a title that shows tags', '<title>a <b>b</b> &amp;</title>', [['other', 'a <b>b</b> &']]],
    ['a title nobody closed', '<p>Un</p><title>Deux <p>Trois</p>', [['paragraph', 'Un']]],
    [
      'half a tag at the end',
      '<p>Un</p>Deux <a href="',
      [
        ['paragraph', 'Un'],
        ['paragraph', 'Deux'],
      ],
    ],
    [
      'text in a table, where none may stand',
      '<table>Un<tr>Deux<td>Trois</table>Quatre',
      [
        ['paragraph', 'Un'],
        ['paragraph', 'Deux'],
        ['cell', 'Trois'],
        ['paragraph', 'Quatre'],
      ],
    ],
    [
      'headings closed as others',
      '<h1>Un</h2><p>Deux',
      [
        ['heading', 'Un'],
        ['paragraph', 'Deux'],
      ],
    ],
    [
      'an end tag out of place does not reach out of its cell',
      '<blockquote><table><tr><td>Un</blockquote>Deux</table>Trois',
      [
        ['cell', 'Un'],
        ['cell', 'Deux'],
        ['quote', 'Trois'],
      ],
    ],
  ])('%s', async (_, source, paragraphs) => {
    expect(await shown(source)).toEqual(paragraphs)
  })
})

describe('markup in the line', () => {
  test.each<[name: string, source: string, text: string, codes: string[][]]>([
    [
      'pairs and what stands alone',
      'Le <b>mot <i>juste</i></b>, <img src=a> <kbd>Ctrl</kbd>',
      'Le <1>mot <2>juste</2></1>, <3/> <4>Ctrl</4>',
      [['<b>', '</b>'], ['<i>', '</i>'], ['<img src=a>'], ['<kbd>', '</kbd>']],
    ],
    ['around the whole', '<font size=2><b> Un <i>mot</i></b> </font>', 'Un <1>mot</1>', [['<i>', '</i>']]],
    ['at the edges', '<a name=x></a><img src=a> Un mot<br><!-- non -->', 'Un mot', []],
    [
      'a name that is not translated, at the edge',
      '<b translate="no">Acme</b> dort',
      '<1/> dort',
      [['<b translate="no">Acme</b>']],
    ],
    ['an icon', 'Un <i class="fa"></i> mot', 'Un <1/> mot', [['<i class="fa"></i>']]],
    ['a space in bold', 'Un<b> </b>mot', 'Un<1> </1>mot', [['<b>', '</b>']]],
    [
      'white space that nobody sees',
      'Un <b> mot</b>\n\t <i> ici</i>',
      'Un <1>mot</1> <2>ici</2>',
      [
        ['<b>', '</b>'],
        ['<i>', '</i>'],
      ],
    ],
    ['a comment and a script', 'Un<!-- a --> mot<script>"</p>"</script>', 'Un<1/> mot', [['<!-- a -->']]],
    [
      'crossing',
      'Un <b>mot <i>et</b> un</i> autre',
      'Un <1>mot <2/>et</1> un<3/> autre',
      [['<b>', '</b>'], ['<i>'], ['</i>']],
    ],
    ['opened in one paragraph and closed in another', '<b>Un<p>mot</b> dit', 'Un', []],
    [
      'an element translated in one that is not',
      'a <i translate=no>b <b translate=yes>c</b> d</i> e',
      'a <1/><2>c</2><3/> e',
      [['<i translate=no>b '], ['<b translate=yes>', '</b>'], [' d</i>']],
    ],
    [
      'notranslate',
      'Un <i class="a notranslate b">mot</i> ici',
      'Un <1/> ici',
      [['<i class="a notranslate b">mot</i>']],
    ],
    ['formulas', 'Soit <math><mi>x</mi></math> donné', 'Soit <1/> donné', [['<math><mi>x</mi></math>']]],
    ['names in capitals', 'Un <B>mot</b>', 'Un <1>mot</1>', [['<B>', '</b>']]],
    [
      'references',
      'A&nbsp;&eacute;&#233;&#xE9;&amp;&copy &bogus; <b>x</b>',
      'A\u00A0ééé&© &bogus; <1>x</1>',
      [['<b>', '</b>']],
    ],
    ['a line end in the line', 'Un <b>mot<br>\n et</b> un', 'Un <1>mot<2/> et</1> un', [['<b>', '</b>'], ['<br>']]],
    ['no markup at all', 'a < b et <3 > c', 'a < b et <3 > c', []],
  ])('%s', async (_, source, text, codes) => {
    const [paragraph] = await read(source)
    expect(paragraph!.text).toBe(text)
    expect(paragraph!.codes.map(({ open, close }) => (close === undefined ? [open] : [open, close]))).toEqual(codes)
  })

  test('blocks that are not translated, but what in them is', async () => {
    expect(await shown('<div translate=no>Un<p translate=yes>Deux</p>Trois<p>Quatre</div><p>Cinq')).toEqual([
      ['paragraph', 'Deux'],
      ['paragraph', 'Cinq'],
    ])
  })

  test('more markup than there are numbers: cut, and nothing lost', async () => {
    const paragraphs = await read(`<p>Début ${'<sup>1</sup> '.repeat(10_050)}fin</p>`)
    expect(paragraphs.map(({ text }) => text.replace(/<[^>]*>/gu, '')).join('')).toMatch(/^Début[1 ]*fin$/u)
    for (const { text, codes } of paragraphs) expect(balanced(text, codes)).toBe(text)
  })

  test('markup before words beyond any number', async () => {
    expect(await shown(`${'<b>'.repeat(10_000)}Un`)).toEqual([['paragraph', 'Un']])
  })
})

describe('attributes', () => {
  test.each<[name: string, source: string, texts: string[]]>([
    ['what is read or heard', '<img alt="Un" title=\'Deux\'><a aria-label=Trois></a>', ['Un', 'Deux', 'Trois']],
    [
      'in the order of the document',
      '<p title=Un>Deux <img alt=Trois> quatre</p>',
      ['Un', 'Deux <1/> quatre', 'Trois'],
    ],
    ['references', '<img alt="L&rsquo;eau &amp; &quot;le&quot; vin">', ['L’eau & "le" vin']],
    ['white space', '<img alt=" Un\n  mot ">', ['Un mot']],
    ['empty ones', '<img alt="" title><img alt=" ">', []],
    [
      'what a page says of itself',
      '<meta name=Description content="Un"><meta property="og:title" content="Deux"><meta name=viewport content="width"><meta name=twitter:card content=summary>',
      ['Un', 'Deux'],
    ],
    [
      'what is not text',
      '<a href=un data-title=deux id=trois style=quatre></a><input value=cinq><link rel=stylesheet title=six>',
      [],
    ],
    ['of what is not translated', '<p translate=no title=Un><img alt=Deux></p>', []],
  ])('%s', async (_, source, texts) => {
    expect((await read(source)).map(({ text }) => text)).toEqual(texts)
  })

  test.each<[name: string, source: string, target: string, written: string]>([
    ['in double quotation marks', '<img alt="mot">', `"a" & 'b' <c>`, `<img alt="&quot;a&quot; &amp; 'b' &lt;c&gt;">`],
    ['in single ones', "<img alt='mot'>", `"a" & 'b'`, `<img alt='"a" &amp; &#39;b&#39;'>`],
    ['in none', '<img alt=mot>', 'a "b"', '<img alt="a &quot;b&quot;">'],
    ['in none, before the end of the tag', '<img alt = mot/>', 'a', '<img alt = "a">'],
    ['with white space around', '<img alt=" mot&nbsp;">', 'a', '<img alt=" a&nbsp;">'],
  ])('written %s', async (_, source, target, written) => {
    const [paragraph] = await read(source)
    expect(await translated(source, { [paragraph!.text]: target })).toBe(written)
  })

  test('in the markup of a sentence, whether that is translated or not', async () => {
    const source = '<p>Voir <img alt="la carte"> et <a title="le site" href=x>ici</a>.</p>'
    const attributes = { 'la carte': 'the map', 'le site': 'the site' }
    expect(await translated(source, attributes)).toBe(
      '<p>Voir <img alt="the map"> et <a title="the site" href=x>ici</a>.</p>',
    )
    const sentence = { 'Voir <1/> et <2>ici</2>.': 'See <2>here</2> and <1/>.' }
    expect(await translated(source, sentence)).toBe(
      '<p>See <a title="le site" href=x>here</a> and <img alt="la carte">.</p>',
    )
    expect(await translated(source, { ...attributes, ...sentence })).toBe(
      '<p>See <a title="the site" href=x>here</a> and <img alt="the map">.</p>',
    )
  })

  test('of two that look alike, each its own', async () => {
    const source = '<p>a <img alt=b> c <img alt=b> d</p>'
    expect(decoded(await finished(utf8(source), (text, nth) => text + nth))).toBe(
      '<p>a <img alt="b1"> c <img alt="b2"> d0</p>',
    )
  })
})

describe('written anew', () => {
  test.each<[name: string, source: string, texts: Record<string, string>, written: string]>([
    ['only what changed', '<p>Un</P>\n<P >deux  mots</p>', { Un: 'One' }, '<p>One</P>\n<P >deux  mots</p>'],
    ['signs of HTML in words', '<p>Un', { Un: 'a < b & c > d <1>' }, '<p>a &lt; b &amp; c &gt; d &lt;1&gt;'],
    ['no-break spaces as the document writes them', '<p>Un&nbsp;!', { 'Un\u00A0!': 'a\u00A0b' }, '<p>a&nbsp;b'],
    [
      'accents as the document writes them, each as it is written first',
      '<meta charset=utf-8><p>Un &eacute;t&#233; d&rsquo;&ecirc;tre, &#xE0;',
      { 'Un été d’être, à': 'é ê à ’ ç “' },
      '<meta charset=utf-8><p>&eacute; &ecirc; &#xE0; &rsquo; ç “',
    ],
    ['no-break spaces as they are', '<p>Un\u00A0! &nbsp;x', { 'Un\u00A0! \u00A0x': 'é\u00A0b' }, '<p>é\u00A0b'],
    [
      'by number in XML',
      '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" ""><p>Un&nbsp;!<br/>é</p>',
      { 'Un\u00A0!<1/> é': 'a\u00A0b<1/>' },
      '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" ""><p>a&#160;b<br/></p>',
    ],
    ['the lines of code', '<pre>\r\na\r\n  b\r\n</pre>', { 'a\n  b': 'c\n  d' }, '<pre>\r\nc\r\n  d\r\n</pre>'],
    [
      'line ends, with the white space that was behind them',
      '<p>Un<br />\n  deux<br/>trois<br> quatre</p>',
      { 'Un<1/> deux<2/> trois<3/> quatre': 'One<1/> two<2/> three<3/> four' },
      '<p>One<br />\n  two<br/>three<br> four</p>',
    ],
    [
      'hard wraps, not in tags',
      '<p>Un mot de plus que\n   la ligne <a class="a b" href="c">ici</a> peut',
      { 'Un mot de plus que la ligne <1>ici</1> peut': 'One word more than the line <1>here</1> can' },
      '<p>One word more than the\n   line <a class="a b" href="c">here</a> can',
    ],
    [
      'no line that begins with the end of a tag',
      '<p>Un <a href="c"\n>mot</a> bien plus long',
      { 'Un <1>mot</1> bien plus long': 'A <1>word</1> much longer than before' },
      '<p>A <a href="c"\n>word</a> much longer than before',
    ],
    ['ASCII where no encoding is named', '<p>Un', { Un: '“One” 😀' }, '<p>&#8220;One&#8221; &#128512;'],
    ['and as it is where one is', '<meta charset=utf-8><p>Un', { Un: '“One”' }, '<meta charset=utf-8><p>“One”'],
  ])('%s', async (_, source, texts, written) => {
    expect(await translated(source, texts)).toBe(written)
  })

  test('what the encoding of the file lacks', async () => {
    const source = latin1('<meta http-equiv=Content-Type content="text/html; charset=iso-8859-15"><p>\xE9t\xE9 \xA4')
    expect(await paragraphsOf(html, source)).toMatchObject([{ text: 'été €' }])
    const bytes = await finished(source, () => 'é € “a” ★ ж')
    expect(Buffer.from(bytes).toString('latin1')).toContain('<p>\xE9 \xA4 &#8220;a&#8221; &#9733; &#1078;')
  })

  test.each([
    ['an XML declaration', '<?xml version="1.0" encoding="ISO-8859-1"?><p>\xE9</p>'],
    ['a meta element', '<META CHARSET=windows-1252><p>\xE9</p>'],
    ['not a comment', '<!-- <meta charset=koi8-r> --><meta charset="latin1"><p>\xE9</p>'],
  ])('the encoding is read from %s', async (_, source) => {
    expect(await paragraphsOf(html, latin1(source))).toMatchObject([{ text: 'é' }])
  })

  test('what can only be UTF-8 is, whatever it says', async () => {
    const original = utf8('<meta charset=iso-8859-1><p>été')
    expect(await paragraphsOf(html, original)).toMatchObject([{ text: 'été' }])
    expect(decoded(await finished(original, () => 'ж'))).toBe('<meta charset=iso-8859-1><p>ж')
  })

  test('what is all ASCII is written in the encoding it names', async () => {
    const bytes = await finished(utf8('<meta charset=iso-8859-1><p>a'), () => 'é')
    expect(Buffer.from(bytes).toString('latin1')).toBe('<meta charset=iso-8859-1><p>é')
  })

  test('who says UTF-8 and is not, is asked', async () => {
    const original = latin1('<meta charset=utf-8><p>caf\xE9')
    await expect(paragraphsOf(html, original)).rejects.toThrow(EncodingUnknown)
    expect(await paragraphsOf(html, { ...original, encoding: 'windows-1252' })).toMatchObject([{ text: 'café' }])
  })
})

describe('XHTML', () => {
  const page = (body: string) =>
    `<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a"/></head><body>${body}</body></html>`

  test('elements that end with their start tag hold nothing', async () => {
    expect(await shown(page('<div translate="no"/><p><a id="a"/>Un <b/>mot</p><textarea/><p>Deux</p>'))).toEqual([
      ['paragraph', 'Un <1/>mot'],
      ['paragraph', 'Deux'],
    ])
  })

  test('what is written is well-formed', async () => {
    const source = page(
      '<p title=\'a\'>Un&nbsp;<br/>mot <![CDATA[& <ici>]]> <img alt="b" src="c"/> <i>d</i></p><pre>\ne\n</pre>',
    )
    const written = decoded(await finished(utf8(source), (text) => `"${text}" & 'x' < ]]> \u00A0`))
    const parser = new SaxesParser({ xmlns: true })
    parser.on('error', (error) => expect.fail(error.message))
    parser.write(written).close()
    expect((await read(written)).map(({ text }) => text)).toEqual(
      (await read(source)).map(({ text }) => `"${text}" & 'x' < ]]>`),
    )
  })
})

describe('languages', () => {
  const US = { source: 'fr', target: 'en-US' }
  test.each<[name: string, source: string, written: string]>([
    [
      'the document and its parts',
      '<html lang=fr-CA xml:lang="fr"><p lang=FR>Un',
      '<html lang="en-US" xml:lang="en-US"><p lang="en-US">One',
    ],
    ['another language stays', '<html lang=fr><p>Un<q lang=de>Ja</q>', '<html lang="en-US"><p>One<q lang=de>Ja</q>'],
    [
      'and so does one in what is not translated',
      '<p>Un<i lang=fr translate=no>x</i>',
      '<p>One<i lang=fr translate=no>x</i>',
    ],
    ['in the markup of a sentence', '<p>Un <i lang=fr>mot</i> ici', '<p>One <i lang="en-US">mot</i> ici'],
    ['where none is named, none is', '<html><p>Un', '<html><p>One'],
    [
      'what the page says',
      '<meta property=og:locale content=fr_FR><meta http-equiv=content-language content="fr"><a hreflang=fr>Un</a>',
      '<meta property=og:locale content="en_US"><meta http-equiv=content-language content="en-US"><a hreflang=fr>One</a>',
    ],
    ['nonsense', '<p lang="">Un<p lang="fr français">Un', '<p lang="">One<p lang="fr français">One'],
    ['the way of writing', '<p dir=ltr>Un', '<p dir=ltr>One'],
  ])('%s', async (_, source, written) => {
    expect(decoded(await finished(utf8(source), (text) => text.replace('Un', 'One'), US))).toBe(written)
    expect(decoded(await finished(utf8(source), (text) => text, US))).toBe(source)
  })
})
