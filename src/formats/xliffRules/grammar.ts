import type { ValueKind } from './values.ts'

/** What the standard says of an element by itself. */
export interface ElementRule {
  attributes: ReadonlyMap<string, ValueKind>
  required: readonly string[]
  /** Whose other attributes it may have: any namespace's (`*`) but for some (`-xml`), or those of these modules. */
  others: readonly string[]
  /** The steps its children follow, each some names that may stand there, and how many of them. */
  steps: readonly Step[]
  /** Whether words may stand in it. */
  mixed: boolean
}

export interface Step {
  /** `*` is an element of another namespace. */
  names: ReadonlySet<string>
  least: 0 | 1
  most: number
}

/**
 * `attributes` are names with the kind of their value behind a colon where it is not any text, and with `!` where they are
 * required; `content` is steps with `?`, `*` or `+` behind them, their names with | between.
 */
function element(attributes: string, others: string, content: string, mixed = false): ElementRule {
  const said = attributes
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      const [, name = '', needed, kind = 'text'] = /^([\w.]+(?::(?:lang|space))?)(!?)(?:=(\w+))?$/u.exec(word) ?? []
      return { name, needed: needed === '!', kind: kind as ValueKind }
    })
  return {
    attributes: new Map(said.map(({ name, kind }) => [name, kind])),
    required: said.filter(({ needed }) => needed).map(({ name }) => name),
    others: others.split(' ').filter(Boolean),
    steps: content.split(' ').filter(Boolean).map(step),
    mixed,
  }
}

function step(word: string): Step {
  const [, names = '', times] = /^(.*?)([?*+]?)$/u.exec(word === '*' ? '**' : word) ?? []
  return {
    names: new Set(names.split('|')),
    least: times === '' || times === '+' ? 1 : 0,
    most: times === '' || times === '?' ? 1 : Number.POSITIVE_INFINITY,
  }
}

const INLINE = 'cp|ph|pc|sc|ec|mrk|sm|em*'
const ROOT = 'version!=version srcLang!=language trgLang=language xml:space=space'
const SEGMENT = 'id=nmtoken canResegment=yesNo state=state subState=ownPrefixed'
const NOTE = 'id=nmtoken appliesTo=side category priority=priority'
const HINTS = 'canCopy=yesNo canDelete=yesNo canReorder=yesNoFirstNo copyOf=nmtoken subType=prefixed type=codeType'
const INHERITED = 'canResegment=yesNo translate=yesNo srcDir=direction trgDir=direction xml:space=space'
const ANNOTATION = 'id!=nmtoken translate=yesNo type=markType ref value'

