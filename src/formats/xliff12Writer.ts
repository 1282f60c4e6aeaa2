import manifest from '../../package.json' with { type: 'json' }
import { xmlAttribute as attribute, escapeXml, escapeXmlAttribute } from '../text/xml.ts'
import type { Code, LanguagePair, State, Unit } from '../unit.ts'
import { byDocument } from './xliffFiles.ts'
import { propertiesOf } from './xliffProperties.ts'
import { marksOf } from './xliffTags.ts'

/** What every `context-type` of ours begins with: 1.2 wants the types a tool makes up for itself to. */
export const CONTEXT = `x-${manifest.name}-`

/** The words of 1.2 for our states. */
export const STATES_12: Readonly<Record<State, string>> = {
  initial: 'needs-translation',
  draft: 'needs-review-translation',
  translated: 'translated',
  approved: 'final',
}

/** XLIFF 1.2, valid by its strict schema. Native code stands inside the elements for it; what has no place is a context of the unit. */
export async function* writeXliff12(
  units: AsyncIterable<Unit> | Iterable<Unit>,
  { source, target }: LanguagePair,
): AsyncGenerator<string> {
  const { name, version } = manifest
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">\n'
  yield* byDocument(units, {
    open: (
      document,
    ) => `<file original="${escapeXmlAttribute(document)}"${attribute('source-language', source)}${attribute('target-language', target)} datatype="plaintext" tool-id="${name}" xml:space="preserve">
<header><tool tool-id="${name}" tool-name="${name}" tool-version="${version}"/></header>
<body>
`,
    unit: writeUnit,
    empty: '',
    close: '</body>\n</file>\n',
  })
  yield '</xliff>\n'
}

function writeUnit(unit: Unit, number: number): string {
  const { id, note, source, target, state, codes = [] } = unit
  const contexts = [...propertiesOf(unit)].map(
    ([name, text]) => `<context context-type="${CONTEXT}${name}">${escapeXml(text)}</context>`,
  )
  const isApproved = state === 'approved' && target !== ''
  return `<trans-unit id="${number}"${attribute('resname', id)}${isApproved ? ' approved="yes"' : ''} xml:space="preserve">
<source>${writeContent(source, codes)}</source>
${target === '' ? '' : `<target state="${STATES_12[state]}">${writeContent(target, codes)}</target>\n`}<context-group purpose="information">${contexts.join('')}</context-group>
${note ? `<note>${escapeXml(note)}</note>\n` : ''}</trans-unit>
`
}

function writeContent(text: string, codes: readonly Code[]): string {
  const table = new Map(codes.map((code) => [code.number, code]))
  return marksOf(text, codes)
    .map((mark) => {
      if (mark.type === 'text') return escapeXml(mark.text)
      const { type, number, id, hold } = mark
      const { open, close = '' } = table.get(number)!
      const native = escapeXml(type === 'close' ? close : open)
      if (type === 'alone') return `<ph id="${id}">${native}</ph>`
      if (hold === 'lone') return `<it id="${id}" pos="${type}">${native}</it>`
      return type === 'open'
        ? `<bpt id="${id}" rid="${id}">${native}</bpt>`
        : `<ept id="${id}" rid="${id}">${native}</ept>`
    })
    .join('')
}
