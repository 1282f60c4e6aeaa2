import type { FC } from 'hono/jsx'
import type { Messages } from '../src/messages/index.ts'
import type { Place } from '../src/unit.ts'
import { Page, type Shell } from './page.tsx'
import { addressOf } from './place.ts'

/** A phrase that may be a term, and some of the sentences it stands in; `start` and `end` are offsets in these. */
export interface CandidateShown {
  text: string
  occurrences: number
  segments: number
  sentences: readonly {
    place: Place
    text: string
    start: number
    end: number
  }[]
}

interface CandidatesPageProps {
  shell: Shell
  projects: readonly { id: number; name: string; source: string }[]
  /** The one looked at. */
  project: { id: number; source: string } | undefined
  candidates: readonly CandidateShown[]
  curates: boolean
}

/** What the texts of a project say again and again, and the glossary does not know. */
export const CandidatesPage: FC<CandidatesPageProps> = ({ shell, projects, project, candidates, curates }) => {
  const { m } = shell
  return (
    <Page shell={shell} title={m.candidates.title}>
      <p>
        <a href="/glossary">{m.termbase.title}</a>
      </p>
      <h1>{m.candidates.title}</h1>
      <p>{m.candidates.what}</p>
      {projects.length > 1 && (
        <form class="filled" method="get" action="/glossary/candidates">
          <label class="field">
            <span>{m.candidates.project}</span>
            <select name="project">
              {projects.map(({ id, name }) => (
                <option value={id} selected={id === project?.id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <button>{m.candidates.look}</button>
        </form>
      )}
      {project === undefined || candidates.length === 0 ? (
        <p class="muted empty">{m.candidates.none}</p>
      ) : (
        <table class="list candidates">
          <tbody>
            {candidates.map((candidate) => (
              <Candidate m={m} candidate={candidate} language={project.source} curates={curates} />
            ))}
          </tbody>
        </table>
      )}
    </Page>
  )
}

interface CandidateProps {
  m: Messages
  candidate: CandidateShown
  language: string
  curates: boolean
}

const Candidate: FC<CandidateProps> = ({ m, candidate, language, curates }) => {
  const { text, occurrences, segments, sentences } = candidate
  return (
    <tr>
      <th scope="row" lang={language}>
        {text}
      </th>
      <td>
        <details>
          <summary>{m.candidates.stands(occurrences, segments)}</summary>
          <ul class="examples">
            {sentences.map(({ place, text, start, end }) => (
              <li>
                <a href={addressOf(place)}>{m.desk.segmentNumber(place.position)}</a>{' '}
                <span lang={language}>
                  {text.slice(0, start)}
                  <b>{text.slice(start, end)}</b>
                  {text.slice(end)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      </td>
      {curates && (
        <td>
          <a href={`/glossary/concepts/new?term=${encodeURIComponent(text)}`}>{m.termbase.newConcept}</a>
        </td>
      )}
    </tr>
  )
}
