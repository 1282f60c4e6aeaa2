/** A place in a text that is read from left to right, a character (not half of one) at a time. */
export class Cursor {
  at = 0
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  get done(): boolean {
    return this.at >= this.text.length
  }

  /** The next character, which is there. */
  take(): string {
    const character = String.fromCodePoint(this.text.codePointAt(this.at)!)
    this.at += character.length
    return character
  }

  /** Whether `wanted` comes next; if so it has been read. */
  skip(wanted: string): boolean {
    if (!this.text.startsWith(wanted, this.at)) return false
    this.at += wanted.length
    return true
  }

  next(wanted: string): boolean {
    return this.text.startsWith(wanted, this.at)
  }

  /** What `pattern`, which is sticky, finds here; if anything it has been read. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text) ?? undefined
    this.at += found?.[0].length ?? 0
    return found
  }
}
