import { uncarriedIn } from '../text/xml.ts'
import type { Unit } from '../unit.ts'
import { FIELD_NAMES, type FieldName, writeField } from './fields.ts'

/** A text of a unit in which a character stands that a format cannot carry. */
export type Loss = 'source' | 'target' | FieldName

/** Control characters that XML 1.0 cannot hold, and halves of characters: U+FFFD is written for them. */
export const lossesOfXml = (unit: Unit): Loss[] => lossesOf(unit, (text) => uncarriedIn(text) >= 0)

/** A file with NUL in it is no text to whoever reads it, and half a character has no bytes: U+FFFD here too. */
export const lossesOfText = (unit: Unit): Loss[] => lossesOf(unit, (text) => carriedByText(text) !== text)

/** In its texts XLIFF 2 names the characters XML cannot hold, but for the two that no text has. */
export const lossesOfXliff2 = (unit: Unit): Loss[] =>
  lossesOf(
    unit,
    (text) => uncarriedIn(text) >= 0,
    (text) => carriedByText(text) !== text,
  )

export const carriedByText = (text: string): string => text.replace(/[\0\p{Surrogate}]/gu, '\uFFFD')

function lossesOf(unit: Unit, isLost: (text: string) => boolean, isLostInTexts = isLost): Loss[] {
  const { source, target, codes = [] } = unit
  const lost: Loss[] = FIELD_NAMES.filter((name) => isLost(writeField(unit, name)))
  if (codes.some(({ open, close = '' }) => isLostInTexts(open + close))) lost.unshift('codes')
  if (isLostInTexts(target)) lost.unshift('target')
  if (isLostInTexts(source)) lost.unshift('source')
  return lost
}
