import { setImmediate } from 'node:timers/promises'
import { segmentsWith } from '../../db/segments.ts'
import { sourcesAfter } from '../../db/sources.ts'
import { CandidateCount } from '../../glossary/candidates.ts'
import { plain } from '../text/tags.ts'
import type { LanguagePair, Place } from '../unit.ts'
import type { Desk } from './desk.ts'

/** A phrase in a sentence: `start` and `end` are UTF-16 offsets in it. */
export interface CandidateSentence {
  place: Place
  text: string
  start: number
  end: number
}

/** What the documents of a project say again and again, and the glossary does not know. */
export interface FoundCandidate {
  text: string
  occurrences: number
  segments: number
  sentences: readonly CandidateSentence[]
}

const SLICE = 500

/** The likeliest terms of a project that the glossary does not have, the likeliest first. Reads every source. */
export async function findCandidates(
  desk: Desk,
  { id: projectId, languages }: { id: number; languages: LanguagePair },
  limit: number,
): Promise<FoundCandidate[]> {
  const { db } = desk
  const count = new CandidateCount(desk.termbase(languages))
  for (let last = 0; ; ) {
    const rows = await sourcesAfter(db, projectId, last, SLICE)
    for (const { id, source, codes, date } of rows) count.add(id, plain(source, codes).text, date)
    if (rows.length < SLICE) break
    last = rows.at(-1)!.id
    await setImmediate()
  }
  const best = count.best(limit)
  const ids = new Set(best.flatMap(({ examples }) => examples.map(({ id }) => id)))
  const segments = new Map((await segmentsWith(db, [...ids])).map((segment) => [segment.id, segment]))
  return best.map(({ text, occurrences, segments: spread, examples }) => ({
    text,
    occurrences,
    segments: spread,
    sentences: examples.flatMap(({ id, start, end }) => {
      const segment = segments.get(id)
      if (segment === undefined) return []
      const { documentId, position, source, codes } = segment
      return [{ place: { segmentId: id, documentId, position }, text: plain(source, codes).text, start, end }]
    }),
  }))
}
