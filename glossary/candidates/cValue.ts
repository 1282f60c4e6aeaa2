/** What is counted of a run. */
export interface Counted {
  /** The words that count: prepositions and articles do not, nor what the glossary has already. */
  length: number
  occurrences: number
}

/**
 * The C-values of runs by their keys: K. Frantzi, S. Ananiadou and H. Mima, “Automatic recognition of multi-word terms: the
 * C-value/NC-value method”, International Journal on Digital Libraries 3 (2000). A run is worth its occurrences less the mean
 * occurrences of the longer runs it is nested in, times the logarithm of its length.
 *
 * In three things ours differ. One is added to the logarithm, for acronyms have a length of one. What never stands outside
 * one longer run (juge Éric in juge Éric Halphen) has no value. And of longer runs that are nested in each other the
 * innermost alone enters the mean: the rare prolongations of a frequent run would lower it.
 */
export function cValues(runs: ReadonlyMap<string, Counted>): Map<string, number> {
  const standing = free(runs)
  const around = new Map<string, number[]>()
  for (const [key, { occurrences }] of standing) {
    for (const nested of nestedIn(key, standing)) {
      const longer = around.get(nested)
      if (longer) longer.push(occurrences)
      else around.set(nested, [occurrences])
    }
  }
  return new Map(
    [...standing].map(([key, { length, occurrences }]) => {
      const longer = around.get(key) ?? []
      const nested = longer.reduce((sum, one) => sum + one, 0) / (longer.length || 1)
      return [key, (1 + Math.log2(length)) * (occurrences - nested)]
    }),
  )
}

/** The runs that also stand without the longer ones they are in. */
function free(runs: ReadonlyMap<string, Counted>): Map<string, Counted> {
  const kept = new Map(runs)
  for (const [key, { occurrences }] of runs) {
    for (const { key: part } of partsOf(key)) {
      if (occurrences >= (runs.get(part)?.occurrences ?? Number.POSITIVE_INFINITY)) kept.delete(part)
    }
  }
  return kept
}

/** The runs right inside a run: none of them inside another. */
function nestedIn(key: string, runs: ReadonlyMap<string, Counted>): Set<string> {
  const nested: Part[] = []
  for (const part of partsOf(key)) {
    const inner = nested.some(({ from, to }) => from <= part.from && part.to <= to)
    if (!inner && runs.has(part.key)) nested.push(part)
  }
  return new Set(nested.map(({ key }) => key))
}

interface Part {
  key: string
  from: number
  to: number
}

/** The parts of a run, the longest first. */
function* partsOf(key: string): Generator<Part> {
  const words = key.split(' ')
  for (let size = words.length - 1; size > 0; size--) {
    for (let from = 0; from + size <= words.length; from++) {
      yield { key: words.slice(from, from + size).join(' '), from, to: from + size }
    }
  }
}
