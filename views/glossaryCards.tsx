import type { FC } from 'hono/jsx'
import type { Messages } from '../src/messages/index.ts'
import { type Card, cardsOf } from './concepts.ts'
import type { Shown } from './segment.tsx'

/** The glossary beside the active row: a card a concept, in the order they occur, with its renderings to insert by key. */
export const GlossaryCards: FC<{ m: Messages; segment?: Shown; oob?: boolean }> = ({ m, segment, oob = false }) => (
  <section id="glossary" aria-label={m.desk.glossary} hx-swap-oob={oob ? 'true' : undefined}>
    <h2>{m.desk.glossary}</h2>
    {segment === undefined ? (
      <p class="muted">{m.desk.noActive}</p>
    ) : segment.ledger.occurrences.length === 0 ? (
      <p class="muted">{m.desk.noTerms}</p>
    ) : (
      cardsOf(segment.ledger, segment.target.trim() !== '').map((card) => (
        <GlossaryCard m={m} card={card} segment={segment} />
      ))
    )}
  </section>
)

const GlossaryCard: FC<{ m: Messages; card: Card; segment: Shown }> = ({ m, card, segment }) => {
  const { concept, source, count, look, key } = card
  const [preferred, ...admitted] = card.renderings
  return (
    <div class={`card ${look}`}>
      <div class="row">
        <span class="t">
          <a href={`/glossary/concepts/${encodeURIComponent(concept.id)}`} lang={segment.languages.source}>
            {source}
          </a>
          {count > 1 && <span class="muted"> × {count}</span>}
        </span>
        {key !== undefined && <kbd>Alt {key}</kbd>}
      </div>
      {preferred !== undefined && (
        <button type="button" class="t insert" lang={segment.languages.target} data-insert={preferred} data-key={key}>
          <span aria-hidden="true">→</span> {preferred}
        </button>
      )}
      {admitted.length > 0 && (
        <p class="m">
          {m.desk.also}{' '}
          {admitted.map((text) => (
            <button type="button" class="insert small" lang={segment.languages.target} data-insert={text}>
              {text}
            </button>
          ))}
        </p>
      )}
      <p class="m">
        <span class={`look ${look}`}>{m.outcomes[look]}</span>
        {concept.definition !== undefined && (
          <>
            {' · '}
            <span lang="en">{concept.definition}</span>
          </>
        )}
      </p>
      {concept.terms.map(
        ({ note }) =>
          note !== undefined && (
            <p class="m" lang="en">
              {note}
            </p>
          ),
      )}
    </div>
  )
}
