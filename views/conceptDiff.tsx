import type { FC } from 'hono/jsx'
import type { Concept } from '../glossary/concept.ts'
import { CONCEPT_COLUMNS, TERM_COLUMNS } from '../glossary/formats/columns.ts'
import type { Messages } from '../src/messages/index.ts'

interface ConceptDiffProps {
  m: Messages
  before: Concept | undefined
  /** Nothing where it is retired. */
  after: Concept | undefined
}

/** What is another in a concept than it was, each thing and each term on a line of its own. */
export const ConceptDiff: FC<ConceptDiffProps> = ({ m, before, after }) => {
  const [was, is] = [linesOf(m, before), linesOf(m, after)]
  const changes = [
    ...[...is].filter((line) => !was.has(line)).map((line) => <ins>{line}</ins>),
    ...[...was].filter((line) => !is.has(line)).map((line) => <del>{line}</del>),
  ]
  return (
    <ul class="changes">
      {changes.map((change) => (
        <li>{change}</li>
      ))}
    </ul>
  )
}

/** What is so of a concept, and each of its terms with what its row says, every value under its name. */
function linesOf(m: Messages, concept: Concept | undefined): Set<string> {
  if (concept === undefined) return new Set()
  const { columns, said, values } = m.termbase
  // Without what its field explains in brackets or behind a comma.
  const naming = (name: string, value: string) =>
    said((columns[name] ?? name).replace(/(?: \(|, ).*$/u, ''), values[value] ?? value)
  const ofConcept = CONCEPT_COLUMNS.filter(({ name }) => name !== 'concept').flatMap(({ name, write }) => {
    const value = write(concept)
    return value ? naming(name, value) : []
  })
  const ofTerms = concept.terms.map((term) =>
    [
      term.language,
      term.text,
      m.termbase.statuses[term.status],
      m.termbase.matches[term.match],
      ...TERM_COLUMNS.filter(({ name }) => !HEADING.has(name)).flatMap(({ name, write }) => {
        const value = write(term)
        return value ? naming(name, value) : []
      }),
    ].join(' · '),
  )
  return new Set([...ofConcept, ...ofTerms])
}

/** What a line begins with, which needs no name. */
const HEADING: ReadonlySet<string> = new Set(['lang', 'term', 'status', 'match'])
