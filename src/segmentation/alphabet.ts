import type { CharacterClass } from './characters.ts'

/**
 * The characters of all texts as the expressions of a set of rules tell them apart: two that stand in the same classes are of one
 * kind. Kinds count from 1.
 */
export class Alphabet {
  readonly #classes: RegExp[] = []
  readonly #numbers = new Map<string, number>()
  /** For each kind, the classes it stands in. */
  readonly #kinds: ReadonlySet<number>[] = []
  readonly #known = new Map<string, number>()
  /** By UTF-16 unit; those beyond it in a map. */
  readonly #basic = new Uint16Array(0x1_00_00)
  readonly #others = new Map<number, number>()

  /** The number of a class. All of them are there before the first character is looked at. */
  add(characters: CharacterClass, ignoreCase: boolean): number {
    const flags = ignoreCase ? 'iv' : 'v'
    const key = `${flags}${characters}`
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.#classes.length)
    return this.#classes.push(new RegExp(characters, flags)) - 1
  }

  kindOf(codePoint: number): number {
    const known = codePoint < 0x1_00_00 ? this.#basic[codePoint]! : (this.#others.get(codePoint) ?? 0)
    return known === 0 ? this.#look(codePoint) : known
  }

  /** Whether characters of a kind stand in a class. */
  holds(number: number, kind: number): boolean {
    return this.#kinds[kind - 1]!.has(number)
  }

  #look(codePoint: number): number {
    const text = String.fromCodePoint(codePoint)
    const classes = [...this.#classes.keys()].filter((number) => this.#classes[number]!.test(text))
    const key = classes.join()
    let kind = this.#known.get(key)
    if (kind === undefined) {
      kind = this.#kinds.push(new Set(classes))
      this.#known.set(key, kind)
    }
    if (codePoint < 0x1_00_00) this.#basic[codePoint] = kind
    else this.#others.set(codePoint, kind)
    return kind
  }
}
