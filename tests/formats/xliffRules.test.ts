import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FormatError } from '../../src/errors.ts'
import { xliff } from '../../src/formats/xliff.ts'
import { CLAUSES, type RuleId } from '../../src/formats/xliffRules/rule.ts'
import { validateXliff2 } from '../../src/formats/xliffRules/validate.ts'
import { LANGUAGES } from '../../src/messages/index.ts'
import { chunked, collected, FR_EN, joined } from './streams.ts'
import { text, units } from './units.ts'

const SUITE = join(import.meta.dirname, '../../../shared/corpora/xliff-2.1')

const findings = (file: string, size?: number) => collected(validateXliff2(chunked(file, size)))
const found = async (file: string) => (await findings(file)).map(({ rule, line }) => `${line} ${rule}`)
const rules = async (file: string) => [...new Set((await findings(file)).map(({ rule }) => rule))].sort()

const CORE = 'urn:oasis:names:tc:xliff:document:2.0'
const inFile = (content: string, root = 'version="2.1" srcLang="fr" trgLang="en"') =>
  `<xliff xmlns="${CORE}" ${root}><file id="f">${content}</file></xliff>`
const inUnit = (content: string, root?: string) => inFile(`<unit id="u">${content}</unit>`, root)
const segment = (source: string, target?: string, attributes = '') =>
  `<segment ${attributes}><source>${source}</source>${target === undefined ? '' : `<target>${target}</target>`}</segment>`

