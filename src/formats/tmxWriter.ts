import manifest from '../../package.json' with { type: 'json' }
import { escapeXml, escapeXmlAttribute } from '../text/xml.ts'
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
  ['x-visavis-codes', 'codes'],
])

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
  for await (const unit of units) {
    batch += writeUnit(unit, languages)
    if (batch.length < BATCH) continue
    yield batch
    batch = ''
  }
  yield `${batch}</body>\n</tmx>\n`
}

function writeUnit(unit: Unit, { source, target }: LanguagePair): string {
  const tuid = tuidOf(unit)
  return `<tu${attribute('tuid', tuid)}>
${unit.note ? `<note>${escapeXml(unit.note)}</note>\n` : ''}${properties(unit, tuid)}<tuv${attribute('xml:lang', source)}><seg>${writeSegment(unit.source, unit.codes)}</seg></tuv>
<tuv${attribute('xml:lang', target)}${attribute('changedate', dateOf(unit.changedAt))}${attribute('changeid', unit.author)}><seg>${writeSegment(unit.target, unit.codes)}</seg></tuv>
</tu>
`
}

function attribute(name: string, value = ''): string {
  return value === '' ? '' : ` ${name}="${escapeXmlAttribute(value)}"`
}

/** Of the codes only those that stand in no variant, and no id that is the `tuid`. */
function properties(unit: Unit, tuid: string | undefined): string {
  const left = unit.codes ? { ...unit, codes: codesOutside(unit) } : unit
  let written = ''
  for (const [type, name] of PROPERTIES) {
    if (name === 'id' && tuid !== undefined) continue
    const text = writeField(left, name)
    if (text !== '') written += `<prop type="${type}">${escapeXml(text)}</prop>\n`
  }
  return written
}

/** "Text without white spaces", says TMX; any other id becomes a property. */
function tuidOf({ id = '' }: Unit): string | undefined {
  return /\s/u.test(id) ? undefined : id
}

/** `YYYYMMDDThhmmssZ`, as TMX recommends: to the second. */
function dateOf(at: Date | undefined): string | undefined {
  return at && `${at.toISOString().slice(0, -5).replace(/[-:]/gu, '')}Z`
}