/** The elements of the core and of the modules that have some, by the schemas of XLIFF 2.1 and the text where it says more. */
const GRAMMAR: ReadonlyMap<string, ElementRule> = new Map([
  ['xliff', element(ROOT, '*', 'file+')],
  ['file', element(`id!=nmtoken original ${INHERITED}`, '*', 'skeleton? * notes? unit|group+')],
  ['skeleton', element('href', '', '*', true)],
  ['group', element(`id!=nmtoken name type=ownPrefixed ${INHERITED}`, '*', '* notes? unit|group*')],
  ['unit', element(`id!=nmtoken name type=ownPrefixed ${INHERITED}`, '*', '* notes? originalData? segment|ignorable+')],
  ['segment', element(SEGMENT, '', 'source target?')],
  ['ignorable', element('id=nmtoken', '', 'source target?')],
  ['notes', element('', '', 'note+')],
  ['note', element(NOTE, '*', '', true)],
  ['originalData', element('', '', 'data+')],
  ['data', element('id!=nmtoken dir=direction xml:space=preserve', '', 'cp*', true)],
  ['source', element('xml:lang=language xml:space=space', '', INLINE, true)],
  ['target', element('xml:lang=language xml:space=space order=positive', '', INLINE, true)],
  ['cp', element('hex!=hex', '', '')],
  ['ph', element(`id!=nmtoken ${HINTS} dataRef=nmtoken disp equiv subFlows=nmtokens`, 'fs slr', '')],
  [
    'pc',
    element(
      `id!=nmtoken ${HINTS} canOverlap=yesNo dataRefStart=nmtoken dataRefEnd=nmtoken dispStart dispEnd equivStart equivEnd subFlowsStart=nmtokens subFlowsEnd=nmtokens dir=direction`,
      'fs slr',
      INLINE,
      true,
    ),
  ],
  [
    'sc',
    element(
      `id!=nmtoken ${HINTS} canOverlap=yesNo dataRef=nmtoken disp equiv subFlows=nmtokens dir=direction isolated=yesNo`,
      'fs slr',
      '',
    ),
  ],
  [
    'ec',
    element(
      `id=nmtoken ${HINTS} canOverlap=yesNo dataRef=nmtoken disp equiv subFlows=nmtokens dir=direction isolated=yesNo startRef=nmtoken`,
      'fs slr',
      '',
    ),
  ],
  ['mrk', element(ANNOTATION, '* -xml', INLINE, true)],
  ['sm', element(ANNOTATION, '* -xml', '')],
  ['em', element('startRef!=nmtoken', '', '')],

  ['mtc:matches', element('', '', 'mtc:match+')],
  [
    'mtc:match',
    element(
      'id=nmtoken ref! matchQuality=percentage matchSuitability=percentage similarity=percentage origin reference=yesNo subType=ownPrefixed type=matchType',
      '*',
      'mda:metadata? originalData? source target *',
    ),
  ],

  ['gls:glossary', element('', '', 'gls:glossEntry+')],
  ['gls:glossEntry', element('id=nmtoken ref', '*', 'gls:term gls:translation* gls:definition? *')],
  ['gls:term', element('source', '*', '', true)],
  ['gls:translation', element('id=nmtoken ref source', '*', '', true)],
  ['gls:definition', element('source', '*', '', true)],

  ['mda:metadata', element('id=nmtoken', '', 'mda:metaGroup+')],
  ['mda:metaGroup', element('id=nmtoken category appliesTo=part', '', 'mda:metaGroup|mda:meta+')],
  ['mda:meta', element('type!', '', '', true)],

  ['res:resourceData', element('id=nmtoken', '', 'res:resourceItemRef* res:resourceItem*')],
  ['res:resourceItemRef', element('id=nmtoken ref!=nmtoken', '*', '')],
  ['res:resourceItem', element('mimeType id=nmtoken context=yesNo', '*', 'res:source? res:target? res:reference*')],
  ['res:source', element('href xml:lang=language', '*', '*', true)],
  ['res:target', element('href xml:lang=language', '*', '*', true)],
  ['res:reference', element('href! xml:lang=language', '*', '')],

  ['slr:profiles', element('generalProfile storageProfile', '', 'slr:normalization? *')],
  ['slr:normalization', element('general=normalization storage=normalization', '', '')],
  ['slr:data', element('profile!', '*', '*', true)],

  ['val:validation', element('', '*', 'val:rule+')],
  [
    'val:rule',
    element(
      'isPresent occurs=positive isNotPresent startsWith endsWith existsInSource=yesNo caseSensitive=yesNo normalization=normalization disabled=yesNo',
      '*',
      '',
    ),
  ],
])

/** What 2.2 adds: notes and metadata of the whole document, notes about an element, and segments for each number of things. */
const GRAMMAR_2_2: ReadonlyMap<string, ElementRule> = new Map([
  ...GRAMMAR,
  ['xliff', element(ROOT, '*', 'notes? mda:metadata? file+')],
  ['note', element(`${NOTE} ref`, '*', '', true)],
  ['segment', element(SEGMENT, 'pgs', 'source target?')],
])

/** The rules for elements of a version of XLIFF 2. */
export const grammarOf = (version: string): ReadonlyMap<string, ElementRule> =>
  version === '2.2' ? GRAMMAR_2_2 : GRAMMAR

/** The attributes each module has for elements that are not its own. */
export const MODULE_ATTRIBUTES: ReadonlyMap<string, ReadonlyMap<string, ValueKind>> = new Map([
  [
    'fs',
    new Map<string, ValueKind>([
      ['fs', 'html'],
      ['subFs', 'text'],
    ]),
  ],
  [
    'slr',
    new Map<string, ValueKind>(
      ['equivStorage', 'sizeInfo', 'sizeRestriction', 'storageRestriction'].map((name) => [name, 'text'] as const),
    ).set('sizeInfoRef', 'nmtoken'),
  ],
  ...['mtc', 'gls', 'mda', 'res', 'val'].map((module) => [module, new Map<string, ValueKind>()] as const),
])

/** Where the elements stand that modules begin with. Each may be there once. */
export const PLACES: ReadonlyMap<string, readonly string[]> = new Map([
  ['mtc:matches', ['unit']],
  ['gls:glossary', ['unit']],
  ['mda:metadata', ['xliff', 'file', 'group', 'unit', 'mtc:match']],
  ['res:resourceData', ['file', 'unit']],
  ['slr:profiles', ['file']],
  ['slr:data', ['file', 'group', 'unit']],
  ['val:validation', ['file', 'group', 'unit']],
])