/** A unit by itself, and the rules it breaks. */
const UNITS: readonly [name: string, content: string, rules: readonly RuleId[]][] = [
  ['a code in both texts', segment('<ph id="1"/>', '<ph id="1"/>'), []],
  ['a code twice in a source', segment('<ph id="1"/><ph id="1"/>'), ['id-unique']],
  ['a code twice in a target', segment('<ph id="1"/>', '<ph id="1"/><ph id="1"/>'), ['id-unique']],
  ['a code of a target with the id of a segment', segment('a', '<ph id="s"/>', 'id="s"'), ['id-unique']],
  ['a span for what is a placeholder', segment('<ph id="1"/>', '<pc id="1">a</pc>'), ['id-unique']],
  ['a span in two halves for one in one', segment('<pc id="1">a</pc>', '<sc id="1"/>a<ec startRef="1"/>'), []],
  ['a code moved to another segment', segment('<ph id="1"/>', 'a') + segment('b', '<ph id="1"/>'), []],
  ['a pair over two segments', segment('<sc id="1"/>a') + segment('b<ec startRef="1"/>'), []],
  ['a pair whose end is on the other side', segment('<sc id="1"/>a', 'a<ec startRef="1"/>'), ['start-end']],
  ['two ends of one start', segment('<sc id="1"/>a<ec startRef="1"/><ec startRef="1"/>'), ['start-end']],
  [
    'isolated halves',
    segment('<ec id="1" isolated="yes" dir="ltr"/>a<sc id="2" isolated="yes"/>', '<sc id="2" isolated="yes"/>'),
    [],
  ],
  ['a direction of an end', segment('<sc id="1"/>a<ec startRef="1" dir="ltr"/>'), ['isolated']],
  [
    'an order that is free because nobody is there any more',
    '<segment><source>a</source><target order="2">a</target></segment><segment><source>b</source><target order="1">b</target></segment>',
    [],
  ],
  [
    'an order that is another’s by its place',
    '<segment><source>a</source><target order="2">a</target></segment><segment><source>b</source></segment>',
    ['target-order'],
  ],
  [
    'an order above the number of parts',
    '<segment><source>a</source><target order="2">a</target></segment>',
    ['target-order'],
  ],
  ['a state without a target', segment('a', undefined, 'state="final"'), ['state-target']],
  ['a sub-state without its prefix', segment('a', 'b', 'state="initial" subState="x"'), ['prefixed-form']],
  ['a sub-state in the name of the standard', segment('a', 'b', 'state="initial" subState="xlf:x"'), ['prefixed-form']],
  ['a character that XML can hold', segment('<cp hex="0041"/>'), ['code-point']],
  ['a character that is none', segment('<cp hex="110000"/>'), ['code-point']],
  ['half of a hexadecimal octet', segment('<cp hex="001"/>'), ['code-point']],
  ['a surrogate', segment('<cp hex="D800"/>'), []],
  [
    'a copy of a code without original data',
    segment('<pc id="1">a</pc>', '<pc id="1">a</pc><pc id="2" copyOf="1">b</pc>'),
    [],
  ],
  [
    'half of the original data',
    `<originalData><data id="d">x</data></originalData>${segment('<pc id="1" dataRefStart="d">a</pc>')}`,
    ['data-reference'],
  ],
  [
    'codes that keep their order and what stands between them',
    segment(
      '<ph id="1" canReorder="firstNo" canCopy="no" canDelete="no"/><ph id="2"/><ph id="3" canReorder="no" canCopy="no" canDelete="no"/>',
      'x<ph id="1" canReorder="firstNo" canCopy="no" canDelete="no"/><ph id="2"/><ph id="3" canReorder="no" canCopy="no" canDelete="no"/>',
    ),
    [],
  ],
  ['an annotation with a type of its own', segment('<mrk id="m" type="my:kind" translate="no">a</mrk>'), []],
  ['an annotation of no known type', segment('<mrk id="m" type="kind">a</mrk>'), ['attribute-value']],
  ['an annotation in the XML namespace', segment('<mrk id="m" xml:lang="de">a</mrk>'), ['attribute-unknown']],
  ['a reference to what is not there', segment('<mrk id="m" type="my:x" ref="#n=n1">a</mrk>'), ['fragment-target']],
  ['a reference to another unit', segment('<mrk id="m" type="my:x" ref="#/f=f/u=v/n=n1">a</mrk>'), []],
  ['a reference to a page', segment('<mrk id="m" type="term" ref="https://example.org/#a/b/c">a</mrk>'), []],
  [
    'a note for half a source',
    `<notes><note appliesTo="ignorable">x</note></notes>${segment('a')}`,
    ['attribute-value'],
  ],
  ['a note of no priority', `<notes><note priority="11">x</note></notes>${segment('a')}`, ['attribute-value']],
  ['words between elements', `${segment('a')}words`, ['text-misplaced']],
  ['words in an empty element', segment('<ph id="1">a</ph>'), ['text-misplaced']],
  ['an element of 1.2', segment('<g id="1">a</g>'), ['element-misplaced', 'element-unknown']],
  [
    'a target before its source',
    '<segment><target>b</target><source>a</source></segment>',
    ['element-misplaced', 'element-missing'],
  ],
  [
    'other people’s elements and attributes where they may be',
    `<my:a xmlns:my="u" my:b="c" id="&#33;"><source/></my:a>${segment('a')}`,
    [],
  ],
  [
    'an element with the name of a method',
    `<constructor id="1"/>${segment('a')}`,
    ['element-misplaced', 'element-unknown'],
  ],
  ['a prefix that stands for nothing', `<my:a/>${segment('a')}`, ['namespace']],
]

describe('units', () => {
  test.each(UNITS)('%s', async (_, content, expected) => {
    expect(await rules(inUnit(content))).toEqual(expected)
  })
})

