import { mentionsIn } from '../../glossary/ledger.ts'
import type { Termbase } from '../../glossary/termbase.ts'
import type { Failure } from '../checks/index.ts'
import { judgeTexts } from '../desk/judgeSegment.ts'
import type { Unit } from '../unit.ts'

/** A unit, which one of its file it is, counted from 1, and what the checks find in it. */
export interface JudgedUnit {
  unit: Unit
  number: number
  failures: readonly Failure[]
}

/**
 * Judge the units of a file in their order, of a day (ISO 8601) where they name none, as the desk would: what a reviewer waived in them is waived,
 * and each document introduces what is to be introduced.
 */
export async function* judgeUnits(
  units: AsyncIterable<Unit>,
  termbase: Termbase,
  date: string,
): AsyncGenerator<JudgedUnit> {
  const documents = new Mentions()
  let number = 0
  for await (const unit of units) {
    number += 1
    const { source, target, codes = [], waivers = [], introduced = [], documentDate = date } = unit
    const mentions = documents.of(unit)
    // An export of what is approved may lack what introduced them.
    for (const concept of introduced) if (!mentions.has(concept)) mentions.set(concept, 0)
    const segment = { source, codes, languages: termbase.languages, date: documentDate, position: number }
    const { ledger, failures } = judgeTexts(termbase, segment, target, { mentions, waivers })
    for (const concept of mentionsIn(ledger)) if (!mentions.has(concept)) mentions.set(concept, number)
    yield { unit, number, failures }
  }
}

/** Where each document of a file first renders what is to be introduced; units that name none are one document. */
class Mentions {
  readonly #documents = new Map<string | undefined, Map<string, number>>()

  of({ document }: Unit): Map<string, number> {
    const mentioned = this.#documents.get(document) ?? new Map()
    this.#documents.set(document, mentioned)
    return mentioned
  }
}
