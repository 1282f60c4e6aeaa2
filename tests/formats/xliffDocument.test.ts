import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Paragraph, Replacement } from '../../src/formats/document.ts'
import { xliffDocument } from '../../src/formats/xliffDocument.ts'
import { validateXliff2 } from '../../src/formats/xliffRules/validate.ts'
import type { State } from '../../src/unit.ts'
import { chunked, collected, FR_EN } from './streams.ts'
import { retold } from './writings.ts'
import { xliffDocuments } from './xliffDocuments.ts'

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding))
const paragraphsOf = async (bytes: Uint8Array): Promise<Paragraph[]> => {
  const paragraphs: Paragraph[] = []
  for await (const paragraph of xliffDocument.read({ bytes })) paragraphs.push(paragraph)
  return paragraphs
}
const rulesBroken = async (file: string) =>
  (await collected(validateXliff2(chunked(file)))).map(({ rule, line }) => `${line} ${rule}`)

/** The file with these texts as its targets, one for each of its segments; nothing for one that stays. */
async function finished(bytes: Uint8Array, texts: readonly (string | undefined)[], state: State = 'translated') {
  const paragraphs = await paragraphsOf(bytes)
  expect(paragraphs).toHaveLength(texts.length)
  const replacements = paragraphs.flatMap(({ slot, codes, translation }, at): Replacement[] => {
    const text = texts[at]
    return text === undefined
      ? [{ slot, codes, text: translation!.target, state: translation!.state }]
      : [{ slot, codes, text, state }]
  })
  return xliffDocument.finish({ bytes }, replacements, FR_EN)
}
const finishedText = async (file: string, texts: readonly (string | undefined)[], state?: State) =>
  Buffer.from(await finished(bytesOf(file), texts, state)).toString()