/** What modules have in a unit with a segment `s`, whose text has an annotation `m`. */
const MODULES: readonly [name: string, content: string, rules: readonly RuleId[]][] = [
  ['a match', match('ref="#s" similarity="99.5" type="tm" subType="my:x"'), []],
  ['a match for nothing', match('ref="#t"'), ['match-reference']],
  ['a match of more than everything', match('ref="#s" similarity="100.1"'), ['attribute-value']],
  ['a sub-type of no type', match('ref="#s" subType="my:x"'), ['sub-type']],
  ['a match with a code whose data it lacks', match('ref="#s"', '<ph id="1" dataRef="d"/>'), ['data-reference']],
  ['a match with half a pair', match('ref="#s"', '<sc id="1"/>'), ['start-end']],
  ['a match that says its language', match('ref="#s" xml:lang="en"'), ['match-language']],
  ['a match in another language', match('ref="#s"', 'x', ' xml:lang="de"'), ['text-language']],
  ['a match in one for reference', match('ref="#s" reference="yes"', 'x', ' xml:lang="de"'), []],
  [
    'a term',
    '<gls:glossary><gls:glossEntry ref="#m"><gls:term>a</gls:term><gls:translation>b</gls:translation></gls:glossEntry></gls:glossary>',
    [],
  ],
  [
    'a term alone',
    '<gls:glossary><gls:glossEntry><gls:term>a</gls:term></gls:glossEntry></gls:glossary>',
    ['glossary-entry'],
  ],
  [
    'a term for nothing',
    '<gls:glossary><gls:glossEntry ref="#x"><gls:term>a</gls:term><gls:definition>b</gls:definition></gls:glossEntry></gls:glossary>',
    ['glossary-reference'],
  ],
  ['an empty glossary', '<gls:glossary/>', ['element-missing']],
  [
    'two glossaries',
    '<gls:glossary><gls:glossEntry><gls:term>a</gls:term><gls:definition>b</gls:definition></gls:glossEntry></gls:glossary>'.repeat(
      2,
    ),
    ['module-place'],
  ],
  [
    'metadata',
    '<mda:metadata><mda:metaGroup category="c" appliesTo="ignorable"><mda:meta type="t">v</mda:meta></mda:metaGroup></mda:metadata>',
    [],
  ],
  [
    'metadata without a type',
    '<mda:metadata><mda:metaGroup><mda:meta>v</mda:meta></mda:metaGroup></mda:metadata>',
    ['attribute-missing'],
  ],
  [
    'an id twice in metadata',
    '<mda:metadata id="a"><mda:metaGroup id="a"><mda:meta type="t"/></mda:metaGroup></mda:metadata>',
    ['id-unique'],
  ],
  ['what the module does not have', '<gls:entry/>', ['element-unknown']],
  ['a module where it does not belong', '<slr:profiles/>', ['module-place']],
  [
    'a size referred to that nothing says',
    '<slr:data profile="x"/><notes><note slr:sizeInfoRef="a">x</note></notes>',
    ['size-restriction'],
  ],
  ['two rules in one', '<val:validation><val:rule isPresent="a" startsWith="b"/></val:validation>', ['validation']],
  [
    'a resource that is here and there',
    '<res:resourceData><res:resourceItem id="r"><res:source href="a">b</res:source></res:resourceItem></res:resourceData>',
    ['resource'],
  ],
]

function match(attributes: string, source = 'x', ofTarget = ''): string {
  return `<mtc:matches><mtc:match ${attributes}><source>${source}</source><target${ofTarget}>y</target></mtc:match></mtc:matches>`
}

describe('modules', () => {
  const NAMESPACES = [
    ['mtc', 'matches'],
    ['gls', 'glossary'],
    ['mda', 'metadata'],
    ['slr', 'sizerestriction'],
    ['val', 'validation'],
    ['res', 'resourcedata'],
  ].map(([prefix, module]) => ` xmlns:${prefix}="urn:oasis:names:tc:xliff:${module}:2.0"`)

  test.each(MODULES)('%s', async (_, content, expected) => {
    const unit = content + segment('<mrk id="m" type="term">a</mrk>', undefined, 'id="s"')
    expect(await rules(inUnit(unit, `version="2.1" srcLang="fr" trgLang="en"${NAMESPACES.join('')}`))).toEqual(expected)
  })
})

describe('files', () => {
  test.each<[string, string, string[]]>([
    ['another namespace', '<xliff xmlns="urn:x" version="2.0" srcLang="fr"><file id="f"/></xliff>', ['namespace']],
    ['a version of the future', inUnit(segment('a'), 'version="2.9" srcLang="fr"'), ['attribute-value']],
    [
      'a target whose language is not said',
      inUnit(segment('a', 'b'), 'version="2.0" srcLang="fr"'),
      ['target-language'],
    ],
    ['no source language', inUnit(segment('a'), 'version="2.0"'), ['attribute-missing']],
    [
      'a unit twice, in another group',
      inFile(`<unit id="1">${segment('a')}</unit><group id="g"><unit id="1">${segment('a')}</unit></group>`),
      ['id-unique'],
    ],
    [
      'a sub-flow that comes later',
      inFile(`<unit id="1">${segment('<ph id="1" subFlows="2"/>')}</unit><unit id="2">${segment('a')}</unit>`),
      [],
    ],
    [
      'a sub-flow in another file',
      `<xliff xmlns="${CORE}" version="2.0" srcLang="fr"><file id="f"><unit id="1">${segment('<ph id="1" subFlows="2"/>')}</unit></file><file id="g"><unit id="2">${segment('a')}</unit></file></xliff>`,
      ['sub-flow'],
    ],
    [
      'notes and metadata of all, in 2.2',
      `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.2" version="2.2" srcLang="fr"><notes><note>a</note></notes><file id="f"><unit id="1"><notes><note ref="#s">b</note></notes>${segment('a', undefined, 'id="s"')}</unit></file></xliff>`,
      [],
    ],
    [
      'the same in 2.1',
      inFile(`<unit id="1">${segment('a')}</unit>`).replace('<file', '<notes><note>a</note></notes><file'),
      ['element-misplaced'],
    ],
    [
      'prefixes of its own',
      `<x:xliff xmlns:x="${CORE}" xmlns="urn:other" version="2.0" srcLang="fr"><x:file id="f"><x:unit id="1"><x:segment><x:source>a<x:ph id="1"/></x:source></x:segment></x:unit></x:file></x:xliff>`,
      [],
    ],
    ['a language in other letters', inUnit('<segment><source xml:lang="FR">a</source></segment>'), []],
    ['a region nobody asked for', inUnit('<segment><source xml:lang="fr-CA">a</source></segment>'), ['text-language']],
  ])('%s', async (_, file, expected) => {
    expect(await rules(file)).toEqual(expected)
  })

  test('lines, unit by unit', async () => {
    const bad = `<unit id="1">\n<segment>\n<source>a<ph/>\n<ph id="1" x="y"/></source></segment></unit>`
    expect(await found(inFile(`\n${bad}\n${bad.replace('id="1"', 'id="2"')}`))).toEqual([
      '4 attribute-missing',
      '5 attribute-unknown',
      '8 attribute-missing',
      '9 attribute-unknown',
    ])
  })

  test.each([
    ['1.2', '<xliff version="1.2"/>', /XLIFF 2\.0 to 2\.2, and this is XLIFF “1\.2”/u],
    ['another format', '<tmx version="1.4"/>', /not an XLIFF file/u],
    ['no XML', 'words', /not an XML file/u],
    ['a file that is cut', inUnit(segment('a')).slice(0, -9), /ends in the middle/u],
  ])('%s cannot be judged', async (_, file, message) => {
    await expect(findings(file)).rejects.toThrow(message)
  })
})

