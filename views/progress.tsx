import type { FC } from 'hono/jsx'
import type { Messages } from '../src/messages/index.ts'
import type { Counts } from '../src/unit.ts'

const BARS = ['approved', 'translated', 'draft'] as const

/** How far a document is: a bar of shares, and the same in words. */
export const Progress: FC<{ m: Messages; counts: Counts; id?: string; oob?: boolean }> = ({
  m,
  counts,
  id,
  oob = false,
}) => {
  let x = 0
  return (
    <span id={id} class="progress" hx-swap-oob={oob ? 'true' : undefined}>
      <span class="muted">{m.desk.approvedOf(counts.approved, counts.all)}</span>
      <svg class="meter" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label={m.desk.progress(counts)}>
        {BARS.map((state) => {
          const width = (100 * counts[state]) / Math.max(1, counts.all)
          x += width
          return <rect class={state} x={x - width} y="0" width={width} height="4" />
        })}
      </svg>
    </span>
  )
}
