import { expect, test } from 'vitest'
import { Invalid } from '../../src/errors.ts'
import { packed, unpacked } from '../../src/routes/packed.ts'

const BYTES = Buffer.from('a\r\nb\0\xff', 'latin1')
const take = (field: string, most: number) => unpacked(field, most, (m) => m.errors.guard)

test('a file comes out of a form as it went in', async () => {
  expect(Buffer.from(await take(await packed(BYTES), BYTES.length))).toEqual(BYTES)
})

test.each([
  ['larger than it may be', await packed(BYTES), BYTES.length - 1],
  ['none', 'nonsense', 99],
  ['cut off', (await packed(BYTES)).slice(0, 16), 99],
  ['empty', '', 99],
])('a field that is %s is refused', async (_, field, most) => {
  await expect(take(field, most)).rejects.toThrow(Invalid)
})
