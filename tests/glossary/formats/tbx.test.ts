import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Concept } from '../../../glossary/concept.ts'
import type { GlossaryFormat } from '../../../glossary/formats/format.ts'
import { tbx, tbxV2 } from '../../../glossary/formats/tbx.ts'
import { FormatError } from '../../../src/errors.ts'
import { ENGLISH } from '../../../src/messages/index.ts'
import { decodeLoosely } from '../../../src/text/decodeLoosely.ts'
import { chunked } from '../../formats/streams.ts'
import { term } from '../concepts.ts'
import { grouped } from './concepts.ts'

const FIXTURES = join(import.meta.dirname, '../../fixtures/tbx')
const CORPUS = join(import.meta.dirname, '../../../../shared/corpora/tbx')

/** What is read, each problem on a line. */
async function read(file: string, size?: number) {
  const { concepts, problems } = await tbx.read(chunked(file, size))
  const said = problems.map(({ severity, line, message }) => `${severity} ${line}: ${message(ENGLISH)}`)
  return { concepts, problems: said }
}

const write = (format: GlossaryFormat, concepts: readonly Concept[]) => [...format.write(concepts)].join('')

const concept = (id: string, ...terms: Concept['terms']): Concept => ({ id, terms })

const inBody = (body: string) => `<martif type="TBX" xml:lang="en"><text><body>${body}</body></text></martif>`
const inTerm = (content: string) =>
  inBody(`\n<termEntry id="c1"><langSet xml:lang="en"><tig><term>${content}</term></tig></langSet></termEntry>`)

describe('files as tools write them', async () => {
  const names = (await readdir(FIXTURES)).filter((name) => name.endsWith('.tbx'))

  test.each(names)('%s', async (name) => {
    const file = await readFile(join(FIXTURES, name), 'utf8')
    const expected: unknown = JSON.parse(await readFile(join(FIXTURES, name.replace('.tbx', '.json')), 'utf8'))
    for (const size of [1, 7, 65_536]) expect(await read(file, size)).toEqual(expected)
  })

  test.each(names)('%s is the same after we wrote it', async (name) => {
    const { concepts } = await read(await readFile(join(FIXTURES, name), 'utf8'))
    for (const format of [tbx, tbxV2]) {
      expect(await read(write(format, concepts))).toEqual({ concepts: concepts.map(grouped), problems: [] })
    }
  })
})

