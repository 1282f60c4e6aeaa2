import type { Messages, Say } from '../../src/messages/index.ts'
import { carriedByXml } from '../../src/text/xml.ts'
import type { Concept, Term } from '../concept.ts'
import { allowed } from '../ledger.ts'
import type { TbxDialect } from './tbxDialects.ts'
import { ofConcept, ofTerm } from './tbxWriter.ts'

type Loss = readonly [of: readonly unknown[], say: (messages: Messages['tbx'], count: number) => string]

/** What other programs will not understand in a TBX file of these concepts, and what will not come back from it. */
export function* lossesOf(concepts: Iterable<Concept>, dialect: TbxDialect): Generator<Say> {
  const all = [...concepts]
  const terms = all.flatMap(({ terms }) => terms)
  const noted = [
    ...all.flatMap((concept) => ofConcept(concept, dialect).own),
    ...terms.flatMap((term) => ofTerm(term, dialect).own),
  ].map(([column]) => column)

  const losses: Loss[] = [
    ...[...new Set(noted)].map(
      (column): Loss => [noted.filter((other) => other === column), (m, count) => m.onlyHere(column, count)],
    ),
    [dialect.statusUnread ? terms.filter((term) => !allowed(term)) : [], (m, count) => m.statusUnread(count)],
    [terms.filter(isCut), (m, count) => m.cut(count)],
    [all.flatMap(textsIn).filter((text) => text !== carriedByXml(text)), (m, count) => m.replaced(count)],
    [all.filter(({ terms }) => terms.length === 0), (m, count) => m.withoutTerms(count)],
  ]
  for (const [{ length }, say] of losses) if (length > 0) yield ({ tbx }) => say(tbx, length)
}

/** Variants, like conditions, are one note with a bar between them. */
const isCut = ({ variants, appliesWhen, notWhen }: Term): boolean =>
  textsIn([variants, appliesWhen, notWhen]).some((text) => text.includes('|'))

const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : []
