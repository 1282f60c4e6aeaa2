import manifest from '../../package.json' with { type: 'json' }
import { xmlAttribute as attribute, escapeXml } from '../text/xml.ts'
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

/** Both variants of every unit, the target's empty where nothing is translated: tools stumble over one alone. */
export async function* writeTmx(
  units: AsyncIterable<Unit> | Iterable<Unit>,
  { source, target }: LanguagePair,
): AsyncGenerator<string> {
  const { name, version } = manifest
  yield `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="${name}" creationtoolversion="${version}" segtype="sentence" o-tmf="${name}" adminlang="en"${attribute('srclang', source)} datatype="plaintext"/>
<body>
`
  for await (const unit of units) {
    yield `<tu${attribute('tuid', tuidOf(unit))}>
${unit.note ? `<note>${escapeXml(unit.note)}</note>\n` : ''}${[...properties(unit)].join('')}<tuv${attribute('xml:lang', source)}><seg>${writeSegment(unit.source, unit.codes)}</seg></tuv>
<tuv${attribute('xml:lang', target)}${attribute('changedate', dateOf(unit))}${attribute('changeid', unit.author)}><seg>${writeSegment(unit.target, unit.codes)}</seg></tuv>
</tu>
`
  }
  yield '</body>\n</tmx>\n'
}

function* properties(unit: Unit): Generator<string> {
  const left = { ...unit, codes: codesOutside(unit), ...(tuidOf(unit) !== undefined && { id: '' }) }
  for (const [type, name] of PROPERTIES) {
    const text = writeField(left, name)
    if (text !== '') yield `<prop type="${type}">${escapeXml(text)}</prop>\n`
  }
}

/** "Text without white spaces", says TMX; any other id becomes a property. */
function tuidOf({ id = '' }: Unit): string | undefined {
  return /\s/u.test(id) ? undefined : id
}

/** `YYYYMMDDThhmmssZ`, as TMX recommends: to the second. */
function dateOf({ changedAt }: Unit): string | undefined {
  return changedAt?.toISOString().replace(/[-:]|\.\d+/gu, '')
}
