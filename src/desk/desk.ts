import type { Database } from '../../db/open.ts'
import type { Concept } from '../../glossary/concept.ts'
import type { Termbase } from '../../glossary/termbase.ts'
import { compileTermbase } from '../../glossary/termbase.ts'
import type { LanguagePair } from '../unit.ts'

/** The concepts in force, as one version has them. */
export interface Glossary {
  concepts: ReadonlyMap<string, Concept>
  /** The termbase for a pair of languages. */
  termbase(languages: LanguagePair): Termbase
  /** The version this process judges by; the database knows whether it is the one in force. */
  glossaryVersion: number
}

/** What every act needs: where the work is kept, and what it is judged by. A change of the glossary changes the latter. */
export interface Desk extends Glossary {
  db: Database
}

export function glossaryOf(concepts: Iterable<Concept>, glossaryVersion: number): Glossary {
  const byId = new Map([...concepts].map((concept) => [concept.id, concept]))
  const termbases = new Map<string, Termbase>()
  return {
    concepts: byId,
    glossaryVersion,
    termbase({ source, target }) {
      const pair = `${source}>${target}`
      const compiled = termbases.get(pair) ?? compileTermbase([...byId.values()], { source, target })
      termbases.set(pair, compiled)
      return compiled
    },
  }
}
