import type { FC } from 'hono/jsx'
import { type Concept, MATCHES, PARTS_OF_SPEECH, TERM_STATUSES, TERM_TYPES, type Term } from '../glossary/concept.ts'
import { type Condition, writeCondition } from '../glossary/condition.ts'
import { BLANK_TERM, CONCEPT_COLUMNS, TERM_COLUMNS } from '../glossary/formats/columns.ts'
import type { Messages } from '../src/messages/index.ts'

/** A condition the form holds that is not in force yet: of which term, and from which sentence. */
export interface AddedRule {
  term: Pick<Term, 'language' | 'text'>
  condition: Condition
  sentence: string
}

interface ConceptFormProps {
  m: Messages
  path: string
  concept: Concept | undefined
  /** The revision this form is drawn from. */
  base: number
  operation: string
  isNew: boolean
  /** Why, as far as it was said. */
  reason: string
  proposal?: { id: number; proposedByName: string } | undefined
  rule?: AddedRule | undefined
}

/** A concept with its terms, to be changed: fields are named as the columns of a glossary CSV. */
export const ConceptForm: FC<ConceptFormProps> = ({
  m,
  path,
  concept,
  base,
  operation,
  isNew,
  reason,
  proposal,
  rule,
}) => {
  const terms = concept?.terms ?? []
  const rows = [...terms, blank('fr'), blank('en')]
  return (
    <form class="form wide" method="post" action={path}>
      <input type="hidden" name="operation" value={operation} />
      <input type="hidden" name="base" value={base} />
      {proposal && <input type="hidden" name="proposal" value={proposal.id} />}
      {rule && (
        <p class="notice">
          {m.termbase.ruleAdded(rule.term.text, writeCondition(rule.condition))}{' '}
          <q lang={rule.term.language}>{rule.sentence}</q>
        </p>
      )}
      <div class="fields">
        <Field m={m} name="subject" value={cellOf(concept, 'subject')} />
        <Field m={m} name="definition" value={cellOf(concept, 'definition')} long />
        <Choice m={m} name="first_mention" value={cellOf(concept, 'first_mention')} values={['full']} />
        <Choice m={m} name="every_occurrence" value={cellOf(concept, 'every_occurrence')} values={['yes']} />
        <Field m={m} name="concept_valid_from" value={cellOf(concept, 'concept_valid_from')} type="date" />
        <Field m={m} name="concept_valid_until" value={cellOf(concept, 'concept_valid_until')} type="date" />
      </div>
      {rows.map((term, row) => (
        <TermFields
          m={m}
          term={term}
          row={row}
          isNew={row >= terms.length}
          open={term.text === rule?.term.text && term.language === rule.term.language}
        />
      ))}
      <label class="field">
        <span>{m.termbase.reason}</span>
        <input
          name="reason"
          maxlength={1000}
          value={reason || (proposal ? m.proposals.reason(proposal.proposedByName) : '')}
        />
      </label>
      {proposal && (
        <label class="field">
          <span>{m.proposals.answer(proposal.proposedByName)}</span>
          <input name="answer" maxlength={1000} lang="" />
        </label>
      )}
      <div class="acts">
        <button class="main">{m.termbase.preview}</button>
        {!isNew && (
          <button name="retire" value="yes">
            {m.termbase.retire}
          </button>
        )}
      </div>
    </form>
  )
}

const blank = (language: string): Term => ({ ...BLANK_TERM, language, status: 'admitted' })

const cellOf = (concept: Concept | undefined, name: string): string =>
  (concept && CONCEPT_COLUMNS.find((column) => column.name === name)?.write(concept)) ?? ''

/** The fields of a term that are seldom filled in. */
const MORE = [
  'part_of_speech',
  'term_type',
  'gender',
  'number',
  'variants',
  'applies_when',
  'not_when',
  'valid_from',
  'valid_until',
  'note',
  'source',
  'context',
]

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  part_of_speech: PARTS_OF_SPEECH,
  term_type: TERM_TYPES,
}

interface TermFieldsProps {
  m: Messages
  term: Term
  row: number
  isNew: boolean
  /** Whether its seldom fields are shown. */
  open: boolean
}

const TermFields: FC<TermFieldsProps> = ({ m, term, row, isNew, open }) => {
  const written = new Map(TERM_COLUMNS.map(({ name, write }) => [name, write(term) ?? '']))
  const name = (column: string) => `${column}.${row}`
  return (
    <fieldset class={`term ${term.status}`}>
      <legend class="visually-hidden">{isNew ? m.termbase.newTerm : term.text}</legend>
      {term.extra && <input type="hidden" name={name('extra')} value={JSON.stringify(term.extra)} />}
      <div class="fields">
        <Field m={m} name={name('lang')} label={m.termbase.columns['lang']} value={written.get('lang')!} narrow />
        <Field
          m={m}
          name={name('term')}
          label={isNew ? m.termbase.newTerm : m.termbase.columns['term']}
          value={written.get('term')!}
          lang={term.language}
          long
        />
        <label class="field">
          <span>{m.termbase.columns['status']}</span>
          <select name={name('status')}>
            {TERM_STATUSES.map((status) => (
              <option value={status} selected={status === term.status}>
                {m.termbase.statuses[status]}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{m.termbase.columns['match']}</span>
          <select name={name('match')}>
            {MATCHES.map((match) => (
              <option value={match} selected={match === term.match}>
                {m.termbase.matches[match]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <details open={open}>
        <summary>{m.termbase.more(MORE.filter((column) => written.get(column) !== '').length)}</summary>
        <div class="fields">
          {MORE.map((column) => {
            const label = m.termbase.columns[column]
            const value = written.get(column)!
            const values = CHOICES[column]
            if (values) return <Choice m={m} name={name(column)} label={label} value={value} values={values} />
            const type = column.startsWith('valid_') ? 'date' : undefined
            return <Field m={m} name={name(column)} label={label} value={value} type={type} />
          })}
        </div>
      </details>
    </fieldset>
  )
}

interface FieldProps {
  m: Messages
  name: string
  label?: string | undefined
  value: string
  type?: string | undefined
  lang?: string
  long?: boolean
  narrow?: boolean
}

/** Columns in which people write sentences. */
const PROSE = /^(?:definition|note|context)\b/u

const Field: FC<FieldProps> = (props) => {
  const { m, name, label, value, type, lang, long = false, narrow = false } = props
  if (PROSE.test(name)) return <Prose {...props} />
  return (
    <label class={`field ${long ? 'long' : ''} ${narrow ? 'narrow' : ''}`}>
      <span>{label ?? m.termbase.columns[name]}</span>
      <input name={name} value={value} type={type} lang={lang} />
    </label>
  )
}

const Prose: FC<FieldProps> = ({ m, name, label, value }) => (
  <label class="field long">
    <span>{label ?? m.termbase.columns[name]}</span>
    <textarea name={name} rows={1}>
      {value}
    </textarea>
  </label>
)

const Choice: FC<Omit<FieldProps, 'type'> & { values: readonly string[] }> = ({ m, name, label, value, values }) => (
  <label class="field">
    <span>{label ?? m.termbase.columns[name]}</span>
    <select name={name}>
      <option value="">–</option>
      {values.map((one) => (
        <option value={one} selected={one === value}>
          {m.termbase.values[one] ?? one}
        </option>
      ))}
    </select>
  </label>
)
