import { readDay } from '../../glossary/validity.ts'
import {
  type Code,
  type Property,
  STATES,
  type State,
  type TermPair,
  type Unit,
  WAIVER_CODES,
  type WaivedTerm,
} from '../unit.ts'

/** What a file says of a unit beside its two texts. */
export type FieldName = Exclude<keyof Unit, 'source' | 'target' | 'line'>

/** How one field stands in a file as text. `read` gives `undefined` for what it cannot mean. */
interface Field<Value> {
  write(value: Value): string
  read(text: string): Value | undefined
}

const words: Field<string> = { write: (text) => text, read: (text) => text }

const count: Field<number> = {
  write: String,
  read: (text) => (/^[1-9]\d{0,8}$/u.test(text.trim()) ? Number(text) : undefined),
}

const state: Field<State> = {
  write: (word) => word,
  read: (text) => STATES.find((word) => word === text.trim().toLowerCase()),
}

const date: Field<Date> = { write: (at) => at.toISOString(), read: readDate }

const day: Field<string> = { write: (text) => text, read: readDay }

const ids: Field<readonly string[]> = {
  write: (list) => (list.length === 0 ? '' : JSON.stringify(list)),
  read: (text) => readTable(text, (row) => typeof row === 'string'),
}

const codes: Field<readonly Code[]> = {
  write: (table) =>
    table.length === 0 ? '' : JSON.stringify(table.map(({ number, open, close }) => ({ number, open, close }))),
  read: (text) => readTable(text, isCode),
}

const waivers: Field<readonly WaivedTerm[]> = {
  write: (list) =>
    list.length === 0
      ? ''
      : JSON.stringify(
          list.map(({ concept, start, code, reason, grantedBy }) => ({ concept, start, code, reason, grantedBy })),
        ),
  read: (text) => readTable(text, isWaivedTerm),
}

const terms: Field<readonly TermPair[]> = {
  write: (list) =>
    list.length === 0 ? '' : JSON.stringify(list.map(({ concept, source, target }) => ({ concept, source, target }))),
  read: (text) => readTable(text, isTermPair),
}

const properties: Field<readonly Property[]> = {
  write: (list) => (list.length === 0 ? '' : JSON.stringify(list.map(({ type, text }) => ({ type, text })))),
  read: (text) => readTable(text, isProperty),
}

/** Every field of a unit: one that is added there does not compile until it can be written here. */
const FIELDS: { [Name in FieldName]: Field<NonNullable<Unit[Name]>> } = {
  id: words,
  state,
  note: words,
  document: words,
  paragraph: count,
  position: count,
  author: words,
  changedAt: date,
  createdBy: words,
  createdAt: date,
  approvedBy: words,
  approvedAt: date,
  glossary: words,
  documentDate: day,
  introduced: ids,
  waivers,
  terms,
  properties,
  codes,
}

/** In the order in which they are written. The table above has no key that is none. */
export const FIELD_NAMES = Object.keys(FIELDS) as readonly FieldName[]

/** The field as text; empty when the unit has none. */
export function writeField<Name extends FieldName>(unit: Unit, name: Name): string {
  const field: Field<NonNullable<Unit[Name]>> = FIELDS[name]
  const value = unit[name]
  return value == null ? '' : field.write(value)
}

/** Give the unit the field a text stands for, where it is not empty. @returns whether it makes sense. */
export function readField<Name extends FieldName>(unit: Partial<Unit>, name: Name, text: string): boolean {
  if (text === '') return true
  const field: Field<NonNullable<Unit[Name]>> = FIELDS[name]
  const value = field.read(text)
  if (value === undefined) return false
  unit[name] = value
  return true
}

/** The state of a unit whose file does not say: a translation that stands there was handed over by somebody. */
export function stateOf(target: string): State {
  return target === '' ? 'initial' : 'translated'
}

const ISO = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d)(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/u

/** A date in any writing of ISO 8601 that files use; UTC where it names no zone. */
export function readDate(text = ''): Date | undefined {
  const match = ISO.exec(text.trim())
  if (!match) return undefined
  const [, year, month, day, hours = '00', minutes = '00', seconds = '00', fraction = '', zone = 'Z'] = match
  const offset = zone.replace(/^([+-]\d\d):?/u, '$1:')
  const at = new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}${fraction}${offset}`)
  return Number.isNaN(at.getTime()) ? undefined : at
}

function readTable<Row>(text: string, isRow: (row: unknown) => row is Row): readonly Row[] | undefined {
  let table: unknown
  try {
    table = JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
  return Array.isArray(table) && table.every(isRow) ? table : undefined
}

function isCode(code: unknown): code is Code {
  if (typeof code !== 'object' || code === null || !('number' in code) || !('open' in code)) return false
  const { number, open } = code
  const close = 'close' in code ? code.close : ''
  return Number.isSafeInteger(number) && typeof open === 'string' && typeof close === 'string'
}

function isTermPair(row: unknown): row is TermPair {
  if (typeof row !== 'object' || row === null) return false
  const { concept, source, target } = row as Partial<Record<keyof TermPair, unknown>>
  return [concept, source, target].every((text) => typeof text === 'string')
}

function isProperty(row: unknown): row is Property {
  if (typeof row !== 'object' || row === null) return false
  const { type, text } = row as Partial<Record<keyof Property, unknown>>
  return typeof type === 'string' && typeof text === 'string'
}

function isWaivedTerm(row: unknown): row is WaivedTerm {
  if (typeof row !== 'object' || row === null) return false
  const { concept, start, code, reason, grantedBy } = row as Partial<Record<keyof WaivedTerm, unknown>>
  return (
    Number.isSafeInteger(start) &&
    WAIVER_CODES.some((known) => known === code) &&
    [concept, reason, grantedBy].every((text) => typeof text === 'string')
  )
}
