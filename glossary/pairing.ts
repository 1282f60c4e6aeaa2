/**
 * Pair as many places as can be with a rendering, each with one of its own: a maximum bipartite matching. `places` are
 * what each place asks for, any of which will do; `standing` is where the renderings of each are, in order. Answers the
 * rendering each place took.
 */
export function pairUp<Asked>(
  places: readonly (readonly Asked[])[],
  standing: ReadonlyMap<Asked, readonly number[]>,
): Map<number, number> {
  const renderingOf = new Map<number, number>()
  const placeOf = new Map<number, number>()
  const pair = (place: number, rendering: number) => {
    renderingOf.set(place, rendering)
    placeOf.set(rendering, place)
  }

  const tried = new Map<Asked, number>()
  const firstFree = (asked: Asked): number => {
    const renderings = standing.get(asked) ?? []
    let next = tried.get(asked) ?? 0
    while (next < renderings.length && placeOf.has(renderings[next]!)) next++
    tried.set(asked, next)
    return renderings[next] ?? Number.POSITIVE_INFINITY
  }
  const left: number[] = []
  for (const [place, asks] of places.entries()) {
    const rendering = Math.min(...asks.map(firstFree))
    if (Number.isFinite(rendering)) pair(place, rendering)
    else left.push(place)
  }

  // What one search in vain went through no later one can use: a text of one word thousands of times stays quick.
  const inVain = new Set<Asked>()
  for (const place of left) {
    const seen = new Set<Asked>()
    const askedBy = new Map<number, number>()
    const queue = [place]
    let free: number | undefined
    for (const asking of queue) {
      for (const asked of places[asking]!) {
        if (seen.has(asked) || inVain.has(asked)) continue
        seen.add(asked)
        for (const rendering of standing.get(asked) ?? []) {
          if (askedBy.has(rendering)) continue
          askedBy.set(rendering, asking)
          const rival = placeOf.get(rendering)
          if (rival === undefined) free ??= rendering
          else queue.push(rival)
        }
      }
      if (free !== undefined) break
    }
    if (free === undefined) for (const asked of seen) inVain.add(asked)
    while (free !== undefined) {
      const asking: number = askedBy.get(free)!
      const given = renderingOf.get(asking)
      pair(asking, free)
      free = given
    }
  }
  return renderingOf
}