describe('what is written', () => {
  const CHAR: Concept = {
    id: 'char',
    definition: 'Véhicule & engin <blindé>.',
    subject: 'armement',
    everyOccurrence: true,
    terms: [
      term('fr', 'char', { partOfSpeech: 'noun', gender: 'masculine', number: 'singular', note: 'Pas « tank ».' }),
      term('en', 'MBT', { status: 'admitted', type: 'phrase', match: 'exact', context: 'An MBT.', source: 'Army' }),
      term('fr', 'tank', { status: 'forbidden', variants: ['tanks', 'le tank'] }),
    ],
  }

  test('as TBX 3', () => {
    expect(write(tbx, [CHAR])).toContain(`<text><body>
<conceptEntry id="char">
<descrip type="subjectField">armement</descrip>
<descrip type="definition">Véhicule &amp; engin &lt;blindé&gt;.</descrip>
<note>visavis: every_occurrence=yes</note>
<langSec xml:lang="fr">
<termSec>
<term>char</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
<termNote type="partOfSpeech">noun</termNote>
<termNote type="grammaticalGender">masculine</termNote>
<note>Pas « tank ».</note>
<note>visavis: number=singular</note>
</termSec>
<termSec>
<term>tank</term>
<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
<note>visavis: variants=tanks|le tank</note>
</termSec>
</langSec>
<langSec xml:lang="en">
<termSec>
<term>MBT</term>
<termNote type="administrativeStatus">admittedTerm-admn-sts</termNote>
<termNote type="termType">phrase</termNote>
<descrip type="context">An MBT.</descrip>
<admin type="source">Army</admin>
<note>visavis: match=exact</note>
</termSec>
</langSec>
</conceptEntry>
</body></text>`)
  })

  test('as TBX 2, which knows the number and another word for a phrase', () => {
    const file = write(tbxV2, [CHAR])
    expect(file).toContain('<termNote type="grammaticalNumber">singular</termNote>\n<note>Pas')
    expect(file).toContain('<termNote type="termType">phraseologicalUnit</termNote>')
  })

  test('a concept at a time, before the next is asked for', () => {
    let asked = 0
    function* concepts(): Generator<Concept> {
      for (; asked < 3; asked += 1) yield CHAR
    }
    const file = tbx.write(concepts())[Symbol.iterator]()
    file.next()
    expect(asked).toBe(0)
    file.next()
    expect(asked).toBe(0)
    file.next()
    expect(asked).toBe(1)
  })

  test.each([
    ['as it is', 'négociation-2_a.b', 'négociation-2_a.b'],
    ['a digit in front', '4.2', '_x34_.2'],
    ['a space', 'a b', 'a_x20_b'],
    ['what another id becomes', 'a_x20_b', 'a_x5f_x20_b'],
    ['a colon, a quotation mark, an emoji', 'a:"😀', 'a_x3a__x22__x1f600_'],
  ])('an id: %s', async (_, id, written) => {
    for (const format of [tbx, tbxV2]) {
      const file = write(format, [concept(id, term('fr', 'un'))])
      expect(file).toContain(` id="${written}">`)
      expect((await read(file)).concepts[0]?.id).toBe(id)
    }
  })

  test.each([
    ['white space', ' a\n\n b\t'],
    ['a carriage return', 'a\r\nb'],
    ['one of our own notes', 'visavis: match=exact'],
    ['one of our own notes, further in', '\n visavis: match=exact'],
    ['a quotation mark', '"a'],
    ['what ends a section', ']]>'],
  ])('a note as it is: %s', async (_, note) => {
    for (const format of [tbx, tbxV2]) {
      const written = concept('a', term('fr', 'un', { note, gender: note, extra: { Note: note, constructor: note } }))
      expect(await read(write(format, [written]))).toEqual({ concepts: [written], problems: [] })
    }
  })

  test('what only this desk knows comes back from a program that puts its own name on the file', async () => {
    const note = '\n visavis: match=exact'
    const kept = concept(
      '4.2',
      term('fr', 'un', { note, gender: ' a\n b', extra: { Projet: ' "7"' }, variants: ['1'] }),
    )
    for (const format of [tbx, tbxV2]) {
      const file = write(format, [kept]).replace(/<p>visavis [^<]*<\/p>/u, '<p>Another program</p>')
      expect(await read(file)).toEqual({ concepts: [kept], problems: [] })
    }
  })

  test('no concept without terms', () => {
    for (const format of [tbx, tbxV2]) expect(write(format, [concept('a')])).toBe(write(format, []))
  })

  test.each([
    [
      'what only this desk knows',
      CHAR,
      [/^“every_occurrence” \(1\)/u, /^“number” \(1\)/u, /^“match” \(1\)/u, /^“variants” \(1\)/u],
    ],
    ['an id XML cannot hold', concept('4.2', term('fr', 'un')), [/^“concept” \(1\)/u]],
    [
      'a bar',
      concept('a', term('fr', 'un', { variants: ['u|n'] })),
      [/^“variants” \(1\)/u, /^Terms with a \| .*\(1\)/u],
    ],
    ['a control character', concept('a', term('fr', 'u\u0000n')), [/^Texts with characters .*\(1\)/u]],
    ['no terms', concept('a'), [/^Concepts without a term \(1\)/u]],
  ])('says what is lost: %s', (_, concept, expected) => {
    const losses = [...tbx.losses([concept])].map((loss) => loss(ENGLISH))
    expect(losses).toEqual(expected.map((sentence) => expect.stringMatching(sentence)))
  })

  test('says that the readers of TBX 2 offer forbidden terms', () => {
    const forbidden = [concept('a', term('fr', 'un', { status: 'forbidden' }))]
    expect([...tbxV2.losses(forbidden)].map((loss) => loss(ENGLISH))).toEqual([
      expect.stringMatching(/^Forbidden or superseded terms \(1\): OmegaT/u),
    ])
    expect([...tbx.losses(forbidden)]).toEqual([])
  })

  test('a character XML cannot hold is replaced, and the file stays one', async () => {
    const file = write(tbx, [concept('a', term('fr', 'u\u0000n', { note: '\uFFFF\uD800' }))])
    expect((await read(file)).concepts).toEqual([concept('a', term('fr', 'u\uFFFDn', { note: '\uFFFD\uFFFD' }))])
  })
})

