import type { Unit } from '../unit.ts'
import { type FieldName, readField, writeField } from './fields.ts'
import { codesOutside } from './tmxCodes.ts'

/** What XLIFF has no place for, by the word it stands under. The id comes first and is always said, empty where there is none. */
const PROPERTIES: ReadonlyMap<string, FieldName> = new Map([
  ['id', 'id'],
  ['state', 'state'],
  ['paragraph', 'paragraph'],
  ['position', 'position'],
  ['author', 'author'],
  ['changed-at', 'changedAt'],
  ['created-by', 'createdBy'],
  ['created-at', 'createdAt'],
  ['approved-by', 'approvedBy'],
  ['approved-at', 'approvedAt'],
  ['glossary', 'glossary'],
  ['document-date', 'documentDate'],
  ['introduced', 'introduced'],
  ['waivers', 'waivers'],
  ['terms', 'terms'],
  ['properties', 'properties'],
  ['codes', 'codes'],
])

/** The properties of a unit that no element or attribute says. Its state is one where there is no target to be in it. */
export function* propertiesOf(unit: Unit): Generator<[name: string, text: string]> {
  const left = { ...unit, codes: codesOutside(unit) }
  for (const [name, field] of PROPERTIES) {
    if (field === 'state' && (unit.target !== '' || unit.state === 'initial')) continue
    const text = writeField(left, field)
    if (text !== '' || field === 'id') yield [name, text]
  }
}

/** The properties a unit of ours says; nothing for one of somebody else. */
export function readProperties(said: Iterable<readonly [name: string, text: string]>): Partial<Unit> | undefined {
  let properties: Partial<Unit> | undefined
  for (const [name, text] of said) {
    const field = PROPERTIES.get(name)
    if (field === undefined) continue
    properties ??= {}
    readField(properties, field, text)
  }
  return properties
}
