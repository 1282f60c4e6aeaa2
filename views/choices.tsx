import type { FC } from 'hono/jsx'

interface Choice {
  value: string
  title: string
  /** What somebody should know before they choose it. */
  note?: string | undefined
}

interface ChoicesProps {
  name: string
  legend: string
  choices: readonly Choice[]
  /** The first one without it. */
  chosen?: string | undefined
  /** Of a page with several forms: which form, so that notes have ids of their own. */
  within?: string
}

/** One of a few, all in sight. */
export const Choices: FC<ChoicesProps> = ({ name, legend, choices, chosen = choices[0]?.value, within = '' }) => (
  <fieldset class="choices">
    <legend>{legend}</legend>
    {choices.map(({ value, title, note }) => {
      const noteId = note === undefined ? undefined : `note${within.replaceAll('/', '-')}-${name}-${value}`
      return (
        <div>
          <label>
            <input type="radio" name={name} value={value} checked={value === chosen} aria-describedby={noteId} />{' '}
            {title}
          </label>
          {note !== undefined && (
            <p id={noteId} class="muted small">
              {note}
            </p>
          )}
        </div>
      )
    })}
  </fieldset>
)
