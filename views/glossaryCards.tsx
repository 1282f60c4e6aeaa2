import type { FC } from 'hono/jsx'
import { type Ledger, type Outcome, renderingsOf } from '../glossary/ledger.ts'
import type { Messages } from '../src/messages/index.ts'
import type { Shown } from './segment.tsx'

/** The glossary beside the active row: a card a concept, in the order they occur, with its renderings to insert by key. */
export const GlossaryCards: FC<{ m: Messages; segment?: Shown; oob?: boolean }> = ({ m, segment, oob = false }) => (
  <section id="glossary" aria-label={m.desk.glossary} hx-swap-oob={oob ? 'true' : undefined}>
    <h2>{m.desk.glossary}</h2>
    {segment === undefined || segment.ledger.occurrences.length === 0 ? (
      <p class="muted">{segment === undefined ? m.desk.noActive : m.desk.noTerms}</p>
    ) : (
      byConcept(segment.ledger).map(({ concept, source, outcomes }, index) => {
        const written = segment.target.trim() !== ''
        const look = written ? worst(outcomes) : 'open'
        const [preferred, ...admitted] = renderingsOf(concept, segment.languages.target)
        return (
          <div class={`card ${look}`}>
            <div class="row">
              <span class="t" lang={segment.languages.source}>
                {source}
                {outcomes.length > 1 && <span class="muted"> × {outcomes.length}</span>}
              </span>
              {index < 9 && <kbd>Alt {index + 1}</kbd>}
            </div>
            {preferred !== undefined && (
              <button
                type="button"
                class="t insert"
                lang={segment.languages.target}
                data-insert={preferred.text}
                data-key={index + 1}
              >
                <span aria-hidden="true">→</span> {preferred.text}
              </button>
            )}
            {admitted.length > 0 && (
              <p class="m">
                {m.desk.also}{' '}
                {admitted.map(({ text }) => (
                  <button type="button" class="insert small" lang={segment.languages.target} data-insert={text}>
                    {text}
                  </button>
                ))}
              </p>
            )}
            <p class="m">
              <span class={`look ${look}`}>{m.outcomes[look]}</span>
              {concept.definition !== undefined && ` · ${concept.definition}`}
            </p>
            {concept.terms.map(({ note }) => note !== undefined && <p class="m">{note}</p>)}
          </div>
        )
      })
    )}
  </section>
)

function byConcept({ occurrences }: Ledger) {
  const cards = new Map<
    string,
    { concept: Ledger['occurrences'][number]['concept']; source: string; outcomes: Outcome[] }
  >()
  for (const { concept, source, outcome } of occurrences) {
    const card = cards.get(concept.id)
    if (card === undefined) cards.set(concept.id, { concept, source: source.text, outcomes: [outcome] })
    else card.outcomes.push(outcome)
  }
  return [...cards.values()]
}

const GRAVITY: readonly Outcome[] = ['missing', 'implied', 'waived', 'rendered']
const worst = (outcomes: readonly Outcome[]) => GRAVITY.find((outcome) => outcomes.includes(outcome))!
