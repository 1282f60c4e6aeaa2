import type { Namespaces, XmlNode } from '../text/xmlElements.ts'

/** The namespaces a Word document has its texts in, transitional and strict. */
export const WORD: Namespaces = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
])

/** Marks of a change that is tracked: who wrote, took out, moved or formatted what. */
const TRACKED =
  /^w:(?:ins|del|move(?:From|To)|cell(?:Ins|Del|Merge)|(?:rPr|pPr|sectPr|tblPr|tblPrEx|trPr|tcPr)Change)$/u

export const isTrackedChange = (name: string): boolean => TRACKED.test(name)

/** What stands before the name of an element in its part, with the colon. */
export function prefixOf({ start, contentStart }: XmlNode, part: string): string {
  const tag = part.slice(start, contentStart)
  return /^<([^\s:/>]+:)/u.exec(tag)?.[1] ?? ''
}