describe('any file', () => {
  const SEED = { seed: 20_261_121, numRuns: 200 }

  test('of ours is clean', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(units, { maxLength: 4 }), async (document) => {
        expect(await found(await joined(xliff.write(document, FR_EN)))).toEqual([])
      }),
      SEED,
    )
  })

  test('damaged is judged or refused, the same from chunks of any size, and in every language', async () => {
    const samples = [...UNITS, ...MODULES].map(([, content]) => inUnit(content))
    const outcome = async (file: string, size?: number) => {
      try {
        const all = await findings(file, size)
        return all.map(({ rule, line, message }) => [rule, line, ...Object.values(LANGUAGES).map(message)])
      } catch (error) {
        if (error instanceof FormatError) return 'refused'
        throw error
      }
    }
    const damage = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 9 }), text)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...samples), damage, async (sample, [place, lost, put]) => {
        const at = Math.floor(place * sample.length)
        const file = sample.slice(0, at) + put + sample.slice(at + lost)
        expect(await outcome(file, 7)).toEqual(await outcome(file))
      }),
      SEED,
    )
  })

  test.each([
    ['codes', inUnit(segment(Array.from({ length: 100_000 }, (_, id) => `<ph id="${id}"/>`).join('')))],
    [
      'halves',
      inUnit(
        segment(
          `${Array.from({ length: 50_000 }, (_, id) => `<sc id="${id}"/>`).join('')}${Array.from({ length: 50_000 }, (_, id) => `<ec startRef="${id}"/>`).join('')}`,
        ),
      ),
    ],
    [
      'references',
      inUnit(
        segment(Array.from({ length: 50_000 }, (_, id) => `<mrk id="${id}" type="my:x" ref="#t=${id}"/>`).join('')),
      ),
    ],
    ['parts', inUnit(segment('a', 'b').repeat(50_000))],
    ['selectors', inUnit(segment(`<mrk id="1" ref="#${'a/'.repeat(100_000)}"/>`))],
  ])(
    '100,000 %s in one unit cost what they weigh',
    async (_, file) => {
      const started = process.cpuUsage().user
      await findings(file)
      expect((process.cpuUsage().user - started) / 1000).toBeLessThan(8000)
    },
    30_000,
  )
})

