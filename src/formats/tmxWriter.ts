import manifest from '../../package.json' with { type: 'json' }
import { plain } from '../text/tags.ts'
import { xmlAttribute as attribute, escapeXml, escapeXmlAttribute } from '../text/xml.ts'
import type { LanguagePair, Unit } from '../unit.ts'
import { type FieldName, writeField } from './fields.ts'
import { codesOutside, writeSegment } from './tmxCodes.ts'

/** What TMX has no place for, by the `type` of the `prop` that holds it. */
export const PROPERTIES: ReadonlyMap<string, FieldName> = new Map([
  ['x-visavis-id', 'id'],
  ['x-visavis-state', 'state'],
  ['x-visavis-document', 'document'],
  ['x-visavis-paragraph', 'paragraph'],
  ['x-visavis-position', 'position'],
  ['x-visavis-glossary', 'glossary'],
  ['x-visavis-approved-by', 'approvedBy'],
  ['x-visavis-approved-at', 'approvedAt'],
  ['x-visavis-document-date', 'documentDate'],
  ['x-visavis-introduced', 'introduced'],
  ['x-visavis-waivers', 'waivers'],
  ['x-visavis-terms', 'terms'],
  ['x-visavis-codes', 'codes'],
])

/**
 * The source before a unit and the one behind it in its document: under the names memoQ reads and MateCat writes, which begin
 * with `x-` as TMX 1.4b 3.2.2 asks of types of one's own. OmegaT takes its own `prev` and `next` for another thing, a
 * translation that holds in that place only.
 */
export const CONTEXT = { before: 'x-context-pre', after: 'x-context-post' } as const

/** UTF-16 units: what a reader takes at once costs less than a unit at a time. */
const BATCH = 65_536

/** Both variants of every unit, the target's empty where nothing is translated: tools stumble over one alone. */
export async function* writeTmx(
  units: AsyncIterable<Unit> | Iterable<Unit>,
  languages: LanguagePair,
): AsyncGenerator<string> {
  const { name, version } = manifest
  let batch = `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="${name}" creationtoolversion="${version}" segtype="sentence" o-tmf="${name}" adminlang="en"${attribute('srclang', languages.source)} datatype="plaintext"/>
<body>
`
  let before: Unit | undefined
  let held: Unit | undefined
  for await (const unit of units) {
    if (held) batch += writeUnit(held, languages, before, unit)
    ;[before, held] = [held, unit]
    if (batch.length < BATCH) continue
    yield batch
    batch = ''
  }
  if (held) batch += writeUnit(held, languages, before, undefined)
  yield `${batch}</body>\n</tmx>\n`
}

function writeUnit(unit: Unit, languages: LanguagePair, before: Unit | undefined, after: Unit | undefined): string {
  const { note, source, target, codes, author, changedAt, createdBy, createdAt } = unit
  const tuid = tuidOf(unit)
  const dates = attribute('creationdate', dateOf(createdAt)) + attribute('changedate', dateOf(changedAt))
  const people = attribute('creationid', createdBy) + attribute('changeid', author)
  return `<tu${attribute('tuid', tuid)}>
${note ? `<note>${escapeXml(note)}</note>\n` : ''}${properties(unit, tuid)}${context(CONTEXT.before, unit, before, -1)}${context(CONTEXT.after, unit, after, 1)}<tuv${attribute('xml:lang', languages.source)}><seg>${writeSegment(source, codes)}</seg></tuv>
<tuv${attribute('xml:lang', languages.target)}${dates}${people}><seg>${writeSegment(target, codes)}</seg></tuv>
</tu>
`
}

/** What a memory says of a neighbour in the file is true only where it is the neighbour in the document. */
function context(type: string, { document, position = 0 }: Unit, other: Unit | undefined, distance: number): string {
  if (document === undefined || other?.document !== document || other.position !== position + distance) return ''
  const { source, codes = [] } = other
  return property(type, codes.length === 0 ? source : plain(source, codes).text)
}

/** Of the codes only those that stand in no variant, and no id that is the `tuid`. */
function properties(unit: Unit, tuid: string | undefined): string {
  const left = unit.codes ? { ...unit, codes: codesOutside(unit) } : unit
  let written = ''
  for (const [type, name] of PROPERTIES) {
    if (name === 'id' && tuid !== undefined) continue
    const text = writeField(left, name)
    if (text !== '') written += property(type, text)
  }
  for (const { type, text } of unit.properties ?? []) written += property(type, text)
  return written
}

const property = (type: string, text: string) => `<prop type="${escapeXmlAttribute(type)}">${escapeXml(text)}</prop>\n`

/** "Text without white spaces", says TMX; any other id becomes a property. */
function tuidOf({ id = '' }: Unit): string | undefined {
  return /\s/u.test(id) ? undefined : id
}

/** `YYYYMMDDThhmmssZ`, as TMX recommends: to the second. */
function dateOf(at: Date | undefined): string | undefined {
  return at && `${at.toISOString().slice(0, -5).replace(/[-:]/gu, '')}Z`
}
