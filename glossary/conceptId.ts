import { bare, fold } from './fold.ts'

/** What a concept is called that nobody gave an id: its term in small letters without accents. */
export const idOf = (term: string): string =>
  bare(fold(term).text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '') || 'concept'

/** The wanted id, or from 2 on the same with that number behind it. */
export const numbered = (wanted: string, number: number): string => (number === 1 ? wanted : `${wanted}-${number}`)

/** Ids that nobody has yet. */
export class FreeIds {
  readonly #taken: Set<string | undefined>
  /** The last number given behind an id: a table may have 20,000 rows of one name. */
  readonly #last = new Map<string, number>()

  constructor(taken: Iterable<string | undefined>) {
    this.#taken = new Set(taken)
  }

  /** The wanted id, or the first free one with a number behind it, from 2. From now on it is taken. */
  take(wanted: string): string {
    let number = this.#last.get(wanted) ?? 1
    while (this.#taken.has(numbered(wanted, number))) number++
    const id = numbered(wanted, number)
    this.#taken.add(id)
    this.#last.set(wanted, number)
    return id
  }
}