describe.skipIf(!existsSync(SUITE))('the official suite of XLIFF 2.1 (skipped where ../shared is absent)', async () => {
  /** The rule each of its invalid files is there for, and what else is wrong with some. */
  const INVALID: readonly [rules: string, names: string][] = [
    ['annotation', 'EmBeforeSm InvalidLoneEm InvalidLoneSm'],
    ['attribute-missing', 'GroupWithoutId'],
    ['attribute-unknown id-unique', 'InvalidExtensionAttributeOnPc'],
    [
      'attribute-unknown',
      'InvalidDirAttributeOnSource InvalidExtensionAttributeOnSegment InvalidExtensionAttributeOnSource InvalidExtensionAttributeOnTarget InvalidFSAttribute InvalidTranslateInSegment',
    ],
    ['attribute-value state-target', 'InvalidStateValue'],
    ['attribute-value', 'InvalidFSAttributeValue InvalidTypeValue SubFlowWithInvalidValue'],
    ['code-point', 'InvalidHexRangeOnCp InvalidHexValueOnCp'],
    ['code-removed', 'MissingNonRemovable1 MissingNonRemovable2'],
    ['comment fragment', 'InvalidFragIdSyntax'],
    [
      'comment',
      'CommentWithValueAndRef InvalidCommentAnnotation1 InvalidCommentAnnotation2 InvalidCommentAnnotation3 InvalidCommentAnnotation4 InvalidNoteRefInUnit RefAndValueInComment',
    ],
    ['copy-of', 'CopyOfWithBadReference CopyOfWithNoCopyReference CopyOfWithOriginalData'],
    ['data-reference id-unique', 'UnknownDataRefEndValue UnknownDataRefStartValue UnknownDataRefValue'],
    ['data-reference', 'DataRefWithoutOriginalData InvalidDataRef InvalidDataRefEnd InvalidDataRefStart'],
    [
      'element-misplaced',
      'InvalidExtensionElementInData InvalidExtensionElementInFile InvalidExtensionElementInOriginalData InvalidExtensionElementInSegment InvalidExtensionElementOutsideFile InvalidNotesInFile InvalidNotesInGroup InvalidNotesInUnit TwoSourceInUnit',
    ],
    [
      'element-missing',
      'IgnorableWithoutSource NoFile NoUnitOrGroupInFile NotesWithoutNote OriginalDataWithoutData SegmentWithoutSource',
    ],
    ['element-unknown', 'InvalidValidation'],
    ['extension-id', 'DuplicateExtElemIdsInFile DuplicateExtElemIdsInGroup DuplicateExtElemIdsInUnit'],
    ['format-style', 'InvalidFSAttributeOnEc'],
    [
      'fragment',
      'InvalidFragIdBadOrder InvalidFragIdDuplicatedPrefix InvalidFragIdMissplacedLeaf InvalidFragIdNoSingleLeaf InvalidFragIdPrefixNotNmtoken InvalidFragIdPrefixTooShort InvalidFragIdUnknownPrefix',
    ],
    ['id-form', 'InvalidId1 InvalidId2 InvalidId3'],
    ['id-unique isolated start-end', 'NonIsolatedEcWithoutStartRef'],
    [
      'id-unique',
      'DataIdNotUnique DuplicateNoteIdsInFile DuplicateNoteIdsInGroup DuplicateNoteIdsInUnit FileIdNotUnique GroupIdNotUnique IgnorableIdNotUnique PartIdNotUnique SegmentIdNotUnique',
    ],
    ['isolated start-end', 'ConfusedIsolatedOnEc'],
    ['isolated', 'InvalidIsolatedOnEc InvalidIsolatedOnSc IsolatedEcWithId MissingIsolatedOnEc'],
    ['language-form text-language', 'XmlLangNotWellFormed'],
    ['language-form', 'SrcLangNotWellFormed TrgLangNotWellFormed'],
    ['reorder-hints', 'canReorderContext1 canReorderContext2 canReorderContext3'],
    ['reorder-sequence start-end-hints', 'DifferentCanReorderInScAndEc'],
    ['reorder-sequence', 'MissingReorderFirstNo WrongReordering1 WrongReordering2'],
    ['skeleton', 'EmptySkeletonWithoutHref NonEmptySkeletonWithHref'],
    ['start-end', 'EcBeforeSc MissingIsolatedOnSc'],
    [
      'start-end-hints',
      'DifferentCanCopyInScAndEc DifferentCanDeleteInScAndEc DifferentCanOverlapInScAndEc YesCanReorderInEcForFirstNoInSc',
    ],
    ['sub-flow', 'SubFlowWithInvalidReference'],
    ['sub-state', 'SubStateWithoutState'],
    ['sub-type', 'InvalidTypeSubTypeValues SubTypeWithoutType'],
    ['target-language', 'NoTrgLang NoTrgLangWithIgnorable'],
    ['target-order', 'OrderNotUnique1 OrderNotUnique2'],
    [
      'text-language',
      'InvalidXmlLangInheritedFromFile InvalidXmlLangInheritedFromGroup InvalidXmlLangInheritedFromUnit InvalidXmlLangOnFile InvalidXmlLangOnGroup InvalidXmlLangOnUnit WrongLangOnTarget WrongSourceLang WrongTargetLang',
    ],
    ['unit-segment', 'UnitWithoutSegment'],
    ['white-space', 'DifferentXmlSpace'],
  ]
  const named = INVALID.flatMap(([rules, names]) => names.split(' ').map((name) => [name, rules.split(' ')] as const))

  test.each(named)('%s', async (name, expected) => {
    expect(await rules(await readFile(join(SUITE, `invalid/bad_${name}.xlf`), 'utf8'))).toEqual(expected)
  })

  test('every invalid file is named', async () => {
    expect(named).toHaveLength(119)
    const files = (await readdir(join(SUITE, 'invalid'))).map((name) => name.replace(/^bad_|\.xlf$/gu, ''))
    expect(named.map(([name]) => name).sort()).toEqual(files.sort())
  })

  test('all 25 valid files are clean', async () => {
    const names = await readdir(join(SUITE, 'valid'))
    expect(names).toHaveLength(25)
    for (const name of names) {
      expect([name, await found(await readFile(join(SUITE, 'valid', name), 'utf8'))]).toEqual([name, []])
    }
  })
})

test('every rule names its clause', () => {
  for (const clause of Object.values(CLAUSES)) expect(clause).toMatch(/^\d+(?:\.\d+)*$/u)
})
