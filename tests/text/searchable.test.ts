import { expect, test } from 'vitest'
import { searchable } from '../../src/text/searchable.ts'

test.each([
  ['accents and case', 'ÉTAT-MAJOR', 'etat-major'],
  ['combining accents', 'e\u0301tat', 'etat'],
  ['apostrophes', 'L’OTAN', "l'otan"],
  ['spaces that do not break, and line ends', '1\u00A0200\u202Fhommes\nde', '1 200 hommes de'],
  ['ligatures', 'Œuvre', 'oeuvre'],
])('is blind to %s', (_, text, searched) => expect(searchable(text)).toBe(searched))

test('does not find tags, and finds across them', () =>
  expect(searchable('G<1>al</1> Petit', [{ number: 1, open: '<sup>', close: '</sup>' }])).toBe('gal petit'))
