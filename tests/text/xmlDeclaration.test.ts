import { describe, expect, test } from 'vitest'
import { declaredBy, declaring } from '../../src/text/xmlDeclaration.ts'

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
