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

/** What is so of a concept, and each of its terms as its row of a glossary would say it. */
function linesOf(m: Messages, concept: Concept | undefined): Set<string> {
  if (concept === undefined) return new Set()
  const said = CONCEPT_COLUMNS.filter(({ name }) => name !== 'concept').flatMap(({ name, write }) => {
    const value = write(concept)
    return value ? [m.termbase.said(m.termbase.columns[name] ?? name, m.termbase.values[value] ?? value)] : []
  })
  const terms = concept.terms.map((term) => TERM_COLUMNS.flatMap(({ write }) => write(term) || []).join(' · '))
  return new Set([...said, ...terms])
}
