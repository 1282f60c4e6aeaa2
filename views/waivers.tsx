import type { FC } from 'hono/jsx'
import type { WaivedOccurrence } from '../glossary/waiver.ts'
import type { Messages } from '../src/messages/index.ts'
import { WAIVER_CODES } from '../src/unit.ts'
import type { AskedWaiver, Shown } from './segment.tsx'

/** How a button of the active row sends the row's form. */
export type Send = Readonly<Record<string, string>>

interface AskProps {
  m: Messages
  segment: Shown
  /** Whether this person may grant it at once. */
  grants: boolean
  send: Send
}

/** The form, within that of the active row, in which somebody says why an occurrence need not be rendered. */
export const AskForWaiver: FC<AskProps> = ({ m, segment, grants, send }) => {
  const path = `/segments/${segment.id}/waivers`
  const before = segment.waivers.at(-1)
  return (
    <details class="aside waiver">
      <summary>{grants ? m.waivers.waive : m.waivers.ask}</summary>
      <div class="field">
        <label for={`waivable-${segment.id}`}>{m.waivers.term}</label>
        <Waivable segment={segment} />
      </div>
      <label class="field">
        <span>{m.waivers.why}</span>
        <select name="code">
          {WAIVER_CODES.map((code) => (
            <option value={code} selected={code === before?.code}>
              {m.waivers.codes[code]}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{m.waivers.reason}</span>
        <textarea name="excuse" rows={2} maxlength={1000} lang={m.language.tag}>
          {`\n${before?.ended === undefined ? '' : before.reason}`}
        </textarea>
      </label>
      <button formaction={path} hx-post={path} name="grant" value={grants ? 'yes' : ''} {...send}>
        {grants ? m.waivers.grantNow : m.waivers.send}
      </button>
    </details>
  )
}

/** The occurrences that could be excepted, to choose from; none while every term is rendered. */
export const Waivable: FC<{ segment: Shown; oob?: boolean }> = ({ segment, oob = false }) => (
  <select
    id={`waivable-${segment.id}`}
    name="occurrence"
    lang={segment.languages.source}
    hx-swap-oob={oob ? 'true' : undefined}
  >
    {segment.ledger.occurrences
      .filter((occurrence) => isOpen(occurrence) && !isAskedFor(segment, occurrence))
      .map(({ concept, source }) => (
        <option value={`${source.start} ${concept.id}`}>{source.text}</option>
      ))}
  </select>
)

const isOpen = ({ outcome }: WaivedOccurrence) => outcome !== 'rendered' && outcome !== 'waived'

const isAskedFor = ({ waivers }: Shown, { concept, source }: WaivedOccurrence) =>
  waivers.some(
    (waiver) =>
      waiver.ended === undefined &&
      waiver.granted !== false &&
      waiver.concept === concept.id &&
      waiver.sourceStart === source.start,
  )

interface AskedProps {
  m: Messages
  segment: Shown
  /** Whether this person may decide: a reviewer who did not write the text. */
  decides: boolean
  /** Whether they may make a rule of it. */
  curates: boolean
  send: Send
  oob?: boolean
}

/**
 * What was asked for in the text that stands here, for a reviewer to decide, and what became of it. What ended by itself
 * is said as long as its term is still to be rendered.
 */
export const AskedWaivers: FC<AskedProps> = ({ m, segment, decides, curates, send, oob = false }) => (
  <ul id={`waivers-${segment.id}`} class="waivers" hx-swap-oob={oob ? 'true' : undefined}>
    {segment.waivers
      .filter((waiver) => waiver.ended === undefined || isMissed(segment, waiver))
      .map((waiver) => (
        <li class="notice">
          <Asked m={m} waiver={waiver} segment={segment} />
          {waiver.code === 'sense' && waiver.ruling && curates && (
            <a href={`/glossary/concepts/${encodeURIComponent(waiver.concept)}?waiver=${waiver.id}`}>
              {m.waivers.makeRule}
            </a>
          )}
          {waiver.granted === null &&
            waiver.ended !== 'text' &&
            (decides ? <Decide m={m} waiver={waiver} send={send} /> : m.waivers.pending)}
        </li>
      ))}
  </ul>
)

/** Whether a waiver that ended was the last word on an occurrence that is not rendered. */
const isMissed = ({ waivers, ledger }: Shown, { id, concept, sourceStart }: AskedWaiver) =>
  ledger.occurrences.some(
    (occurrence) => occurrence.concept.id === concept && occurrence.source.start === sourceStart && isOpen(occurrence),
  ) && waivers.findLast((waiver) => waiver.concept === concept && waiver.sourceStart === sourceStart)?.id === id

const Asked: FC<{ m: Messages; waiver: AskedWaiver; segment: Shown }> = ({ m, waiver, segment }) => (
  <p>
    <b>{headOf(waiver, m)}</b> <q lang={segment.languages.source}>{waiver.words}</q>. {m.waivers.codes[waiver.code]}.{' '}
    <span lang="">{waiver.reason}</span>
    {waiver.ended && waiver.granted !== false && ` ${m.waivers.ended[waiver.ended]}`}
  </p>
)

function headOf({ granted, ended, askedByName, answer }: AskedWaiver, m: Messages): string {
  if (granted === null) return m.waivers.asked(askedByName)
  if (!granted) return m.waivers.refused(answer ?? '')
  return ended === undefined ? m.waivers.granted : m.waivers.noLonger
}

const Decide: FC<{ m: Messages; waiver: AskedWaiver; send: Send }> = ({ m, waiver: { id, ended }, send }) => (
  <div class="acts">
    {ended === undefined && (
      <button formaction={`/waivers/${id}/grants`} hx-post={`/waivers/${id}/grants`} {...send}>
        {m.waivers.grant}
      </button>
    )}
    <details class="aside">
      <summary>{m.waivers.refuseWhy}</summary>
      <label class="field">
        <span>{m.waivers.answer}</span>
        <input name={`answer-${id}`} lang={m.language.tag} maxlength={1000} />
      </label>
      <button formaction={`/waivers/${id}/refusals`} hx-post={`/waivers/${id}/refusals`} {...send}>
        {m.waivers.refuse}
      </button>
    </details>
  </div>
)
