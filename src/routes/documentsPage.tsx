import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { countsOf, documentsIn } from '../../db/documents.ts'
import { rolesOf } from '../../db/people.ts'
import { projectsOf } from '../../db/projects.ts'
import { DocumentsPage, type Unfinished } from '../../views/documents.tsx'
import type { Desk } from '../desk/desk.ts'
import { dayOf } from '../text/day.ts'
import { type Counts, may } from '../unit.ts'
import { type Environment, shellOf } from './environment.ts'

const NONE: Counts = { all: 0, initial: 0, draft: 0, translated: 0, approved: 0, blocked: 0, stale: 0, asked: 0 }

/** The first page as the person before the screen may see it, with what became of their import if it is not finished. */
export async function documentsPage(c: Context<Environment>, { db }: Desk, unfinished?: Unfinished) {
  const person = c.var.person!
  const projects = await Promise.all(
    (await projectsOf(db, person.id)).map(async ({ id, name, source, target }) => {
      const roles = await rolesOf(db, person.id, id)
      const documents = await documentsIn(db, id)
      const counts = await countsOf(
        db,
        documents.map((document) => document.id),
      )
      return {
        id,
        name,
        languages: { source, target },
        documents: documents.map((document) => ({
          id: document.id,
          name: document.name,
          counts: counts.get(document.id) ?? NONE,
        })),
        may: {
          import: may(roles, 'translator'),
          export: may(roles, 'exporter'),
          settle: may(roles, 'administrator'),
        },
      }
    }),
  )
  return (
    <DocumentsPage
      shell={shellOf(c)}
      projects={projects}
      operation={randomUUID()}
      today={dayOf(new Date())}
      unfinished={unfinished}
    />
  )
}
