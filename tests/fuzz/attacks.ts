import { crc32, deflateRawSync } from 'node:zlib'
import { field, p, part, r, relationship, relationships, t, word, zipped } from '../formats/word.ts'

/** A file made to keep a reader busy, to fill its memory, or to make it open something. */
export interface Attack {
  name: string
  /** Made as it is read, in pieces: a file of any size needs no memory of ours. */
  file: () => Iterable<Uint8Array>
}

/** The name of a file its reader is chosen by, and what it is attacked with. */
export type Attacks = Readonly<Record<string, readonly Attack[]>>

const MB = 1_000_000

/** A pattern again and again, up to so many bytes. */
const filled = (pattern: string, bytes: number): Buffer => {
  const times = Math.floor(bytes / Buffer.byteLength(pattern))
  return Buffer.alloc(times * Buffer.byteLength(pattern), pattern)
}

const numbered = (count: number, write: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => write(at)).join('')

type Piece = string | Uint8Array

const attack = (name: string, ...pieces: (Piece | (() => Piece))[]): Attack => ({
  name,
  *file() {
    for (const piece of pieces) {
      const made = typeof piece === 'function' ? piece() : piece
      yield typeof made === 'string' ? Buffer.from(made) : made
    }
  },
})

const many = (pattern: string, bytes: number) => () => filled(pattern, bytes)

/** A text of ten megabytes, of which only a piece stands in memory at a time. */
const endless = (name: string, before: string, pattern: string, behind: string): Attack => ({
  name,
  *file() {
    yield Buffer.from(before)
    const piece = filled(pattern, MB)
    for (let count = 0; count < 10; count++) yield piece
    yield Buffer.from(behind)
  },
})

