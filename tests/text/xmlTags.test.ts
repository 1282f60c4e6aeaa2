import { expect, test } from 'vitest'
import { attributeIn, tagEnd, withAttributes } from '../../src/text/xmlTags.ts'

test.each<[string, Record<string, string | undefined>, string]>([
  ['<a>', { b: '1' }, '<a b="1">'],
  ['<a/>', { b: '1' }, '<a b="1"/>'],
  ['<a  b="1" />', { b: '2' }, '<a  b="2" />'],
  ['<a x=\' b="1"\'\n b = \'1\' c="2">', { b: '2' }, '<a x=\' b="1"\'\n b = "2" c="2">'],
  ['<a b="1" c="2">', { b: undefined, d: undefined }, '<a c="2">'],
  ['<x:a x:b="1">', { b: '&"' }, '<x:a x:b="1" b="&#38;&#34;">'],
])('%s with %j', (tag, attributes, expected) => {
  expect(withAttributes(tag, attributes)).toBe(expected)
})

test.each([
  ['<a>', 3],
  [`<a x=">" y='"/>'\n>b</a>`, 18],
  ['<a x="', 6],
])('%s has its first tag', (text, end) => {
  expect(tagEnd(text, 0)).toBe(end)
})

test('a tag of any length costs what it weighs', () => {
  const tag = `<a ${'b="c" '.repeat(100_000)}d="e">`
  const started = process.cpuUsage().user
  expect(tagEnd(tag, 0)).toBe(tag.length)
  expect(attributeIn(tag, 'd')).toBe('e')
  expect(withAttributes(tag, { d: 'f' })).toHaveLength(tag.length)
  expect((process.cpuUsage().user - started) / 1000).toBeLessThan(2000)
})
