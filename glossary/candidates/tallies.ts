import type { Span } from '../ledger.ts'

/** Where a run stands: a segment by its id, and the place in its text. */
export interface Example extends Span {
  id: number
}

/** A run seen once. */
export interface Sighting extends Example {
  key: string
  length: number
  /** As it stands there. */
  text: string
  /** Whether it stands where nouns do. */
  nominal: boolean
  /** Whether its capitals are its own: not those of a heading, or of the word a sentence begins with. */
  ownCapitals: boolean
}

/** All that was seen of a run. */
export interface Tally {
  /** At its first sighting. */
  length: number
  occurrences: number
  segments: number
  nominal: boolean
  /** The first segments it stands in, each once. */
  examples: Example[]
  /** How it was written, and how often with capitals of its own. */
  writings: { text: string; sightings: number }[]
  lastSegment: number
  /** How many sightings of it may have been forgotten before the first of these. */
  forgotten: number
}

/** How many runs are counted at once: some 60 MB. */
const MOST = 100_000
const EXAMPLES = 5
/** How many writings of one run are told apart. */
const WRITINGS = 8

/**
 * How often runs are seen, in bounded memory. When the table is full the rarest are forgotten: lossy counting, by G. S. Manku
 * and R. Motwani, “Approximate frequency counts over data streams”, VLDB 2002. A count is too low by `forgotten` at most, and
 * what is missing was seen no more often than that.
 */
export class Tallies {
  readonly #tallies = new Map<string, Tally>()
  readonly #most: number
  #forgotten = 0

  constructor(most = MOST) {
    this.#most = most
  }

  add({ key, length, id, start, end, text, nominal, ownCapitals }: Sighting): void {
    const sightings = ownCapitals ? 1 : 0
    const tally = this.#tallies.get(key)
    if (!tally) {
      if (this.#tallies.size >= this.#most) this.#forget()
      this.#tallies.set(key, {
        length,
        occurrences: 1,
        segments: 1,
        nominal,
        examples: [{ id, start, end }],
        writings: [{ text, sightings }],
        lastSegment: id,
        forgotten: this.#forgotten,
      })
      return
    }
    tally.occurrences += 1
    tally.nominal ||= nominal
    if (tally.lastSegment !== id) {
      tally.segments += 1
      tally.lastSegment = id
      if (tally.examples.length < EXAMPLES) tally.examples.push({ id, start, end })
    }
    const writing = tally.writings.find((writing) => writing.text === text)
    if (writing) writing.sightings += sightings
    else if (tally.writings.length < WRITINGS) tally.writings.push({ text, sightings })
  }

  /** The runs seen more than once, and once at least where nouns stand, by their keys. */
  repeated(): Map<string, Tally> {
    return new Map([...this.#tallies].filter(([, { occurrences, nominal }]) => occurrences > 1 && nominal))
  }

  #forget(): void {
    while (this.#tallies.size > this.#most / 2) {
      this.#forgotten += 1
      for (const [key, { occurrences, forgotten }] of this.#tallies) {
        if (occurrences + forgotten <= this.#forgotten) this.#tallies.delete(key)
      }
    }
  }
}
