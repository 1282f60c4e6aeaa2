import type { FC } from 'hono/jsx'
import type { Concept } from '../glossary/concept.ts'
import type { GlossaryProblem } from '../glossary/formats/format.ts'
import {
  CONCEPT_KINDS,
  type Mapping,
  type Meaning,
  SPLITS,
  TERM_KINDS,
  writeMapping,
} from '../glossary/formats/mapping.ts'
import type { LintFinding } from '../glossary/lint.ts'
import type { Messages } from '../src/messages/index.ts'
import { ConceptDiff } from './conceptDiff.tsx'
import { Page, type Shell } from './page.tsx'
import { ApplyButtons, CHANGE, TurnedBoth, type Turns } from './turnedTexts.tsx'

/** A file as it was read, and what taking it would do. */
export interface ReadFile {
  name: string
  file: {
    lines: ReadonlyMap<string, number>
    coined: ReadonlySet<string>
    problems: readonly GlossaryProblem[]
    table?: { mapping: Mapping; rows: readonly { cells: readonly string[] }[] }
  }
  plan: {
    added: readonly Concept[]
    changed: readonly { was: Concept; becomes: Concept }[]
    same: number
    idsInFile: ReadonlyMap<string, string>
    findings: readonly LintFinding[]
  }
  /** Whether it can be taken. */
  isWhole: boolean
  /** What taking it would do to what is written; nothing where it would do nothing, or cannot be taken. */
  turns: Turns | undefined
  /** The glossary it was compared with. */
  version: number
  /** The file, packed. */
  kept: string
}

interface GlossaryImportPageProps {
  shell: Shell
  operation: string
  read?: ReadFile
  /** Why nothing of a file could be read. */
  problem?: string
}

/** Of each kind of thing, how many a page shows. */
const SHOWN = 100

/** A glossary file, chosen; or one that was read, before it is taken into the termbase. */
export const GlossaryImportPage: FC<GlossaryImportPageProps> = ({ shell, operation, read, problem }) => {
  const { m } = shell
  return (
    <Page shell={shell} title={m.imports.title}>
      <p>
        <a href="/glossary">{m.termbase.title}</a>
      </p>
      <h1>{read ? m.imports.of(read.name) : m.imports.title}</h1>
      {problem !== undefined && (
        <p class="verdict error" role="alert">
          {problem}
        </p>
      )}
      {read ? <Read m={m} read={read} operation={operation} /> : <Choose m={m} operation={operation} />}
    </Page>
  )
}

const Choose: FC<{ m: Messages; operation: string }> = ({ m, operation }) => (
  <form class="form wide" method="post" action="/glossary/imports" enctype="multipart/form-data">
    <input type="hidden" name="operation" value={operation} />
    <p>{m.imports.what}</p>
    <label class="field">
      <span>{m.imports.file}</span>
      <input type="file" name="file" accept=".csv,.tsv,.txt,.tab,.utf8,.tbx,.xml" required />
    </label>
    <div class="acts">
      <button class="main">{m.imports.look}</button>
    </div>
  </form>
)

