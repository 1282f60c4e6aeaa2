import type { Concept } from '../concept.ts'
import { FreeIds } from '../conceptId.ts'
import { type Cells, readCells } from './cells.ts'
import { BLANK_DRAFT, type DraftTerm, withStatus } from './drafts.ts'
import type { ReadGlossary } from './format.ts'
import { doubtLanguage } from './languageNames.ts'
import { Problems } from './problems.ts'
import { short } from './short.ts'
import { PROSE } from './tbxCategories.ts'
import { cellOf, put } from './tbxCells.ts'
import { folded, isSigned, OF_CONCEPT, OF_TERM } from './tbxOwn.ts'
import { type Fact, factsOf, isEntry, languagesIn, readParts, termsIn, textOf, type XmlElement } from './tbxReader.ts'

/** A concept that may still need an id. */
type DraftConcept = Omit<Concept, 'id'> & { id?: string; line: number }

/** TBX of any version, style and dialect, as tools write it. @throws FormatError when it is none. */
export async function readTbx(file: AsyncIterable<string>): Promise<ReadGlossary> {
  const problems = new Problems()
  const drafts: DraftConcept[] = []
  let words = folded
  for await (const part of readParts(file)) {
    if (isEntry(part)) drafts.push(...conceptIn(part, words, problems))
    else words = isSigned(textOf(part)) ? (text) => text : folded
  }
  return { ...named(drafts, problems), problems: problems.inOrder() }
}

/** The concept of an entry; one without terms is a problem. Notes and the like of a concept or a language go to its first term. */
function conceptIn(entry: XmlElement, words: (text: string) => string, problems: Problems): DraftConcept[] {
  const ofConcept: Cells = new Map()
  const ofTerms: Cells[] = []
  const above: Fact[] = []

  const take = (facts: readonly Fact[], ofTerm?: Cells) => {
    for (const fact of facts) {
      const cell = cellOf(fact, problems)
      if (!cell) continue
      const [column] = cell
      const cells = OF_CONCEPT.has(column) ? ofConcept : ofTerm
      if (cells) put(cells, cell, problems)
      else if (PROSE.has(column)) above.push(fact)
      else problems.warning(fact.line, (m) => m.tbx.misplaced(column))
    }
  }
  const factsIn = (element: XmlElement) =>
    [...factsOf(element)].map((fact) => ({ ...fact, text: words(fact.text) })).filter(({ text }) => folded(text) !== '')

  take(factsIn(entry))
  for (const language of languagesIn(entry)) {
    take(factsIn(language))
    for (const section of termsIn(language)) {
      const facts = factsIn(section)
      if (!facts.some(({ category }) => category === 'term')) {
        problems.warning(section.line, (m) => m.tbx.emptyTerm)
        continue
      }
      const ofTerm: Cells = new Map()
      take([...above.splice(0), ...facts], ofTerm)
      ofTerms.push(ofTerm.set('lang', { text: section.language.replaceAll('_', '-'), line: section.line }))
    }
  }
  const last = ofTerms.at(-1)
  if (!last) {
    problems.error(entry.line, (m) => m.tbx.noTerms)
    return []
  }
  take(above, last)

  const id = folded(entry.attributes['id'] ?? '')
  const values = readCells(OF_CONCEPT.values(), ofConcept, problems)
  const terms = ofTerms.flatMap((cells) => termOf(cells, problems) ?? [])
  return [{ ...(id !== '' && { id }), ...values, terms: withStatus(terms), line: entry.line }]
}

/** Nothing where the term or its language is wrong, which is a problem then. */
function termOf(cells: Cells, problems: Problems): DraftTerm | undefined {
  const values = readCells(OF_TERM.values(), cells, problems)
  doubtLanguage(values.language, cells.get('lang')!.line, problems)
  return values.language === undefined || values.text === undefined ? undefined : { ...BLANK_DRAFT, ...values }
}

/** Every concept with an id of its own. One that lacks it is called by its place among them. */
function named(drafts: readonly DraftConcept[], problems: Problems): Omit<ReadGlossary, 'problems'> {
  const ids = new FreeIds(drafts.map(({ id }) => id))
  const concepts = new Map<string, Concept>()
  const lines = new Map<string, number>()
  const coined = new Set<string>()
  for (const [at, { id: said, line, ...concept }] of drafts.entries()) {
    const id = said ?? ids.take(`entry-${at + 1}`)
    if (said === undefined) {
      coined.add(id)
      problems.warning(line, (m) => m.tbx.noId(id))
    }
    if (concepts.has(id)) problems.error(line, (m) => m.tbx.idTwice(short(id)))
    else {
      concepts.set(id, { id, ...concept })
      lines.set(id, line)
    }
  }
  return { concepts: [...concepts.values()], lines, coined }
}
