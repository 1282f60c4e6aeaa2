import manifest from '../../package.json' with { type: 'json' }
import { xmlAttribute as attribute, cutAtUncarried, escapeXml } from '../text/xml.ts'
import type { Code, LanguagePair, State, TermPair, Unit } from '../unit.ts'
import { byDocument } from './xliffFiles.ts'
import { propertiesOf } from './xliffProperties.ts'
import { type Mark, marksOf } from './xliffTags.ts'

/** The category of our group in the metadata of a unit. */
export const OURS = manifest.name
/** What tells a draft from a text nobody has touched: XLIFF has no state between the two. */
const DRAFT = `${OURS}:draft`

const STATES: Readonly<Record<State, string>> = {
  initial: 'initial',
  draft: 'initial',
  translated: 'translated',
  approved: 'final',
}

/** What a segment with a target says of its state. */
export const stateAttributes = (state: State): { state: string; subState?: string } => ({
  state: STATES[state],
  ...(state === 'draft' && { subState: DRAFT }),
})

/**
 * XLIFF 2.1, one `file` a document. Each segment is a `unit` of its own that may not be cut or joined: it comes back from other
 * tools as the one it was, and metadata, notes and codes, which stand in units, are those of that segment alone.
 */
export async function* writeXliff2(
  units: AsyncIterable<Unit> | Iterable<Unit>,
  { source, target }: LanguagePair,
): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" version="2.1"${attribute('srcLang', source)}${attribute('trgLang', target)}>
`
  yield* byDocument(units, {
    open: (document, number) =>
      `<file id="f${number}"${attribute('original', document)} canResegment="no" xml:space="preserve">\n`,
    unit: writeUnit,
    // A file holds something, if only a group that holds nothing.
    empty: '<group id="g1"/>\n',
    close: '</file>\n',
  })
  yield '</xliff>\n'
}

function writeUnit(unit: Unit, number: number): string {
  const { id, note, source, target, state, codes = [] } = unit
  const { terms = [], ...said } = unit
  const metas = [...propertiesOf(said)].map(
    ([name, text]) => `<mda:meta${attribute('type', name)}>${escapeXml(text)}</mda:meta>`,
  )
  const texts = [source, target].map((text) => marksOf(text, codes))
  const [sourceText, targetText] = texts.map((marks) => marks.map(written).join(''))
  return `<unit id="u${number}"${attribute('name', id)}>
${glossaryOf(terms)}<mda:metadata><mda:metaGroup category="${OURS}">${metas.join('')}</mda:metaGroup></mda:metadata>
${note ? `<notes><note>${escapeXml(note)}</note></notes>\n` : ''}${originalData(texts.flat(), codes)}<segment${target === '' ? '' : attributes(stateAttributes(state))}><source>${sourceText}</source>${target === '' ? '' : `<target>${targetText}</target>`}</segment>
</unit>
`
}

/** The glossary module says who a term is from: here its concept. */
const glossaryOf = (terms: readonly TermPair[]) =>
  terms.length === 0
    ? ''
    : `<gls:glossary>${terms
        .map(
          ({ concept, source, target }) =>
            `<gls:glossEntry><gls:term${attribute('source', concept)}>${escapeXml(source)}</gls:term><gls:translation>${escapeXml(target)}</gls:translation></gls:glossEntry>`,
        )
        .join('')}</gls:glossary>\n`

const attributes = (said: Readonly<Record<string, string>>) =>
  Object.entries(said)
    .map(([name, value]) => attribute(name, value))
    .join('')

/** The native code of the tags that stand in the texts, and of no others. */
function originalData(marks: readonly Mark[], codes: readonly Code[]): string {
  const standing = new Set(marks.map((mark) => (mark.type === 'text' ? '' : dataOf(mark))))
  const data = codes.flatMap(({ number, open, close = '' }) => [
    { id: dataOf({ type: 'open', number }), native: open },
    { id: dataOf({ type: 'close', number }), native: close },
  ])
  const listed = data
    .filter(({ id }) => standing.has(id))
    .map(({ id, native }) => `<data id="${id}">${writeText(native)}</data>`)
  return listed.length === 0 ? '' : `<originalData>${listed.join('')}</originalData>\n`
}

const dataOf = ({ type, number }: Pick<Exclude<Mark, { type: 'text' }>, 'type' | 'number'>) =>
  `${type === 'close' ? 'e' : 'd'}${number}`

function written(mark: Mark): string {
  if (mark.type === 'text') return writeText(mark.text)
  const { type, number, id, hold } = mark
  if (hold === 'nested') {
    if (type === 'close') return '</pc>'
    return `<pc id="${id}" dataRefStart="${dataOf({ type, number })}" dataRefEnd="${dataOf({ type: 'close', number })}">`
  }
  const data = `dataRef="${dataOf(mark)}"`
  if (type === 'alone') return `<ph id="${id}" ${data}/>`
  const isolated = hold === 'lone' ? ' isolated="yes"' : ''
  if (type === 'open') return `<sc id="${id}" ${data}${isolated}/>`
  return hold === 'lone' ? `<ec id="${id}" ${data}${isolated}/>` : `<ec startRef="${id}" ${data}/>`
}

/** Words, with the characters named that XML cannot hold, by elements with the prefix of their file. */
export const writeText = (words: string, prefix = ''): string =>
  cutAtUncarried(words)
    .map((part, at) => (at % 2 === 0 ? escapeXml(part) : `<${prefix}cp hex="${hexOf(part)}"/>`))
    .join('')

const hexOf = (character: string) => character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
