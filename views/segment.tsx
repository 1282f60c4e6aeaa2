import type { FC } from 'hono/jsx'
import type { Ledger } from '../glossary/ledger.ts'
import type { Messages } from '../src/messages/index.ts'
import { tagFaults } from '../src/text/tagFaults.ts'
import type { Code, Kind, LanguagePair, State, WaiverCode, WaiverEnd } from '../src/unit.ts'
import { Marked } from './marked.tsx'
import { sourceMarks, targetMarks } from './marks.ts'
import { addressOfSegment } from './place.ts'

/** A waiver somebody asked for: for which words of the source, and what became of it. */
export interface AskedWaiver {
  id: number
  concept: string
  /** Where its words begin in the tagged source. */
  sourceStart: number
  /** Its words without tags. */
  words: string
  code: WaiverCode
  reason: string
  askedByName: string
  /** Nobody has decided yet. */
  granted: boolean | null
  /** Why it was refused. */
  answer: string | null
  ended: WaiverEnd | undefined
  /** Whether the words beside it would make it a rule. */
  ruling: boolean
}

/** A segment as the desk shows it, with the verdict on it. */
export interface Shown {
  id: number
  documentId: number
  position: number
  paragraph: number
  kind: Kind
  source: string
  codes: readonly Code[]
  languages: LanguagePair
  target: string
  state: State
  stale: boolean
  head: number
  blocked: boolean
  author: string | null
  rejection: string | null
  /** What the document says of it. */
  note: string | null
  ledger: Ledger
  /** All that was ever asked to be excepted in it, oldest first. */
  waivers: readonly AskedWaiver[]
}

interface SegmentProps {
  m: Messages
  segment: Shown
  /** The first of its paragraph. */
  starts?: boolean
  /** Drawn beside another segment's answer: htmx puts it into its own place. */
  oob?: boolean
}

/** One row of the desk, to be read. The script opens it on a click; without script its number is a link. */
export const Segment: FC<SegmentProps> = ({ m, segment, starts = false, oob = false }) => (
  <article
    id={`segment-${segment.id}`}
    class={`seg ${segment.kind} ${starts ? 'starts' : ''}`}
    aria-label={m.desk.segmentNumber(segment.position)}
    data-state={segment.state}
    data-starts={starts ? '' : undefined}
    hx-get={`/segments/${segment.id}/editor${starts ? '?starts' : ''}`}
    hx-trigger="open"
    hx-swap="outerHTML"
    hx-swap-oob={oob ? 'true' : undefined}
  >
    <SegmentNumber m={m} segment={segment} />
    <Source m={m} segment={segment} />
    <p
      class={segment.target === '' ? 'target untranslated' : 'target'}
      lang={segment.target === '' ? m.language.tag : segment.languages.target}
    >
      {segment.target === '' ? (
        m.desk.untranslated
      ) : (
        <Marked text={segment.target} codes={segment.codes} marks={targetMarks(segment.ledger, m)} />
      )}
    </p>
  </article>
)

/** The number of a segment and where work on it is: shape, colour and words say the same. */
export const SegmentNumber: FC<{ m: Messages; segment: Shown; oob?: boolean }> = ({ m, segment, oob = false }) => {
  const look = segment.blocked ? 'blocked' : segment.stale ? 'stale' : segment.state
  return (
    <a id={`number-${segment.id}`} class="n" href={addressOfSegment(segment)} hx-swap-oob={oob ? 'true' : undefined}>
      <span class="visually-hidden">{m.desk.openSegment} </span>
      {segment.position}
      <span class={`dot ${look}`} title={m.looks[look]}>
        <span class="visually-hidden">{m.looks[look]}</span>
      </span>
    </a>
  )
}

interface SourceProps {
  m: Messages
  segment: Shown
  /** Whether a click on a tag the translation lacks inserts it. */
  insertable?: boolean
  oob?: boolean
}

export const Source: FC<SourceProps> = ({ m, segment, insertable = false, oob = false }) => (
  <p id={`source-${segment.id}`} class="source" lang={segment.languages.source} hx-swap-oob={oob ? 'true' : undefined}>
    <Marked
      text={segment.source}
      codes={segment.codes}
      marks={sourceMarks(segment.ledger, segment.target.trim() !== '', m)}
      insertable={
        insertable ? { m, tags: tagFaults(segment.source, segment.target, segment.codes).missing } : undefined
      }
    />
  </p>
)