/** Of any text, whatever its format. `begin` is what a file of the format begins with. */
const encodings = (begin: string, text: string): Attack[] => [
  attack('NULs', begin, many('\0', MB)),
  attack('control characters', begin, many('\x01', MB)),
  attack('half a character of UTF-16', Buffer.from(`\uFEFF${begin}${text}`, 'utf16le').subarray(0, -1)),
  attack('half of a surrogate pair', Buffer.from(`\uFEFF${begin}\uD83D`, 'utf16le')),
  attack('UTF-16 without a mark', Buffer.from(begin + text, 'utf16le')),
  attack('UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])),
  attack('a mark for UTF-16 before UTF-8', Buffer.from([0xff, 0xfe]), begin, text),
  attack('overlong UTF-8', begin, Buffer.from([0xc0, 0xaf, 0xe0, 0x80, 0xaf])),
  attack('a byte order mark in the middle', begin, '\uFEFF', text, '\uFEFF'),
  attack('random bytes', () => Uint8Array.from({ length: MB }, (_, at) => (at * 7919) % 251)),
  attack('nothing'),
  attack('nothing but line ends', many('\n', 5 * MB)),
]

const plain: readonly Attack[] = [
  ...encodings('', 'Un mot. '),
  attack('a line of 10 MB', many('a', 10 * MB)),
  attack('a line of 10 MB of words', many('Mot. Mot ', 10 * MB)),
  attack('a million lines', many('a\n', 2 * MB)),
  attack('a million lines that go on', many('a\n\n', 3 * MB)),
  attack('a flood of stars', many('**a ', 900_000)),
  attack('bold sentences', many('**A.** ', 900_000)),
  attack('open brackets', many('[', 900_000)),
  attack('links nobody closes', many('[a](/', 900_000)),
  attack('a tag of attributes nobody closes', '<a', many(' b=c', 900_000)),
  attack('comments nobody closes', many('<!--', 900_000)),
  attack('line breaks among sentences', many('Aa bb.<br>', 90_000), many('Aa bb. ', 800_000)),
  attack(
    'pairs nested around sentences',
    numbered(60, () => '<b><i>'),
    many('Aa bb. ', 900_000),
  ),
  attack('white space', 'a', many(' ', 5 * MB), 'b'),
  attack('full stops', many('. ', 900_000)),
  attack('marks that hold a line', many('a> ', 90_000), '\nb'),
]

const MARKDOWN: Readonly<Record<string, string>> = {
  'open brackets': '[',
  'closed brackets': ']',
  'brackets in pairs': '[a]',
  'images nobody closes': '![',
  'nested links': '[a](',
  stars: '*',
  'stars that open': '*a ',
  'stars that close': 'a* ',
  'stars between words': 'a**b',
  'mixed emphasis': '*a _b ',
  tildes: '~a~~b',
  'runs of backticks': '` `` ``` ',
  'less-than signs': '<',
  'tags nobody closes': '<a ',
  'comments nobody closes': 'a <!-- a',
  'instructions nobody closes': 'a <?',
  'sections nobody closes': 'a <![CDATA[',
  'declarations nobody closes': 'a <!A ',
  quotations: '>',
  'nested lists': '- ',
  'rows of an endless table': '|a',
  footnotes: '[^a]',
  addresses: 'http://a.b ',
  'mail addresses': 'a@b.',
  escapes: '\\*',
  references: '&amp;',
}

const markdown: readonly Attack[] = [
  ...Object.entries(MARKDOWN).map(([name, pattern]) => attack(name, many(pattern, MB))),
  attack(
    'backtick runs of every length',
    numbered(1400, (at) => `${'`'.repeat(at)} `),
  ),
  attack('brackets around brackets', many('[', MB / 2), many(']', MB / 2)),
  attack('brackets on lines', many('[\n', MB)),
  attack('an image with brackets in its address', '![a](<', many('](', 20_000), '>)'),
  attack('a table of 100,000 columns', many('|a', 200_000), '\n', many('|-', 200_000)),
  attack('a million paragraphs', many('a\n\n', 3 * MB)),
  attack('a million items', many('- a\n', 4 * MB)),
  attack('a million definitions', many('[a]: b\n', 7 * MB)),
  attack('a heading of a million lines', many('a\n', 2 * MB), '---'),
  attack('a heading with ids nobody closes', '# ', many('{/*', 20_000)),
  attack('a heading with white space', '# a', many(' ', MB), 'b'),
  attack('lines behind nested quotations', '> '.repeat(90), many('a\n', MB)),
  attack('front matter nobody closes', '---\n', many('--- a\n', MB)),
  attack('code nobody closes', '```\n', many('a\n', MB)),
  attack('HTML nobody closes', '<div\n', many('a <!-- ', MB)),
  attack('white space before a line', 'a', many(' ', MB), '\nb'),
]

const html: readonly Attack[] = [
  ...encodings('<p>', 'Un mot. '),
  attack('an encoding that does not exist', '<meta charset="utf-7"><p>+ADw-script+AD4-'),
  attack('an encoding that lies', '<meta charset="utf-8"><p>', Buffer.from([0xe9])),
  attack('paragraphs of a word', many('<p>a', 10 * MB)),
  attack('300,000 attributes', '<p ', () => numbered(300_000, (at) => `a${at} `), '>a'),
  attack('an attribute of 5 MB', '<p title="', many('a', 5 * MB), '">a'),
  attack('tags with many attributes', () => numbered(4000, () => `<p ${numbered(500, (at) => `a${at} `)}>a`)),
  attack('a class of 5 MB', '<p class="', many('a ', 5 * MB), '">a</p>'),
  attack('a million open elements', many('<div>', 5 * MB), 'a'),
  attack('marks that cross', many('<b>a<i>b</b>c</i>', 9 * MB)),
  attack('marks around words', many('<b>a', 9 * MB)),
  attack('pictures', many('<img alt=a>', 9 * MB)),
  attack('comments nobody closes', many('<!--', 2 * MB)),
  attack('comments', 'a', many('<!---->', 9 * MB), 'b'),
  attack('drawings', many('<svg><title>a', 9 * MB)),
  attack('references', many('&eacute;', 4 * MB)),
  attack('spaces as references', 'a', many('&nbsp;', 900_000)),
  attack('ampersands', many('&', 9 * MB)),
  attack('less-than signs', many('<', 9 * MB)),
  attack('a title nobody closes', '<title>', many('</titl', 9 * MB)),
  attack('a script nobody closes', '<script>', many('<!--<script', 9 * MB)),
  attack('line breaks', many('a<br>', 9 * MB)),
  attack(
    'pairs nested around sentences',
    numbered(60, () => '<b><i>'),
    many('Aa bb. ', 900_000),
  ),
  attack('languages', many('<i lang=fr>', 4 * MB), 'a'),
  attack(
    'an instruction that names a file',
    '<?xml-stylesheet href="file:///etc/passwd"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><p>a',
  ),
]

/** Of any XML: `open` and `close` are what a whole file has around its content. */
const xml = (open: string, close: string): Attack[] => {
  const [, root = ''] = /^<([\w:]+)/u.exec(open) ?? []
  return [
    ...encodings(open, close),
    attack('elements nested 100,000 deep', open, many('<a>', 300_000), many('</a>', 400_000), close),
    attack(
      'a billion laughs',
      `<!DOCTYPE ${root} [<!ENTITY a "ha">`,
      numbered(9, (at) => `<!ENTITY ${'abcdefghij'[at + 1]} "${`&${'abcdefghij'[at]};`.repeat(10)}">`),
      `]>${open}&j;${close}`,
    ),
    attack(
      'quadratic entities',
      `<!DOCTYPE ${root} [<!ENTITY a "`,
      many('a', 100_000),
      `">]>${open}`,
      many('&a;', 100_000),
      close,
    ),
    attack('an external entity', `<!DOCTYPE ${root} [<!ENTITY a SYSTEM "file:///etc/passwd">]>${open}&a;${close}`),
    attack(
      'a parameter entity',
      `<!DOCTYPE ${root} [<!ENTITY % a SYSTEM "http://127.0.0.1:9/a.dtd"> %a;]>${open}${close}`,
    ),
    attack('an external document type', `<!DOCTYPE ${root} SYSTEM "http://127.0.0.1:9/a.dtd">${open}${close}`),
    attack('an entity nobody declared', `${open}&a;${close}`),
    attack('a document type nobody closes', `<!DOCTYPE ${root} "`, many('a', 5 * MB)),
    attack('a style sheet', `<?xml-stylesheet href="http://127.0.0.1:9/a.xsl"?>${open}${close}`),
    attack(
      'an inclusion',
      `${open}<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>${close}`,
    ),
    attack('an encoding that does not exist', `<?xml version="1.0" encoding="utf-7"?>${open}+ADw-${close}`),
    attack('an encoding that lies', `<?xml version="1.0" encoding="UTF-16"?>${open}é${close}`),
    attack('an attribute of 1 MB', open, '<a b="', many('a', MB), '"/>', close),
    attack('100,000 attributes', open, '<a ', () => numbered(100_000, (at) => `a${at}="" `), '/>', close),
    attack('an attribute twice', `${open}<a b="" b=""/>${close}`),
    attack('a million elements', open, many('<a/>', 4 * MB), close),
    attack('a million comments', open, many('<!---->', 7 * MB), close),
    attack('a comment nobody closes', open, '<!--', many('-a', 5 * MB)),
    attack('a section nobody closes', open, '<![CDATA[', many(']]', 5 * MB)),
    attack('less-than signs', many('<', 5 * MB)),
    attack('ampersands', open, many('&', 5 * MB), close),
    attack('white space in a tag', open, '<a', many(' ', 5 * MB), '/>', close),
    attack('a name of 5 MB', open, '<', many('a', 5 * MB), '/>', close),
    attack('a prefix from nowhere', `${open}<a:b xmlns:a="" c:d=""/>${close}`),
  ]
}

const FILE_12 = '<xliff version="1.2"><file original="a" source-language="fr" target-language="en" datatype="x"><body>'
const END_12 = '</body></file></xliff>'
const UNIT_12 = `${FILE_12}<trans-unit id="a"><source>`
const UNIT_END_12 = `</source></trans-unit>${END_12}`
const FILE_2 =
  '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="fr" trgLang="en"><file id="f"><unit id="a"><segment><source>'
const END_2 = '</source></segment></unit></file></xliff>'

const xliff: readonly Attack[] = [
  ...xml(UNIT_12, UNIT_END_12),
  attack('100,000 codes', UNIT_12, () => numbered(100_000, (at) => `<x id="${at}"/>a`), UNIT_END_12),
  attack('100,000 codes with one id', UNIT_12, many('<x id="1"/>a', 1_200_000), UNIT_END_12),
  attack('100,000 pairs', UNIT_12, () => numbered(100_000, (at) => `<g id="${at}">a</g>`), UNIT_END_12),
  attack(
    'pairs that all cross',
    FILE_2,
    () => numbered(40_000, (at) => `<sc id="${at}"/>a`) + numbered(40_000, (at) => `<ec startRef="${at}"/>a`),
    END_2,
  ),
  attack(
    'marks nested 10,000 deep',
    UNIT_12,
    many('<mrk mtype="x">', 150_000),
    'a',
    many('</mrk>', 60_000),
    UNIT_END_12,
  ),
  attack(
    'marks nested 200 deep',
    FILE_12,
    () =>
      numbered(
        200,
        () =>
          `<trans-unit id="a"><source>${'<mrk mtype="seg" mid="1">'.repeat(200)}a${'</mrk>'.repeat(200)}</source></trans-unit>`,
      ),
    END_12,
  ),
  attack(
    '30,000 segments in a unit',
    UNIT_12,
    () => numbered(30_000, (at) => `<mrk mtype="seg" mid="${at}">a</mrk>`),
    UNIT_END_12,
  ),
  attack('a text of 9 MB', UNIT_12, many('a', 9 * MB), UNIT_END_12),
  attack(
    '200,000 notes',
    FILE_12,
    '<trans-unit id="a"><source>a</source>',
    many('<note>a</note>', 2_800_000),
    `</trans-unit>${END_12}`,
  ),
]

const TMX = '<tmx version="1.4"><header/><body>'
const TU = `${TMX}<tu><tuv xml:lang="fr"><seg>`
const END_TMX = '</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv></tu></body></tmx>'

const tmx: readonly Attack[] = [
  ...xml(TU, END_TMX),
  attack(
    '300,000 variants in a unit',
    `${TMX}<tu>`,
    many('<tuv xml:lang="fr"><seg>a</seg></tuv>', 11 * MB),
    '</tu></body></tmx>',
  ),
  attack('100,000 codes', TU, () => numbered(100_000, (at) => `<ph x="${at}">a</ph>`), END_TMX),
  attack(
    '100,000 pairs',
    TU,
    () => numbered(100_000, (at) => `<bpt i="${at}">a</bpt>`),
    () => numbered(100_000, (at) => `<ept i="${at}">a</ept>`),
    END_TMX,
  ),
  endless('a text of 10 MB', TU, 'a', END_TMX),
  endless('10 MB of units', `${TMX}`, '<tu><tuv xml:lang="fr"><seg>a</seg></tuv></tu>', '</body></tmx>'),
]

const table: readonly Attack[] = [
  ...encodings('source,target\n', 'a,b\n'),
  attack('a quotation mark nobody closes', 'source,target\n"', many('a', 9 * MB)),
  attack('a million columns', 'source,target', many(',', MB), '\na,b\n'),
  attack('a row of a million cells', 'source,target\na,b', many(',', MB)),
  attack('250,000 rows', 'source,target\n', many('a,b\n', MB)),
  attack('a million empty rows', 'source,target\n', many('\n', MB)),
  attack('quotation marks', 'source,target\n"', many('""', 4 * MB), '",b'),
  attack('a header of quotation marks', many('"', 4 * MB)),
  attack('a cell of lists in lists', 'source,target,codes\na,b,"', many('[', 100_000), '"'),
  attack('apostrophes', 'source,target\n', many("'", 5 * MB), ',a'),
]

const po: readonly Attack[] = [
  ...encodings('msgid "a"\n', 'msgstr "b"\n'),
  attack('a line of 20 MB', 'msgid "', many('a', 20 * MB), '"\nmsgstr "b"\n'),
  attack('escapes', 'msgid "', many('\\\\', 2 * MB), '"\nmsgstr "b"\n'),
  attack('a quotation mark nobody closes', 'msgid "', many('a', 9 * MB)),
  attack('quotation marks', 'msgid ', many('"', 4 * MB), '\nmsgstr "b"\n'),
  attack('a million comments', many('# a\n', 4 * MB), 'msgid "a"\nmsgstr "b"\n'),
  attack('a million forms', 'msgid "a"\nmsgid_plural "b"\n', many('msgstr[1] "c"\n', 4 * MB)),
  attack('bytes by their numbers', 'msgid "', many('\\377', 2 * MB), '"\nmsgstr "b"\n'),
  attack('an encoding that does not exist', 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-7\\n"\n'),
  endless('10 MB of obsolete messages', '', `#~ ${'a'.repeat(996)}\n`, 'msgid "a"\nmsgstr "b"\n'),
]

const BODY =
  '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
const END_BODY = '</w:t></w:r></w:p></w:body></w:document>'

/** A document whose main part an attack on XML is. */
const inWord = ({ name, file }: Attack): Attack => ({
  name: `${name}, in the main part`,
  *file() {
    yield word({ body: '', parts: { 'word/document.xml': Buffer.concat([...file()]) } })
  },
})

const docxOf = (name: string, made: () => Parameters<typeof word>[0]): Attack => attack(name, () => word(made()))
const body = (name: string, content: () => string): Attack => docxOf(name, () => ({ body: p(content()) }))
const fetching = (type: string, target: string): Attack =>
  docxOf(`it would fetch a ${type}: ${target}`, () => ({
    body: p(t('a')),
    related: [relationship(type, target, 'External')],
  }))

const docx: readonly Attack[] = [
  ...xml(BODY, END_BODY).map(inWord),
  fetching('attachedTemplate', 'http://127.0.0.1:9/a.dotm'),
  fetching('attachedTemplate', 'file://127.0.0.1/a.dotm'),
  fetching('attachedTemplate', '\\\\127.0.0.1\\a.dotm'),
  fetching('oleObject', 'http://127.0.0.1:9/a'),
  fetching('image', 'http://127.0.0.1:9/a.png'),
  fetching('image', 'file:///etc/passwd'),
  fetching('aFChunk', 'http://127.0.0.1:9/a.html'),
  fetching('frame', 'http://127.0.0.1:9/a'),
  fetching('subDocument', 'file:///etc/passwd'),
  fetching('header', 'http://127.0.0.1:9/a.xml'),
  docxOf('a relationship that leads out of the package', () => ({
    body: p(t('a')),
    related: [relationship('header', '../../../../etc/passwd')],
  })),
  docxOf('a relationship to itself', () => ({
    body: p(t('a')),
    related: [relationship('header', 'document.xml'), relationship('styles', 'document.xml')],
  })),
  docxOf('a relationship to nothing', () => ({ body: p(t('a')), related: [relationship('header', 'nothing.xml')] })),
  docxOf('a chunk of another format', () => ({
    body: `<w:altChunk r:id="r1"/>${p(t('a'))}`,
    parts: { 'word/a.html': '<script>' },
  })),
  docxOf('an entity in the content types', () => ({
    body: p(t('a')),
    parts: { '[Content_Types].xml': '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><Types>&a;</Types>' },
  })),
  docxOf('an entity in the relationships', () => ({
    body: p(t('a')),
    parts: {
      'word/_rels/document.xml.rels': `<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>${relationships()}`,
    },
  })),
  docxOf('styles that follow each other', () => ({
    body: numbered(500, (at) => p(t('a'), `<w:pStyle w:val="s${at}"/>`)),
    related: [relationship('styles', 'styles.xml')],
    parts: {
      'word/styles.xml': part(
        'styles',
        numbered(
          20_000,
          (at) => `<w:style w:type="paragraph" w:styleId="s${at}"><w:basedOn w:val="s${(at + 1) % 20_000}"/></w:style>`,
        ),
      ),
    },
  })),
  docxOf('50,000 relationships', () => ({
    body: p(t('a')),
    related: Array.from({ length: 50_000 }, (_, at) => relationship('header', `h${at}.xml`)),
  })),
  docxOf('a control bound 50,000 times', () => ({
    body: `<w:sdt><w:sdtPr>${'<w:dataBinding/>'.repeat(50_000)}</w:sdtPr><w:sdtContent>${p(t('a')).repeat(20_000)}</w:sdtContent></w:sdt>`,
  })),
  body('a field that runs a program', () => field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"', t('a'))),
  body('a field that includes a file', () => field('INCLUDETEXT "file:///etc/passwd"', t('a'))),
  body('fields nested', () => (r('<w:fldChar w:fldCharType="begin"/>') + t('a')).repeat(20_000)),
  body('runs that all look otherwise', () => numbered(30_000, (at) => t('a', at % 2 === 0 ? '<w:b/>' : ''))),
  body('100,000 bookmarks', () => '<w:bookmarkStart w:id="1"/>'.repeat(100_000) + t('a')),
  body(
    '10,000 text boxes',
    () => r(`<w:pict><w:txbxContent>${p(t('a'))}</w:txbxContent></w:pict>`).repeat(10_000) + t('a'),
  ),
  body('white space among words', () => r(`<w:t>a${' '.repeat(5 * MB)}b</w:t>`)),
  body('white space in the tag of a look', () => t('a', `<w:b${' '.repeat(MB)}/>`) + t('b')),
  body('white space in the tag of a language', () => t('a', `<w:lang${' '.repeat(MB)}w:bidi="fr-FR"/>`)),
  body(
    'white space in the tag of a picture',
    () => t('a') + r(`<w:drawing a="${' '.repeat(MB)}x"><wp:docPr xmlns:wp="a" name="b"/></w:drawing>`) + t('b'),
  ),
  docxOf('200,000 paragraphs', () => ({ body: p(t('a')).repeat(200_000) })),
]

/** A file in an archive as somebody with no good faith writes it: what both headers say of it, and what really stands there. */
interface Packed {
  name: string
  content?: Uint8Array
  method?: number
  flags?: number
  size?: number
  packed?: Uint8Array
  checksum?: number
  offset?: number
  extra?: Uint8Array
  attributes?: number
  comment?: Uint8Array
}

/** An archive of such files, with what its end says of their number. */
function archive(files: readonly Packed[], { count = files.length, comment = new Uint8Array() } = {}): Uint8Array {
  const locals: Uint8Array[] = []
  const central: Uint8Array[] = []
  let at = 0
  for (const file of files) {
    const { content = Buffer.from('a'), method = 8, flags = 0, extra = new Uint8Array() } = file
    const packed = file.packed ?? (method === 8 ? deflateRawSync(content) : content)
    const name = Buffer.from(file.name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt32LE(file.checksum ?? crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(file.size ?? content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const own = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, packed])
    common.writeUInt16LE(extra.length, 24)
    const behind = Buffer.alloc(14)
    behind.writeUInt16LE(file.comment?.length ?? 0, 0)
    behind.writeUInt32LE(file.attributes ?? 0, 6)
    behind.writeUInt32LE(file.offset ?? at, 10)
    central.push(
      Buffer.from('PK\x01\x02\x14\x03', 'latin1'),
      common,
      behind,
      name,
      extra,
      file.comment ?? new Uint8Array(),
    )
    if (file.offset === undefined) {
      locals.push(own)
      at += own.length
    }
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(count & 0xffff, 8)
  end.writeUInt16LE(count & 0xffff, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([...locals, directory, end, comment])
}

const packedIn = (name: string, files: () => readonly Packed[], rest = {}): Attack =>
  attack(name, () => archive(files(), rest))
const CONTENT_TYPES: Packed = { name: '[Content_Types].xml' }

const archives: readonly Attack[] = [
  packedIn('a bomb that says so', () => {
    const content = filled('a', MB)
    return Array.from({ length: 300 }, (_, at) => ({ name: `${at}`, content }))
  }),
  packedIn('a bomb that denies it', () => [{ name: 'word/document.xml', content: filled('a', 30 * MB), size: 10 }]),
  packedIn('a bomb in a part', () => [CONTENT_TYPES, { name: '_rels/.rels', content: filled(' ', 40 * MB) }]),
  packedIn('a size that is not there', () => [{ name: 'a', size: 0xffff_fffe }]),
  packedIn('files on top of each other', () => [
    CONTENT_TYPES,
    ...Array.from({ length: 1000 }, (_, at) => ({ name: `${at}`, offset: 0 })),
  ]),
  packedIn('20,000 files', () => Array.from({ length: 20_000 }, (_, at) => ({ name: `${at}` }))),
  packedIn('fewer files than it says', () => [CONTENT_TYPES], { count: 4000 }),
  packedIn('more files than it says', () => [CONTENT_TYPES, { name: 'b' }], { count: 1 }),
  packedIn('a name that leads out', () => [{ name: '../../etc/passwd' }]),
  packedIn('a name from the root', () => [{ name: '/etc/passwd' }]),
  packedIn('a name on a drive', () => [{ name: 'C:\\windows\\a' }]),
  packedIn('a name with a NUL', () => [{ name: 'word/document.xml\0.png' }]),
  packedIn('an empty name', () => [{ name: '' }]),
  packedIn('a name twice', () => [CONTENT_TYPES, { name: '[content_types].XML' }]),
  packedIn('a link to a file', () => [
    { name: 'word/document.xml', content: Buffer.from('/etc/passwd'), attributes: 0xa1ff_0000 },
  ]),
  packedIn('a file that is locked', () => [{ name: 'a', flags: 1 }]),
  packedIn('a file that is locked strongly', () => [{ name: 'a', flags: 0x41 }]),
  packedIn('a headers that are locked', () => [{ name: 'a', flags: 0x2000 }]),
  packedIn('Deflate64', () => [{ name: 'a', method: 9 }]),
  packedIn('LZMA', () => [{ name: 'a', method: 14 }]),
  packedIn('a checksum that is wrong', () => [{ name: 'a', checksum: 1 }]),
  packedIn('data that is no Deflate', () => [{ name: 'a', packed: filled('\xff', 1000) }]),
  packedIn('sizes behind the data', () => [{ name: 'a', flags: 8 }]),
  packedIn('an extra field that is cut', () => [{ name: 'a', extra: Buffer.from([1, 0, 255, 0]) }]),
  packedIn('sizes of 64 bits', () => [
    { name: 'a', size: 0xffff_ffff, extra: Buffer.from([1, 0, 8, 0, 255, 255, 255, 255, 255, 255, 31, 0]) },
  ]),
  packedIn('another name for who knows Unicode', () => [
    { name: 'a', extra: Buffer.from('up\x10\0\x01\0\0\0\0../etc/pass', 'latin1') },
  ]),
  packedIn(
    'comments',
    () => Array.from({ length: 100 }, (_, at) => ({ name: `${at}`, comment: filled('a', 65_000) })),
    { comment: filled('PK\x05\x06', 65_532) },
  ),
  attack('an end without a beginning', 'PK\x05\x06', new Uint8Array(18)),
  attack('a beginning without an end', 'PK\x03\x04', new Uint8Array(9 * MB)),
  attack('a flood of ends', many('PK\x05\x06', 9 * MB)),
  attack('an archive in an archive', () =>
    word({ body: p(t('a')), parts: { 'word/document.xml': zipped({ a: 'b' }) } }),
  ),
]

const SRX =
  '<srx version="2.0"><header segmentsubflows="yes" cascade="yes"/><body><languagerules><languagerule languagerulename="a"><rule><beforebreak>'
const END_SRX =
  '</beforebreak><afterbreak>a</afterbreak></rule></languagerule></languagerules><maprules><languagemap languagepattern=".*" languagerulename="a"/></maprules></body></srx>'
const rule = (name: string, ...expression: (string | (() => Piece))[]): Attack =>
  attack(name, SRX, ...expression, END_SRX)

const srx: readonly Attack[] = [
  ...xml(SRX, END_SRX),
  rule('repetitions of repetitions', '(a+)+b'),
  rule('ways that are the same', '(a|a)*b'),
  rule('a repetition of any number', '((a{1,1000}){1,1000}){1,1000}'),
  rule('a number beyond numbers', 'a{99999999999}'),
  rule('groups in groups', many('(', 100_000), many(')', 100_000)),
  rule('classes in classes', many('[', 100_000), many(']', 100_000)),
  rule('100,000 ways', many('a|', 200_000)),
  rule('100,000 looks around', many('(?=a)', 500_000)),
  rule('looks in looks', many('(?=a', 40_000), many(')', 10_000)),
  rule('a group nobody closes', '(a'),
  attack('100,000 rules', SRX, 'a', many('</beforebreak></rule><rule><beforebreak>a', 4 * MB), END_SRX),
]

/** By the ending of the file's name; archives are documents of Word that are none. */
export const ATTACKS: Readonly<Record<string, Readonly<Record<string, readonly Attack[]>>>> = {
  documents: { txt: plain, md: markdown, html, docx: [...docx, ...archives], xlf: xliff, csv: table },
  units: {
    tmx,
    xlf: xliff,
    csv: [...table, endless('a quotation mark nobody closes in 10 MB', 'source,target\n"', 'a', '')],
    po,
  },
  rules: { srx },
}
