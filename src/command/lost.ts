import type { Format } from '../formats/format.ts'
import type { Loss } from '../formats/losses.ts'
import { ENGLISH } from '../messages/index.ts'
import type { Unit } from '../unit.ts'

/** What of some units a format cannot carry: in how many, of which fields, and where first. */
export class Lost {
  readonly #format: Format
  #passed = 0
  #units = 0
  #first = ''
  readonly #fields = new Map<Loss, number>()

  constructor(format: Format) {
    this.#format = format
  }

  /** The units on their way to be written. */
  async *seen(units: AsyncIterable<Unit>): AsyncGenerator<Unit> {
    for await (const unit of units) {
      this.#passed += 1
      const losses = this.#format.losses(unit)
      if (losses.length > 0) {
        this.#units += 1
        this.#first ||= unit.id ?? String(this.#passed)
        for (const field of losses) this.#fields.set(field, (this.#fields.get(field) ?? 0) + 1)
      }
      yield unit
    }
  }

  /** How many units there were. */
  get passed(): number {
    return this.#passed
  }

  /** Say what is lost, where anything is. */
  say(): void {
    if (this.#units === 0) return
    const fields = [...this.#fields].map(([field, units]) => `${field} (${units})`)
    console.error(ENGLISH.command.lost(this.#units, this.#first, this.#format.id, fields))
  }
}