const Read: FC<{ m: Messages; read: ReadFile; operation: string }> = ({ m, read, operation }) => {
  const { name, file, plan, turns, version, kept } = read
  const { added, changed, same } = plan
  return (
    <>
      <p role="status">
        {m.imports.would(added.length, changed.length, same)}{' '}
        {turns && m.termbase.wouldTurn(turns.judged, turns.breaks.all, turns.mends.all)}
      </p>
      <Problems
        m={m}
        problems={file.problems}
        findings={plan.findings}
        lineOf={(concept) => file.lines.get(plan.idsInFile.get(concept) ?? concept)}
      />
      <form id={CHANGE} class="form wide" method="post" action="/glossary/imports" enctype="multipart/form-data">
        <input type="hidden" name="operation" value={operation} />
        <input type="hidden" name="name" value={name} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="kept" value={kept} />
        {file.table && <Columns m={m} {...file.table} />}
        {turns && (
          <label class="field">
            <span>{m.termbase.reason}</span>
            <input name="reason" maxlength={1000} placeholder={m.imports.reason(name)} />
          </label>
        )}
        <div class="acts">
          {turns && <ApplyButtons m={m} turns={turns} />}
          <a class="button" href="/glossary/imports">
            {m.imports.another}
          </a>
        </div>
      </form>
      {added.length > 0 && (
        <section>
          <h2>{m.imports.added(added.length)}</h2>
          <table class="list sentences">
            <tbody>
              {added.slice(0, SHOWN).map((concept) => (
                <tr>
                  <th scope="row">
                    {concept.id} <Called m={m} read={read} id={concept.id} />
                  </th>
                  <td>
                    <Terms concept={concept} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {added.length > SHOWN && <p class="muted">{m.termbase.andMore(added.length - SHOWN)}</p>}
        </section>
      )}
      {changed.length > 0 && (
        <section>
          <h2>{m.imports.changed(changed.length)}</h2>
          <table class="list sentences">
            <tbody>
              {changed.slice(0, SHOWN).map(({ was, becomes }) => (
                <tr>
                  <th scope="row">
                    <a href={`/glossary/concepts/${encodeURIComponent(was.id)}`}>{was.id}</a>{' '}
                    <Called m={m} read={read} id={was.id} />
                  </th>
                  <td>
                    <ConceptDiff m={m} before={was} after={becomes} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {changed.length > SHOWN && <p class="muted">{m.termbase.andMore(changed.length - SHOWN)}</p>}
        </section>
      )}
      {turns && <TurnedBoth m={m} turns={turns} />}
    </>
  )
}

/** What the file itself calls a concept, where that is something else. */
const Called: FC<{ m: Messages; read: ReadFile; id: string }> = ({ m, read, id }) => {
  const idInFile = read.plan.idsInFile.get(id)
  if (idInFile === undefined || read.file.coined.has(idInFile)) return null
  return <span class="muted">{m.imports.calledInFile(idInFile)}</span>
}

const Terms: FC<{ concept: Concept }> = ({ concept }) => (
  <ul class="terms">
    {concept.terms.map(({ language, text, status }) => (
      <li>
        <span class="muted">{language}</span>{' '}
        <span lang={language} class={status}>
          {text}
        </span>
      </li>
    ))}
  </ul>
)

interface ProblemsProps {
  m: Messages
  problems: readonly GlossaryProblem[]
  findings: readonly LintFinding[]
  /** Where a concept begins, if it is one of the file. */
  lineOf(concept: string): number | undefined
}

const atLine = (m: Messages, line: number | undefined, said: string) =>
  line === undefined ? said : m.formats.atLine(line, said)

/** What is wrong in the file, errors first; nothing is taken while there is one. */
const Problems: FC<ProblemsProps> = ({ m, problems, findings, lineOf }) => {
  const all = [
    ...problems.map(({ line, severity, message }) => ({ severity, said: m.formats.atLine(line, message(m)) })),
    ...findings.map(({ severity, concept, others = [], message }) => ({
      severity,
      said: atLine(
        m,
        [concept, ...others].map(lineOf).find((line) => line !== undefined),
        message(m),
      ),
    })),
  ].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
  const errors = all.filter(({ severity }) => severity === 'error').length
  if (all.length === 0) return null
  return (
    <section>
      {errors > 0 && (
        <p class="verdict error" role="alert">
          {m.imports.refused(errors)}
        </p>
      )}
      <ul class="findings">
        {all.slice(0, SHOWN).map(({ severity, said }) => (
          <li class={`verdict ${severity}`}>
            <b>{m.severities[severity]}</b> {said}
          </li>
        ))}
      </ul>
      {all.length > SHOWN && <p class="muted">{m.termbase.andMore(all.length - SHOWN)}</p>}
    </section>
  )
}

/** What each column of a table is taken for, beside what stands in it, to be corrected. */
const Columns: FC<{ m: Messages; mapping: Mapping; rows: readonly { cells: readonly string[] }[] }> = (props) => {
  const { m, mapping, rows } = props
  const written = writeMapping(mapping)
  const choices = choicesOf(m, mapping)
  return (
    <fieldset class="columns">
      <legend>{m.imports.columns}</legend>
      <p class="muted">{m.imports.columnsHint}</p>
      <label class="choice">
        <input type="checkbox" name="header" value="yes" checked={mapping.header} /> {m.imports.header}
      </label>
      <table class="list sentences">
        <tbody>
          {written.map((value, at) => (
            <tr>
              <th scope="row">{m.imports.column(at + 1)}</th>
              <td>
                <select name={`column.${at}`} aria-label={m.imports.column(at + 1)}>
                  {[...new Map([[value, value], ...choices])].map(([choice, label]) => (
                    <option value={choice} selected={choice === value}>
                      {label}
                    </option>
                  ))}
                </select>
              </td>
              <td class="cells">
                {rows.map(({ cells }) => (
                  <span>{cells[at]}</span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="acts">
        <button>{m.imports.readSo}</button>
      </div>
    </fieldset>
  )
}

/** All that a column may mean here, as the form carries it, and as people read it. */
function choicesOf(m: Messages, { columns }: Mapping): [value: string, label: string][] {
  const ofTerms = columns.flatMap((meaning, at) => (meaning.kind === 'term' ? [at] : []))
  const languages = new Set([
    ...columns.flatMap((meaning) => (meaning.kind === 'term' ? [meaning.language] : [])),
    ...['fr', 'en'],
  ])
  const meanings: Meaning[] = [
    { kind: 'ignore' },
    ...[...languages].flatMap((language): Meaning[] => [
      { kind: 'term', language },
      ...SPLITS.map((split): Meaning => ({ kind: 'term', language, split })),
    ]),
    ...TERM_KINDS.flatMap((kind): Meaning[] => [{ kind }, ...ofTerms.map((of) => ({ kind, of }))]),
    ...CONCEPT_KINDS.map((kind): Meaning => ({ kind })),
  ]
  const values = writeMapping({ header: false, columns: meanings })
  return meanings.map((meaning, at) => [values[at]!, labelOf(m, meaning)])
}

function labelOf(m: Messages, meaning: Meaning): string {
  if (meaning.kind === 'term') return m.imports.terms(m.languages(meaning.language), meaning.split)
  const label = m.imports.kinds[meaning.kind]
  return 'of' in meaning && meaning.of !== undefined ? m.imports.ofColumn(label, meaning.of + 1) : label
}
