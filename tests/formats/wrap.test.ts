import { expect, test } from 'vitest'
import { wrapped } from '../../src/formats/wrap.ts'

test.each<[name: string, text: string, was: string, written: string]>([
  ['one line stays one', 'One line that is a good deal longer.', 'Une ligne.', 'One line that is a good deal longer.'],
  ['the width of the longest line', 'Three words and four', 'Un mot puis\ntrois', 'Three words\nand four'],
  ['the line ends of the file', 'Three words and four', 'Un mot puis\r\ntrois', 'Three words\r\nand four'],
  ['indentation', 'Three words and four', 'Un mot puis\n  trois', 'Three words\n  and four'],
  ['the marks of a quotation', 'Three words and four', 'Un mot puis\n> trois', 'Three words\n> and four'],
  ['a word longer than a line', 'A constitutionalist', 'Un mot\ntrois', 'A\nconstitutionalist'],
  ['a number or a dash never begins a line', 'Three words - and 4', 'Un mot puis\ntrois', 'Three\nwords -\nand 4'],
  ['two spaces are kept', 'Three words  and', 'Un mot puis\ntrois', 'Three\nwords  and'],
])('%s', (_, text, was, written) => {
  expect(wrapped(text, was)).toBe(written)
})

test('a long text costs what it weighs, wherever its lines may end', () => {
  const started = process.cpuUsage()
  for (const word of ['word ', '1 ', 'tag> ']) wrapped(word.repeat(200_000), 'Un mot puis\ntrois')
  const { user, system } = process.cpuUsage(started)
  expect((user + system) / 1000).toBeLessThan(2000)
})
