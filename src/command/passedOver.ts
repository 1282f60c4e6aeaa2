import type { PassOver } from '../formats/format.ts'
import { ENGLISH } from '../messages/index.ts'
import type { LanguagePair } from '../unit.ts'

/** Languages named one by one; a file may hold any number. */
const NAMED = 8

/** The units of a file that are not in the pair: how many, and in which languages they are. */
export class PassedOver {
  #units = 0
  readonly #languages = new Map<string, number>()

  readonly add: PassOver = (languages) => {
    this.#units += 1
    const named = languages.join(' + ')
    const known = this.#languages.get(named)
    if (known !== undefined || this.#languages.size < NAMED) this.#languages.set(named, (known ?? 0) + 1)
  }

  /** Say so, where there are any. */
  say(file: string, languages: LanguagePair): void {
    if (this.#units === 0) return
    const named = [...this.#languages].map(([tags, units]) => `${tags || '?'} (${units})`)
    const listed = [...this.#languages.values()].reduce((sum, units) => sum + units, 0)
    const all = listed < this.#units ? [...named, '…'] : named
    console.error(`${file}: ${ENGLISH.command.passedOver(this.#units, languages.source, languages.target, all)}`)
  }
}
