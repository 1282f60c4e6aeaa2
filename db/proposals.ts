import { desc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { LanguagePair } from '../src/unit.ts'
import type { Database, Statement } from './open.ts'
import { visibleTo } from './projects.ts'
import { documents, projects, proposals, segments, user } from './schema.ts'

/** A term somebody proposed, where they read it, and what became of it. */
export type ProposalRow = typeof proposals.$inferSelect & {
  proposedByName: string
  decidedByName: string | null
  documentId: number | null
  document: string | null
  position: number | null
  /** Those of its project. */
  languages: LanguagePair
}

const proposer = alias(user, 'proposer')
const decider = alias(user, 'decider')

const rows = (db: Database) =>
  db
    .select({
      proposal: proposals,
      proposedByName: proposer.name,
      decidedByName: decider.name,
      documentId: documents.id,
      document: documents.name,
      position: segments.position,
      languages: { source: projects.source, target: projects.target },
    })
    .from(proposals)
    .innerJoin(projects, eq(projects.id, proposals.projectId))
    .innerJoin(proposer, eq(proposer.id, proposals.proposedBy))
    .leftJoin(decider, eq(decider.id, proposals.decidedBy))
    .leftJoin(segments, eq(segments.id, proposals.segmentId))
    .leftJoin(documents, eq(documents.id, segments.documentId))

type Found = Awaited<ReturnType<ReturnType<typeof rows>['all']>>[number]
const flat = ({ proposal, ...more }: Found): ProposalRow => ({ ...proposal, ...more })

/** The newest proposals from projects a person may see, those nobody has decided on first. */
export async function proposalsFor(db: Database, personId: string, limit: number): Promise<ProposalRow[]> {
  const found = await rows(db)
    .where(visibleTo(personId, proposals.projectId))
    .orderBy(desc(isNull(proposals.accepted)), desc(proposals.id))
    .limit(limit)
  return found.map(flat)
}

/** How many proposals from projects a person may see nobody has decided on. */
export async function countOpenProposals(db: Database, personId: string): Promise<number> {
  return db.$count(proposals, sql`${isNull(proposals.accepted)} and ${visibleTo(personId, proposals.projectId)}`)
}

/** The proposals of a project nobody has decided on. */
export async function openProposals(db: Database, projectId: number): Promise<ProposalRow[]> {
  const found = await rows(db).where(sql`${isNull(proposals.accepted)} and ${eq(proposals.projectId, projectId)}`)
  return found.map(flat)
}

export async function findProposal(db: Database, id: number, personId: string): Promise<ProposalRow | undefined> {
  const found = await rows(db)
    .where(sql`${eq(proposals.id, id)} and ${visibleTo(personId, proposals.projectId)}`)
    .get()
  return found && flat(found)
}

export type NewProposal = Omit<
  typeof proposals.$inferInsert,
  'id' | 'accepted' | 'conceptId' | 'decidedBy' | 'decidedAt' | 'answer'
>

export const addProposal = (db: Database, proposal: NewProposal): Statement => db.insert(proposals).values(proposal)

export interface ProposalDecision {
  accepted: boolean
  conceptId: string | null
  decidedBy: string
  decidedAt: Date
  answer: string | null
}

/** Accept a proposal or refuse it. The database refuses a second decision. */
export const decideOnProposal = (db: Database, id: number, decision: ProposalDecision): Statement =>
  db.update(proposals).set(decision).where(eq(proposals.id, id))