describe('what is refused', () => {
  const refused = async (file: string, size: number) => {
    const refusal: unknown = await tbx.read(chunked(file, size)).catch((error: unknown) => error)
    return refusal instanceof FormatError ? refusal.message : refusal
  }

  test.each([
    ['another XML', '<?xml version="1.0"?>\n<tmx version="1.4"/>', /^Line 2: This is not a TBX file: .* <tmx>/u],
    ['words', 'id;fr;en', /^Line 1: This is not an XML file/u],
    ['nothing', '', /^Line 1: This is not an XML file/u],
    ['a file cut in an entry', inTerm('a').slice(0, -40), /^Line 2: The file ends in the middle/u],
    ['tags that cross', '<martif>\n<text></martif>', /^Line 2: The XML is not well-formed/u],
    ['a bare ampersand', inTerm('R&D'), /^Line 2: An & stands alone/u],
    ['an unknown entity', inTerm('caf&eacute;'), /^Line 2: &eacute; means nothing/u],
    [
      'an entity that names a file',
      `<!DOCTYPE martif [<!ENTITY x SYSTEM "file:///etc/passwd">]>${inTerm('&x;')}`,
      /^Line 1: .*document type of its own/u,
    ],
    [
      'entities that multiply',
      `<!DOCTYPE martif [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>${inTerm('&b;')}`,
      /^Line 1: .*document type of its own/u,
    ],
    ['nesting of 100,000 elements', `<tbx>${'<a>'.repeat(100_000)}`, /nested more than 256 deep/u],
  ])('%s', async (_, file, message) => {
    for (const size of [1, 7, 65_536]) expect(await refused(file, size)).toMatch(message)
  })

  test.each([
    ['status', '{"status":"x"}'],
    ['definition', '{"definition":"x"}'],
    ['nothing', '{"":"x"}'],
    ['one of ours with space around it', '{" note ":"x"}'],
  ])('a column of another program is not called %s: our CSV would have it twice', async (_, extra) => {
    const file = inTerm('un').replace('</term>', `</term>\n<note>visavis: extra=${extra}</note>`)
    const { concepts, problems } = await read(file)
    expect(concepts[0]?.terms[0]?.extra).toBeUndefined()
    expect(problems).toEqual([
      'error 3: the columns of another program cannot be read in this note, or one is called like a column of ours.',
    ])
  })

  test('a language that is spelled like one and is none is doubted on its line', async () => {
    const { concepts, problems } = await read(
      inTerm('un').replace('<langSet xml:lang="en">', '<langSet xml:lang="xx">'),
    )
    expect(concepts[0]?.terms[0]?.language).toBe('xx')
    expect(problems).toEqual(['warning 2: “xx” is no language known here.'])
  })

  test('a term as long as a page is an error on its line', async () => {
    expect(await read(inTerm('x'.repeat(501)))).toEqual({
      concepts: [{ id: 'c1', terms: [] }],
      problems: ['error 2: a term of 501 characters is none; at most 500 are read as one.'],
    })
  })
})

describe.skipIf(!existsSync(CORPUS))('the termbases of others (skipped where ../shared is absent)', () => {
  /** How many concepts and terms each has, and how many of its terms are empty, was counted with grep. */
  const TERMBASES: readonly [name: string, concepts: number, terms: number, empty: number][] = [
    ['ibm_tbx.tbx', 5, 11, 0],
    ['maryland.tbx', 1, 13, 0],
    ['medtronic_TBX.tbx', 3, 62, 0],
    ['oracle_TBX.tbx', 2, 6, 0],
    ['sdl_tbx.tbx', 223, 472, 44],
    ['test01.tbx', 1, 2, 0],
    ['test02_win1254.tbx', 1, 2, 0],
  ]

  test.each(TERMBASES)('%s', async (name, concepts, terms, empty) => {
    const { text } = decodeLoosely(await readFile(join(CORPUS, name)))
    const found = await read(text, 1000)
    expect(found.concepts).toHaveLength(concepts)
    expect(found.concepts.flatMap(({ terms }) => terms)).toHaveLength(terms)
    expect(found.problems.filter((problem) => problem.startsWith('error'))).toEqual([])
    expect(found.problems.filter((problem) => problem.endsWith('this term is empty; it is left out.'))).toHaveLength(
      empty,
    )
    for (const format of [tbx, tbxV2]) {
      expect(await read(write(format, found.concepts))).toEqual({ concepts: found.concepts.map(grouped), problems: [] })
    }
  })

  test('no file of it is forgotten', async () => {
    const names = (await readdir(CORPUS)).filter((name) => name.endsWith('.tbx'))
    expect(names.sort()).toEqual(TERMBASES.map(([name]) => name))
  })
})
