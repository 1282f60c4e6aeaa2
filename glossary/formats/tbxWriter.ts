import { escapeXml, escapeXmlAttribute } from '../../src/text/xml.ts'
import type { Concept, Term } from '../concept.ts'
import { BLANK_TERM, type Column } from './columns.ts'
import { type Places, type TbxDialect, xmlId } from './tbxDialects.ts'
import { BLANK_CONCEPT, OF_CONCEPT, OF_TERM, writeOwn } from './tbxOwn.ts'

/**
 * An entry for each concept, its languages in the order in which they first appear. A concept without terms is left out:
 * TBX has no such entries. It has no files without entries either; that of an empty glossary can be read, no more.
 */
export function* writeTbx(concepts: Iterable<Concept>, dialect: TbxDialect): Generator<string> {
  yield dialect.before
  for (const concept of concepts) if (concept.terms.length > 0) yield entryOf(concept, dialect)
  yield dialect.after
}

function entryOf(concept: Concept, dialect: TbxDialect): string {
  const { entry, language } = dialect
  const languages = new Map<string, string[]>()
  for (const term of concept.terms) {
    const sections = languages.get(term.language) ?? []
    sections.push(sectionOf(term, dialect))
    languages.set(term.language, sections)
  }
  const inLanguages = [...languages].map(
    ([tag, sections]) => `<${language} xml:lang="${escapeXmlAttribute(tag)}">\n${sections.join('')}</${language}>\n`,
  )
  return `<${entry} id="${xmlId(concept.id)}">
${markup(ofConcept(concept, dialect))}${inLanguages.join('')}</${entry}>
`
}

const sectionOf = (term: Term, dialect: TbxDialect): string => `<${dialect.term}>
<term>${escapeXml(term.text)}</term>
${markup(ofTerm(term, dialect))}</${dialect.term}>
`

const markup = ({ placed, own }: Sorted): string =>
  [...placed, ...own.map(([column, cell]) => `<note>${escapeXml(writeOwn(column, cell))}</note>`)]
    .map((element) => `${element}\n`)
    .join('')

/** What there is to say of a concept or a term: the markup a dialect has for it, and the cells it has no place for. */
interface Sorted {
  placed: readonly string[]
  own: readonly (readonly [column: string, cell: string])[]
}

export const ofConcept = (concept: Concept, { placesOfConcept }: TbxDialect): Sorted =>
  sorted(concept, OF_CONCEPT, placesOfConcept, BLANK_CONCEPT)

export const ofTerm = (term: Term, { placesOfTerm }: TbxDialect): Sorted =>
  sorted(term, OF_TERM, placesOfTerm, BLANK_TERM)

function sorted<Thing>(
  thing: Thing,
  columns: ReadonlyMap<string, Column<Thing>>,
  places: Places,
  blank: Thing,
): Sorted {
  const placed: string[] = []
  const own = new Map<string, string>()
  for (const [name, { write }] of columns) {
    const cell = write(thing) ?? ''
    if (cell !== '') own.set(name, cell)
  }
  for (const [name, place] of places) {
    const cell = own.get(name)
    const element = cell === undefined ? undefined : place(cell)
    if (element === undefined) continue
    if (element !== '') placed.push(element)
    own.delete(name)
  }
  return { placed, own: [...own].filter(([name, cell]) => cell !== columns.get(name)?.write(blank)) }
}
