import type { FC } from 'hono/jsx'
import type { Failure } from '../src/checks/index.ts'
import type { Messages } from '../src/messages/index.ts'
import { SegmentNumber, type Shown, Source } from './segment.tsx'
import { Verdict } from './verdict.tsx'
import { AskedWaivers, AskForWaiver, type Send } from './waivers.tsx'

/** What the person before the screen may do with a segment. */
export interface Permissions {
  translate: boolean
  /** Review it: a reviewer, and not its author. */
  review: boolean
  /** Curate the glossary. */
  curate: boolean
}

interface ActiveSegmentProps {
  m: Messages
  segment: Shown
  failures: readonly Failure[]
  permissions: Permissions
  /** A new id for what this form does; the script renews it for each text. */
  operation: string
  starts?: boolean
  oob?: boolean
}

/**
 * The row somebody works in. One form whose buttons say what is done with it, so that it works without script. Saves and
 * acts queue up behind each other on the form.
 */
export const ActiveSegment: FC<ActiveSegmentProps> = (props) => {
  const { m, segment, failures, permissions, operation, starts = false, oob = false } = props
  const editable = permissions.translate && segment.state !== 'approved'
  return (
    <form
      id={`segment-${segment.id}`}
      class={`seg now ${segment.kind} ${starts ? 'starts' : ''}`}
      aria-label={m.desk.segmentNumber(segment.position)}
      method="post"
      autocomplete="off"
      action={`/segments/${segment.id}/submissions`}
      data-active={segment.id}
      data-starts={starts ? '' : undefined}
      hx-swap-oob={oob ? 'true' : undefined}
    >
      <SegmentNumber m={m} segment={segment} />
      <Source m={m} segment={segment} insertable={editable} />
      <div class="write">
        {editable ? (
          <textarea
            id={`target-${segment.id}`}
            name="target"
            lang={segment.languages.target}
            dir="auto"
            rows={3}
            spellcheck
            aria-label={m.desk.targetLabel(m.languages(segment.languages.target), segment.position)}
            aria-describedby={`verdict-${segment.id}`}
            hx-post={`/segments/${segment.id}/ledger`}
            hx-trigger="input delay:150ms"
            hx-sync="this:replace"
            hx-swap="none"
          >
            {/* HTML drops the first newline of a textarea, so there is always one to drop. */}
            {`\n${segment.target}`}
          </textarea>
        ) : (
          <p class="target" lang={segment.target === '' ? m.language.tag : segment.languages.target}>
            {segment.target || m.desk.untranslated}
          </p>
        )}
        {starts && <input type="hidden" name="starts" />}
        <Held segment={segment} operation={operation} />
        {segment.note !== null && (
          <p class="note muted small">
            {m.desk.note} <span lang="">{segment.note}</span>
          </p>
        )}
        {segment.rejection !== null && <p class="notice">{m.desk.rejected(segment.rejection)}</p>}
        <Verdict m={m} segment={segment} failures={failures} insertable={editable} />
        <AskedWaivers
          m={m}
          segment={segment}
          decides={permissions.review}
          curates={permissions.curate}
          send={sending(segment)}
        />
        <div id={`refusal-${segment.id}`} role="alert" />
        <Acts m={m} segment={segment} permissions={permissions} />
      </div>
    </form>
  )
}

/** The revision the writer started from, and the id of what the form does next. */
export const Held: FC<{ segment: Shown; operation: string; oob?: boolean }> = ({ segment, operation, oob = false }) => (
  <span id={`held-${segment.id}`} hx-swap-oob={oob ? 'true' : undefined}>
    <input type="hidden" name="revision" value={segment.head} />
    <input type="hidden" name="operation" value={operation} />
  </span>
)

/** The buttons of the active row, by state and role, and whether what stands in the box is saved. */
export const Acts: FC<{ m: Messages; segment: Shown; permissions: Permissions; oob?: boolean }> = (props) => {
  const { m, segment, permissions, oob = false } = props
  const path = `/segments/${segment.id}`
  const editable = permissions.translate && segment.state !== 'approved'
  const reviewing = permissions.review && segment.state === 'translated'
  const send = sending(segment)
  return (
    <div id={`acts-${segment.id}`} class="acts" hx-swap-oob={oob ? 'true' : undefined}>
      {/* First, so that Enter in the reason sends back; drawn behind the others. */}
      {reviewing && (
        <details class="aside">
          <summary>{m.desk.reject}</summary>
          <label class="field">
            <span>{m.desk.reason}</span>
            <input name="reason" lang={m.language.tag} maxlength={1000} />
          </label>
          <button formaction={`${path}/rejections`} hx-post={`${path}/rejections`} {...send}>
            {m.desk.sendBack}
          </button>
        </details>
      )}
      {reviewing && (
        <button
          class="main"
          data-primary
          formaction={`${path}/approvals`}
          hx-post={`${path}/approvals`}
          {...send}
          disabled={segment.blocked}
        >
          {m.desk.approve} <kbd>Ctrl ↵</kbd>
        </button>
      )}
      {editable && (
        <button
          class={reviewing ? '' : 'main'}
          data-primary={reviewing ? undefined : true}
          formaction={`${path}/submissions`}
          hx-post={`${path}/submissions`}
          {...send}
        >
          {m.desk.handOver} {!reviewing && <kbd>Ctrl ↵</kbd>}
        </button>
      )}
      {segment.state !== 'approved' && segment.head > 0 && (permissions.translate || permissions.review) && (
        <AskForWaiver m={m} segment={segment} grants={permissions.review} send={send} />
      )}
      {segment.state === 'approved' && (permissions.translate || permissions.review) && (
        <button formaction={`${path}/withdrawals`} hx-post={`${path}/withdrawals`} {...send}>
          {m.desk.reopen}
        </button>
      )}
      <span class="grow" />
      {editable && (
        <output
          id={`saved-${segment.id}`}
          class="saved"
          data-saved={m.desk.saved}
          data-saving={m.desk.saving}
          data-unsaved={m.desk.unsaved}
          data-failed={m.desk.saveFailed}
          hx-post={`${path}/revisions`}
          hx-trigger="save"
          hx-sync="closest form:queue first"
          hx-swap="none"
          hx-preserve
          {...refused(segment)}
        >
          {segment.head > 0 ? m.desk.saved : ''}
        </output>
      )}
    </div>
  )
}

/** How an act is sent: it waits for what was sent before it, and nothing but what its answer names is put into place. */
export const sending = (segment: Shown): Send => ({
  'hx-swap': 'none',
  'hx-sync': 'closest form:queue all',
  ...refused(segment),
})

/** Where an answer that refuses goes: below the box, never over it. */
const refused = ({ id }: Shown) => {
  const panel = `target:#refusal-${id} swap:innerHTML`
  return { 'hx-status:401': panel, 'hx-status:403': panel, 'hx-status:409': panel, 'hx-status:422': panel }
}
