import { describe, expect, test } from 'vitest'
import { declaredBy, declaring, referring } from '../../src/text/xmlEncoding.ts'

describe('the encoding a file declares', () => {
  test.each([
    ['<?xml version="1.0" encoding="iso-8859-1"?><a/>', 'iso-8859-1', '<?xml version="1.0" encoding="UTF-8"?><a/>'],
    [`\n<?xml version='1.0' encoding = 'UTF-16' ?>`, 'UTF-16', `\n<?xml version='1.0' encoding = 'UTF-8' ?>`],
    ['<?xml version="1.0"?><a encoding="x"/>', undefined, '<?xml version="1.0"?><a encoding="x"/>'],
    ['<a encoding="latin1"/>', undefined, '<a encoding="latin1"/>'],
    ['', undefined, ''],
  ])('%s', (xml, charset, declared) => {
    expect(declaredBy(Buffer.from(xml))).toBe(charset)
    expect(declaring(xml, 'UTF-8')).toBe(declared)
  })
})

test.each([
  ['utf-8', 'é € 語'],
  ['iso-8859-2', 'é &#8364; &#35486;'],
  ['windows-1252', 'é &#8364; &#35486;'],
])('%s says what it lacks by numbers', (charset, written) => {
  expect(referring('é € 語', { charset, marked: false })).toBe(written)
})
