import type { Kind } from '../unit.ts'

/** The names in a text, parted by white space. */
export const named = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/u))

/** Elements that begin and end a paragraph without saying what it is. */
const PLAIN_BLOCKS = `html head body address article aside blockquote center details dialog dir div dl fieldset figure footer
  form frameset header hgroup hr main menu nav ol optgroup p search section table tbody template tfoot thead tr col
  colgroup ul marquee`

const BLOCK_KINDS: readonly (readonly [kind: Kind, names: string])[] = [
  ['heading', 'h1 h2 h3 h4 h5 h6'],
  ['item', 'li dt dd'],
  ['quote', 'blockquote'],
  ['cell', 'td th'],
  ['code', 'pre listing textarea'],
  ['other', 'title caption figcaption summary legend label button option'],
]

/** What a paragraph is to the eye, by the innermost element that says it. */
export const KIND_OF: ReadonlyMap<string, Kind> = new Map(
  BLOCK_KINDS.flatMap(([kind, names]) => [...named(names)].map((name) => [name, kind] as const)),
)

const BLOCKS: ReadonlySet<string> = new Set([...named(PLAIN_BLOCKS), ...KIND_OF.keys()])

/** Whether an element begins and ends a paragraph. One nobody knows stands in the line, as in a browser. */
export const isBlock = (name: string): boolean => BLOCKS.has(name)

/** How the words inside an element are offered: in their paragraph, each stretch apart, or not. */
export type Offered = 'together' | 'apart' | 'not'

const OFFERED: ReadonlyMap<string, Offered> = new Map([
  ...[...named('script style math iframe noembed noframes xmp plaintext svg')].map((name) => [name, 'not'] as const),
  ...[...named('object applet video audio canvas select datalist')].map((name) => [name, 'apart'] as const),
])

/** Elements of SVG that hold words. */
const SVG_TEXTS = named('text title desc foreignobject')

/** How an element offers its words, where its parent offers them as `inherited`. */
export function offeredIn(name: string, inherited: Offered, inSvg: boolean): Offered {
  if (inSvg && SVG_TEXTS.has(name)) return 'apart'
  const own = OFFERED.get(name)
  return own === 'not' || (own !== undefined && inherited === 'together') ? own : inherited
}

/** Whether the end tag of an element ends whatever is open in it; one of other markup in the line leaves blocks open. */
export const endsAll = (name: string): boolean => isBlock(name) || OFFERED.has(name)

/** Elements whose white space is as written. */
export const isVerbatim = (name: string): boolean => VERBATIM.has(name)
const VERBATIM = named('pre listing textarea')

/** Elements that show nothing where they stand. */
export const isUnseen = (name: string): boolean => UNSEEN.has(name)
const UNSEEN = named('wbr script style link meta base param source track')

export const FOREIGN = named('svg math')
/** Inside SVG and MathML, elements whose content is HTML again. */
export const INTEGRATES = named('foreignobject desc title annotation-xml mi mo mn ms mtext')
/** Elements of HTML that end an SVG or MathML somebody forgot to close (HTML 13.2.6.5). */
export const BREAKS_OUT = named(
  `b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr
  ol p pre ruby s small span strong strike sub sup table tt u ul var`,
)

/** Which open elements a tag ends that nobody closed, up to the innermost of the others (HTML 13.1.2.4). */
interface Ends {
  ended: readonly string[]
  within: readonly string[]
}

const HEADINGS = [...named('h1 h2 h3 h4 h5 h6')]
/** Nothing inside one of these ends what is open outside it. */
const SCOPES = [...named('table td th caption template object applet marquee button')]
const LISTS = ['ul', 'ol', 'menu', 'dir', ...SCOPES]

const CELLS = ['td', 'th']
const ROWS = [...CELLS, 'tr', 'caption', 'colgroup']
const SECTIONS = [...ROWS, 'thead', 'tbody', 'tfoot']
const TABLES = ['table', 'template']

const ENDS: ReadonlyMap<string, Ends> = new Map(
  (
    [
      ['li', { ended: ['li'], within: LISTS }],
      ['dt dd', { ended: ['dt', 'dd'], within: ['dl', ...SCOPES] }],
      ['td th', { ended: CELLS, within: ['tr', ...TABLES] }],
      ['tr', { ended: ROWS, within: TABLES }],
      ['thead tbody tfoot', { ended: SECTIONS, within: TABLES }],
      ['option', { ended: ['option'], within: ['select', 'datalist', ...SCOPES] }],
      ['optgroup', { ended: ['option', 'optgroup'], within: ['select', ...SCOPES] }],
      ['rt rp', { ended: ['rt', 'rp'], within: ['ruby', ...SCOPES] }],
      ['button', { ended: ['button'], within: ['table', 'td', 'th', 'template'] }],
      ['body', { ended: ['head'], within: [] }],
      [HEADINGS.join(' '), { ended: HEADINGS, within: ['section', 'article', 'div', ...SCOPES] }],
    ] as const satisfies readonly (readonly [string, Ends])[]
  ).flatMap(([names, ends]) => [...named(names)].map((name) => [name, ends] as const)),
)
const ENDS_PARAGRAPH: Ends = { ended: ['p'], within: SCOPES }
const ENDS_FOREIGN: Ends = { ended: [...FOREIGN], within: [...INTEGRATES] }

/** What the start tag of an element ends. */
export const endedBy = (name: string): readonly Ends[] =>
  [
    BREAKS_OUT.has(name) ? ENDS_FOREIGN : undefined,
    ENDS.get(name),
    isBlock(name) && !IN_PARAGRAPH.has(name) ? ENDS_PARAGRAPH : undefined,
  ].filter((ends) => ends !== undefined)

/** Blocks of ours that may stand in a paragraph. */
const IN_PARAGRAPH = named('label button option optgroup template textarea title marquee')

/** What an end tag may end, and where it may not reach out of. */
export function closedBy(name: string): Ends {
  if (HEADINGS.includes(name)) return { ended: HEADINGS, within: SCOPES }
  if (SECTIONS.includes(name)) return { ended: [name], within: TABLES }
  if (name === 'table') return { ended: ['table'], within: ['template'] }
  if (name === 'li') return { ended: ['li'], within: LISTS }
  return { ended: [name], within: SCOPES.filter((scope) => scope !== name) }
}
