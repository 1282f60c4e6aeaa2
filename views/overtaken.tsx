import type { FC } from 'hono/jsx'
import type { Messages } from '../src/messages/index.ts'
import { Marked } from './marked.tsx'
import { Page, type Shell } from './page.tsx'
import { addressOfSegment } from './place.ts'
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
    <Theirs segment={segment} />
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

const Theirs: FC<{ segment: Shown }> = ({ segment }) => (
  <blockquote lang={segment.languages.target} data-theirs={segment.target}>
    <Marked text={segment.target} codes={segment.codes} marks={[]} />
  </blockquote>
)

interface OvertakenPageProps {
  shell: Shell
  segment: Shown
  /** What the person typed, to be kept on top of the newer text or not. */
  mine: string
  operation: string
}

/** The same as a page, for a browser without script. */
export const OvertakenPage: FC<OvertakenPageProps> = ({ shell, segment, mine, operation }) => {
  const { m } = shell
  return (
    <Page shell={shell} title={m.desk.segmentNumber(segment.position)}>
      <form class="card form" method="post" action={`/segments/${segment.id}/revisions`}>
        <p role="alert">{m.desk.overtakenBy}</p>
        <Theirs segment={segment} />
        <label class="field">
          <span>{m.desk.targetLabel(m.languages(segment.languages.target), segment.position)}</span>
          <textarea name="target" lang={segment.languages.target} rows={5}>{`\n${mine}`}</textarea>
        </label>
        <input type="hidden" name="revision" value={segment.head} />
        <input type="hidden" name="operation" value={operation} />
        <div class="acts">
          <button>{m.desk.keepMine}</button>
          <a class="button" href={addressOfSegment(segment)}>
            {m.desk.takeTheirs}
          </a>
        </div>
      </form>
    </Page>
  )
}
