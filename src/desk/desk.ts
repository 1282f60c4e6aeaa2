import type { Database } from '../../db/open.ts'
import type { Termbase } from '../../glossary/termbase.ts'
import type { LanguagePair } from '../unit.ts'

/** What every act needs: where the work is kept, and what it is judged by. */
export interface Desk {
  db: Database
  /** The termbase for a pair of languages. */
  termbase(languages: LanguagePair): Termbase
  /** The glossary version this process judges by; the database knows whether it is the one in force. */
  glossaryVersion: number
}
