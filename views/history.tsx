import type { FC } from 'hono/jsx'
import type { Messages } from '../src/messages/index.ts'

/** A text of a segment as it once stood. */
export interface Kept {
  number: number
  target: string
  author: string
  at: Date
}

interface HistoryProps {
  m: Messages
  history: readonly Kept[]
  /** Of the texts. */
  language: string
  oob?: boolean
}

/** The texts of the open segment, newest first, each behind its number, writer and time. */
export const History: FC<HistoryProps> = ({ m, history, language, oob = false }) => (
  <section id="history" class="history" aria-label={m.desk.history} hx-swap-oob={oob ? 'true' : undefined}>
    <h2>{m.desk.history}</h2>
    {history.length === 0 && <p class="muted">{m.desk.noHistory}</p>}
    {history.map(({ number, target, author, at }) => (
      <details>
        <summary>
          {m.desk.revision(number)} <span class="muted">{author}</span>{' '}
          <time class="muted" datetime={at.toISOString()}>
            {m.moment(at)}
          </time>
        </summary>
        <p lang={language}>{target}</p>
      </details>
    ))}
  </section>
)