const file2 = (content: string, attributes = ' trgLang="en"') =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="fr"${attributes}><file id="f"><unit id="u">${content}</unit></file></xliff>`
const file12 = (content: string, attributes = ' target-language="en"') =>
  `<xliff version="1.2"><file original="f" source-language="fr"${attributes} datatype="x"><body>${content}</body></file></xliff>`

describe('what is read', () => {
  test('a segment with its translation, its note and its codes, pairs that nest as pairs and halves that cross alone', async () => {
    const file = file2(
      `<notes><note>N</note></notes><originalData><data id="d">&lt;b></data><data id="e">&lt;/b></data></originalData><segment id="1" state="translated"><source><pc id="a" dataRefStart="d" dataRefEnd="e">Oui</pc><sc id="b"/> et<sc id="c"/> non<ec startRef="b"/>.<ec startRef="c"/></source><target><pc id="a" dataRefStart="d" dataRefEnd="e">Yes</pc><ph id="z" equiv="?"/></target></segment><segment><source>Deux</source></segment>`,
    )
    const [first, second] = await paragraphsOf(bytesOf(file))
    expect(first).toMatchObject({
      kind: 'paragraph',
      text: '<1>Oui</1><2/> et<3/> non<4/>.<5/>',
      translation: { target: '<1>Yes</1><6/>', state: 'translated', note: 'N' },
    })
    expect(first!.codes.map(({ number, open, close }) => [number, open, close])).toEqual([
      [1, '<b>', '</b>'],
      ...[2, 3, 4, 5].map((number) => [number, '', undefined]),
      [6, '?', undefined],
    ])
    expect(file.slice(second!.slot.start, second!.slot.end)).toBe('Deux')
    expect(second).toMatchObject({ continues: true, translation: { target: '', state: 'initial' } })
  })

  test('nothing of what is not to be translated', async () => {
    const unit = (attributes: string) => `<trans-unit id="1"${attributes}><source>Oui</source></trans-unit>`
    const file = file12(
      `<group translate="no">${unit('')}${unit(' translate="yes"')}</group>${unit(' translate="no"')}`,
    )
    expect(await paragraphsOf(bytesOf(file))).toHaveLength(1)
  })
})

/** What becomes of the inside of a unit of 2.1, or of a body of 1.2, with these texts as its targets. */
type Finished = [name: string, before: string, texts: (string | undefined)[], after: string, state?: State]

const TWO: Finished[] = [
  [
    'a target that is missing stands behind its source',
    '<segment>\n <source>Oui</source>\n</segment>',
    ['Yes & <no>'],
    '<segment state="translated">\n <source>Oui</source>\n <target>Yes &amp; &lt;no&gt;</target>\n</segment>',
  ],
  [
    'a sub-state goes with its state',
    '<segment subState="my:x" state="initial"><source>Oui</source><target>Y</target></segment>',
    ['Yes'],
    '<segment state="final"><source>Oui</source><target>Yes</target></segment>',
    'approved',
  ],
  [
    'a state that means the same stays as it is worded',
    '<segment state="reviewed" subState="my:x"><source>Oui</source><target>Y</target></segment>',
    ['Yes'],
    '<segment state="reviewed" subState="my:x"><source>Oui</source><target>Yes</target></segment>',
    'approved',
  ],
  [
    'a draft says that it is one',
    '<segment state="translated"><source>Oui</source><target/></segment>',
    ['Ye'],
    '<segment state="initial" subState="visavis:draft"><source>Oui</source><target>Ye</target></segment>',
    'draft',
  ],
  [
    'a text that stays takes no state from its segment',
    '<segment state="final"><source>Oui</source><target>Yes</target></segment>',
    ['Yes'],
    '<segment state="final"><source>Oui</source><target>Yes</target></segment>',
    'draft',
  ],
  [
    'nor does one that was there become a draft',
    '<segment state="initial"><source>Oui</source><target>Yes</target></segment>',
    ['Yes'],
    '<segment state="initial"><source>Oui</source><target>Yes</target></segment>',
    'draft',
  ],
  [
    'one that is approved as it stands is final',
    '<segment  state="translated" ><source>Oui</source><target  >Yes</target></segment>',
    ['Yes'],
    '<segment  state="final" ><source>Oui</source><target  >Yes</target></segment>',
    'approved',
  ],
  [
    'white space that matters in the source matters in the target',
    '<segment><source xml:space="preserve"> Oui</source></segment>',
    [' Yes'],
    '<segment state="translated"><source xml:space="preserve"> Oui</source><target xml:space="preserve"> Yes</target></segment>',
  ],
  [
    'codes are those of the source, in another order',
    '<segment><source><pc id="a" type="fmt">un</pc><ph id="b"/></source></segment>',
    ['<2/> <1>one</1>'],
    '<segment state="translated"><source><pc id="a" type="fmt">un</pc><ph id="b"/></source><target><ph id="b"/> <pc id="a" type="fmt">one</pc></target></segment>',
  ],
  [
    'a code that comes again is a copy with an id of its own',
    '<segment id="1"><source><pc id="2">un deux</pc></source></segment>',
    ['<1>one</1> and <1>two</1>'],
    '<segment id="1" state="translated"><source><pc id="2">un deux</pc></source><target><pc id="2">one</pc> and <pc id="3" copyOf="2">two</pc></target></segment>',
  ],
  [
    'a copy of original data refers to that',
    '<originalData><data id="d">x</data></originalData><segment><source><ph id="1" dataRef="d"/></source></segment>',
    ['<1/><1/>'],
    '<originalData><data id="d">x</data></originalData><segment state="translated"><source><ph id="1" dataRef="d"/></source><target><ph id="1" dataRef="d"/><ph id="2" dataRef="d"/></target></segment>',
  ],
  [
    'what may not be copied is not',
    '<segment><source><pc id="1" canCopy="no">un</pc></source></segment>',
    ['<1>one</1><1>two</1>'],
    '<segment state="translated"><source><pc id="1" canCopy="no">un</pc></source><target><pc id="1" canCopy="no">one</pc>two</target></segment>',
  ],
  [
    'what may not be deleted stays, behind the words',
    '<segment><source>un<ph id="1" canDelete="no"/><ph id="2"/></source></segment>',
    ['one'],
    '<segment state="translated"><source>un<ph id="1" canDelete="no"/><ph id="2"/></source><target>one<ph id="1" canDelete="no"/></target></segment>',
  ],
  [
    'pairs that cross are left out, and their words stay',
    '<segment><source><pc id="1">a</pc><pc id="2">b</pc></source></segment>',
    ['<1>a<2>b</1>c</2>'],
    '<segment state="translated"><source><pc id="1">a</pc><pc id="2">b</pc></source><target><pc id="1">ab</pc>c</target></segment>',
  ],
  [
    'two halves keep what binds them',
    '<segment><source><sc id="1"/>a<ec startRef="1"/></source></segment>',
    ['<1>b</1><1>c</1>'],
    '<segment state="translated"><source><sc id="1"/>a<ec startRef="1"/></source><target><sc id="1"/>b<ec startRef="1"/><sc id="2" copyOf="1"/>c<ec startRef="2"/></target></segment>',
  ],
  [
    'an order stays',
    '<segment><source>un</source><target order="2">a</target></segment><segment><source>deux</source><target order="1">b</target></segment>',
    ['c', undefined],
    '<segment state="translated"><source>un</source><target order="2">c</target></segment><segment><source>deux</source><target order="1">b</target></segment>',
  ],
]

const ONE: Finished[] = [
  [
    'a target that is missing stands behind its source and says its state',
    '<trans-unit id="1">\n <source>Oui</source>\n <note>N</note></trans-unit>',
    ['Yes'],
    '<trans-unit id="1">\n <source>Oui</source>\n <target state="translated">Yes</target>\n <note>N</note></trans-unit>',
  ],
  [
    'what is approved says so twice',
    '<trans-unit id="1"><source>Oui</source><target state="new">Y</target></trans-unit>',
    ['Yes'],
    '<trans-unit id="1" approved="yes"><source>Oui</source><target state="final">Yes</target></trans-unit>',
    'approved',
  ],
  [
    'what is no longer approved neither',
    '<trans-unit id="1" approved="yes"><source>Oui</source><target state="final" state-qualifier="exact-match">Y</target></trans-unit>',
    ['Yes'],
    '<trans-unit id="1" approved="no"><source>Oui</source><target state="needs-review-translation">Yes</target></trans-unit>',
    'draft',
  ],
  [
    'codes of every kind',
    '<trans-unit id="1"><source><g id="1">a</g><x id="2"/><bpt id="3" rid="1">&lt;b></bpt>b<ept id="4" rid="1">&lt;/b></ept><it id="5" pos="open">i</it></source></trans-unit>',
    ['<4/><3>B</3><2/><1>A</1>'],
    '<trans-unit id="1"><source><g id="1">a</g><x id="2"/><bpt id="3" rid="1">&lt;b></bpt>b<ept id="4" rid="1">&lt;/b></ept><it id="5" pos="open">i</it></source><target state="translated"><it id="5" pos="open">i</it><bpt id="3" rid="1">&lt;b></bpt>B<ept id="4" rid="1">&lt;/b></ept><x id="2"/><g id="1">A</g></target></trans-unit>',
  ],
  [
    'a target for segments has them as the source does',
    '<trans-unit id="1"><source>Un. Deux.</source><seg-source><mrk mtype="seg" mid="1">Un.</mrk> <mrk mtype="seg" mid="2">Deux.</mrk></seg-source></trans-unit>',
    ['One.', 'Two.'],
    '<trans-unit id="1"><source>Un. Deux.</source><seg-source><mrk mtype="seg" mid="1">Un.</mrk> <mrk mtype="seg" mid="2">Deux.</mrk></seg-source><target state="translated"><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two.</mrk></target></trans-unit>',
  ],
  [
    'segments that are there are filled, others put between them',
    '<trans-unit id="1"><seg-source><mrk mtype="seg" mid="1">Un.</mrk><mrk mtype="seg" mid="2">Deux.</mrk><mrk mtype="seg" mid="3">Trois.</mrk></seg-source><target><mrk mtype="seg" mid="1"/><mrk mtype="seg" mid="3">Three.</mrk></target></trans-unit>'.replace(
      '<seg-source>',
      '<source/><seg-source>',
    ),
    ['One.', 'Two.', undefined],
    '<trans-unit id="1"><source/><seg-source><mrk mtype="seg" mid="1">Un.</mrk><mrk mtype="seg" mid="2">Deux.</mrk><mrk mtype="seg" mid="3">Trois.</mrk></seg-source><target state="translated"><mrk mtype="seg" mid="1">One.</mrk><mrk mtype="seg" mid="2">Two.</mrk><mrk mtype="seg" mid="3">Three.</mrk></target></trans-unit>',
  ],
  [
    'segments that share a target against the standard',
    '<trans-unit id="1"><source/><seg-source><mrk mtype="seg" mid="1">Un.</mrk><mrk mtype="seg" mid="1">Deux.</mrk></seg-source><target><mrk mtype="seg" mid="1"/></target></trans-unit>',
    ['One.', 'Two.'],
    '<trans-unit id="1"><source/><seg-source><mrk mtype="seg" mid="1">Un.</mrk><mrk mtype="seg" mid="1">Deux.</mrk></seg-source><target state="translated"><mrk mtype="seg" mid="1">One.</mrk></target></trans-unit>',
  ],
  [
    'Trados Studio says the state of each segment in a place of its own',
    '<trans-unit id="1"><source>Un.</source><seg-source><mrk mtype="seg" mid="1">Un.</mrk></seg-source><target><mrk mtype="seg" mid="1"/></target><sdl:seg-defs xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"><sdl:seg id="1" percent="50"/></sdl:seg-defs></trans-unit>',
    ['One.'],
    '<trans-unit id="1"><source>Un.</source><seg-source><mrk mtype="seg" mid="1">Un.</mrk></seg-source><target><mrk mtype="seg" mid="1">One.</mrk></target><sdl:seg-defs xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"><sdl:seg id="1" percent="50" conf="Translated"/></sdl:seg-defs></trans-unit>',
  ],
]

describe('a finished unit of 2.1', () => {
  test.each(TWO)('%s', async (_, before, texts, after, state) => {
    const file = await finishedText(file2(before), texts, state)
    expect(file).toBe(file2(after))
    expect(await rulesBroken(file)).toEqual([])
  })
})

describe('a finished unit of 1.2', () => {
  test.each(ONE)('%s', async (_, before, texts, after, state) => {
    expect(await finishedText(file12(before), texts, state)).toBe(file12(after))
  })
})

describe('a finished file', () => {
  const segment = '<segment><source>Oui</source></segment>'
  const unit = '<trans-unit id="1"><source>Oui</source></trans-unit>'

  test('says in which language its targets are', async () => {
    expect(await finishedText(file2(segment, ''), ['Yes'])).toContain(' srcLang="fr" trgLang="en">')
    expect(await finishedText(file2(segment, ' trgLang="en-GB"'), ['Yes'])).toContain(' trgLang="en-GB">')
    expect(await finishedText(file12(unit, ''), ['Yes'])).toContain(' datatype="x" target-language="en">')
  })

  test('has the prefixes it had', async () => {
    const file = file2(segment)
      .replace(/<(\/?)(?=[a-z])/gu, '<$1x:')
      .replace('xmlns=', 'xmlns:x=')
    expect(await finishedText(file, ['Yes'])).toContain('<x:source>Oui</x:source><x:target>Yes</x:target>')
  })

  test.each<[string, BufferEncoding, string]>([
    ['iso-8859-1', 'latin1', 'été &#339;uvre &#128512;'],
    ['utf-16', 'utf16le', 'été œuvre 😀'],
    ['UTF-8', 'utf8', 'été œuvre 😀'],
  ])('is in %s if it was', async (name, encoding, written) => {
    const mark = encoding === 'utf16le' ? '\uFEFF' : ''
    const file = `${mark}<?xml version="1.0" encoding="${name}"?>${file12('<trans-unit id="1"><source>É</source></trans-unit>')}`
    const bytes = await finished(bytesOf(file, encoding), ['été œuvre 😀'])
    expect(Buffer.from(bytes).toString(encoding)).toBe(
      file.replace('</source>', `</source><target state="translated">${written}</target>`),
    )
  })

  test('breaks no rule that it did not break', async () => {
    await fc.assert(
      fc.asyncProperty(
        xliffDocuments,
        fc.constantFrom<State>('draft', 'translated', 'approved'),
        async (file, state) => {
          if (file.includes('version="1.2"')) return
          const before = new Set((await rulesBroken(file)).map((broken) => broken.split(' ')[1]))
          const told = (await paragraphsOf(bytesOf(file))).map((paragraph) => ({
            ...paragraph,
            text: retold(paragraph),
            state,
          }))
          const bytes = await xliffDocument.finish({ bytes: bytesOf(file) }, told, FR_EN)
          const after = await rulesBroken(Buffer.from(bytes).toString())
          expect(after.filter((broken) => !before.has(broken.split(' ')[1]))).toEqual([])
        },
      ),
      { seed: 20_261_125, numRuns: 300 },
    )
  }, 60_000)

  test.each([
    ['2.1', file2(segment.repeat(50_000))],
    [
      '1.2',
      file12(
        `<trans-unit id="1"><source/><seg-source>${Array.from({ length: 50_000 }, (_, mid) => `<mrk mtype="seg" mid="${mid}">a</mrk>`).join('')}</seg-source><target><mrk mtype="seg" mid="7"/></target></trans-unit>`,
      ),
    ],
  ])(
    'of 50,000 segments in one unit of %s costs what it weighs',
    async (_, file) => {
      const started = process.cpuUsage().user
      await finished(
        bytesOf(file),
        Array.from({ length: 50_000 }, () => 'b'),
      )
      expect((process.cpuUsage().user - started) / 1000).toBeLessThan(10_000)
    },
    60_000,
  )

  test('of 20,000 codes in one segment costs what it weighs', async () => {
    const started = process.cpuUsage().user
    const codes = Array.from({ length: 20_000 }, (_, id) => `<pc id="${id}">a</pc>`).join('')
    const again = '<1>b</1>'.repeat(20_000)
    await finished(bytesOf(file2(`<segment><source>${codes}</source></segment>`)), [again])
    expect((process.cpuUsage().user - started) / 1000).toBeLessThan(10_000)
  }, 60_000)
})
