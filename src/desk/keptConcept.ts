import type { Concept } from '../../glossary/concept.ts'
import { kept } from '../text/kept.ts'

/** A concept with each of its texts as the database keeps it. @throws Invalid on what it cannot keep. */
export const keptConcept = (concept: Concept): Concept => JSON.parse(JSON.stringify(concept), keptValue)

/** Names of columns are texts of other programs too. */
function keptValue(key: string, value: unknown): unknown {
  kept(key)
  return typeof value === 'string' ? kept(value) : value
}
