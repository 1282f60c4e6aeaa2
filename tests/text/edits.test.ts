import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Edit, edited, piecesOf } from '../../src/text/edits.ts'

const TEXT = 'a contact line here'
const EDITS: readonly Edit[] = [
  { start: 0, end: 1, by: 'an' },
  { start: 2, end: 14, by: 'observation post' },
]

/** Edits of a text, in its order. */
const editsOf = (text: string): fc.Arbitrary<Edit[]> =>
  fc
    .tuple(
      fc.uniqueArray(fc.nat(text.length), { maxLength: 8 }),
      fc.array(fc.string({ maxLength: 4 }), { minLength: 4 }),
    )
    .map(([offsets, words]) => {
      const sorted = offsets.toSorted((a, b) => a - b)
      return words.flatMap((by, nth) => {
        const [start, end] = sorted.slice(2 * nth, 2 * nth + 2)
        return start === undefined || end === undefined ? [] : [{ start, end, by }]
      })
    })

const textAndEdits = fc.string({ maxLength: 40 }).chain((text) => fc.tuple(fc.constant(text), editsOf(text)))

describe('edits', () => {
  test('are made where they say', () => expect(edited(TEXT, EDITS)).toBe('an observation post here'))

  test('are pieces of what stays, goes and comes', () => {
    expect(piecesOf(TEXT, EDITS)).toEqual([
      { kind: 'removed', text: 'a' },
      { kind: 'added', text: 'an' },
      { kind: 'same', text: ' ' },
      { kind: 'removed', text: 'contact line' },
      { kind: 'added', text: 'observation post' },
      { kind: 'same', text: ' here' },
    ])
  })

  test('none leave the text as it is', () => {
    expect(edited(TEXT, [])).toBe(TEXT)
    expect(piecesOf(TEXT, [])).toEqual([{ kind: 'same', text: TEXT }])
  })

  test('pieces tell the text before and the one after', () => {
    const without = (kind: string, text: string, edits: readonly Edit[]) =>
      piecesOf(text, edits)
        .filter((piece) => piece.kind !== kind)
        .map((piece) => piece.text)
        .join('')
    fc.assert(
      fc.property(textAndEdits, ([text, edits]) => {
        expect(without('added', text, edits)).toBe(text)
        expect(without('removed', text, edits)).toBe(edited(text, edits))
        expect(piecesOf(text, edits).every((piece) => piece.text !== '')).toBe(true)
      }),
    )
  })
})
