import { asc, eq, sql } from 'drizzle-orm'
import type { LanguagePair } from '../src/unit.ts'
import type { Database, Statement } from './open.ts'
import { projects } from './schema.ts'

export type ProjectRow = typeof projects.$inferSelect

/** A condition: the person has a role in the project of this column, or on the whole desk. */
export const visibleTo = (personId: string, projectId: unknown) =>
  sql`exists (select 1 from memberships m where m.user_id = ${personId} and (m.project_id is null or m.project_id = ${projectId}))`

export async function projectsOf(db: Database, personId: string): Promise<ProjectRow[]> {
  return db.select().from(projects).where(visibleTo(personId, projects.id)).orderBy(asc(projects.name))
}

export async function allProjects(db: Database): Promise<ProjectRow[]> {
  return db.select().from(projects).orderBy(asc(projects.name))
}

/** The pairs of languages there are projects in. */
export async function languagePairs(db: Database): Promise<LanguagePair[]> {
  return db.selectDistinct({ source: projects.source, target: projects.target }).from(projects)
}

export async function findProject(db: Database, id: number, personId: string): Promise<ProjectRow | undefined> {
  return db
    .select()
    .from(projects)
    .where(sql`${eq(projects.id, id)} and ${visibleTo(personId, projects.id)}`)
    .get()
}

export async function projectNamed(db: Database, name: string): Promise<ProjectRow | undefined> {
  return db.select().from(projects).where(eq(projects.name, name)).get()
}

export const addProject = (db: Database, project: typeof projects.$inferInsert): Statement =>
  db.insert(projects).values(project)

/** Say how the documents are cut that come in from now on. */
export const setCutting = (db: Database, id: number, cutting: Pick<ProjectRow, 'segmentation' | 'rules'>): Statement =>
  db.update(projects).set(cutting).where(eq(projects.id, id))
