import { expect, test } from 'vitest'
import { placesIn, withAttributes } from '../../src/text/xmlTags.ts'

test('elements stand where they begin and end, past what only looks like them', () => {
  const text = `<?xml version="1.0"?><!DOCTYPE a SYSTEM "x>y"><!-- <b> --><a x=">" y='"'>é<![CDATA[<c>]]><d/>\n<e z="</e>"\n>1 > 0</e ></a>`
  const parts = placesIn(text).map(({ start, contentStart, contentEnd, end }) => [
    text.slice(start, contentStart),
    text.slice(contentStart, contentEnd),
    text.slice(contentEnd, end),
  ])
  expect(parts).toEqual([
    [`<a x=">" y='"'>`, 'é<![CDATA[<c>]]><d/>\n<e z="</e>"\n>1 > 0</e >', '</a>'],
    ['<d/>', '', ''],
    ['<e z="</e>"\n>', '1 > 0', '</e >'],
  ])
})

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

test('a long text costs what it weighs', () => {
  const started = process.cpuUsage().user
  expect(placesIn('<a b="c">'.repeat(100_000))).toHaveLength(100_000)
  expect(placesIn(`<a ${'b="c" '.repeat(100_000)}`)).toHaveLength(1)
  expect((process.cpuUsage().user - started) / 1000).toBeLessThan(2000)
})

test.each(['<', '<!--', '<![CDATA[', '<?', '<a', '<a b="', '</a>', '<!', '</', '><'])('%s has no end', (text) => {
  expect(placesIn(`<a>${text}`).length).toBeLessThan(3)
})
