import type { FC } from 'hono/jsx'
import type { Messages } from '../src/messages/index.ts'
import { Marked } from './marked.tsx'
import type { Shown } from './segment.tsx'

/**
 * Somebody else's newer text, beside the box that still holds one's own. Keeping one's own means writing it on top of
 * theirs, knowingly; taking theirs leaves one's own in the browser's undo.
 */
export const Overtaken: FC<{ m: Messages; segment: Shown }> = ({ m, segment }) => (
  <div class="overtaken" data-head={segment.head}>
    <p>
      <b>{m.desk.overtakenBy}</b>
    </p>
    <blockquote lang={segment.languages.target} data-theirs={segment.target}>
      <Marked text={segment.target} codes={segment.codes} marks={[]} />
    </blockquote>
    <div class="acts">
      <button type="button" data-keep="mine">
        {m.desk.keepMine}
      </button>
      <button type="button" data-keep="theirs">
        {m.desk.takeTheirs}
      </button>
    </div>
  </div>
)
