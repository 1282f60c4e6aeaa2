import type { Say } from '../../src/messages/index.ts'
import type { GlossaryProblem } from './format.ts'

/** What is wrong in one file, found in any order. */
export class Problems {
  readonly #found: GlossaryProblem[] = []
  readonly #told = new Set<string>()

  error(line: number, message: Say): void {
    this.#found.push({ line, severity: 'error', message })
  }

  warning(line: number, message: Say): void {
    this.#found.push({ line, severity: 'warning', message })
  }

  /** A warning about something that comes again and again, given where it first comes. */
  once(what: string, line: number, message: Say): void {
    if (!this.#told.has(what)) this.warning(line, message)
    this.#told.add(what)
  }

  inOrder(): GlossaryProblem[] {
    return this.#found.toSorted((one, other) => one.line - other.line)
  }
}
