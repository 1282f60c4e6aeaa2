import { sql } from 'drizzle-orm'
import { blob, check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { type Concept, TERM_STATUSES } from '../glossary/concept.ts'
import { OUTCOMES } from '../glossary/ledger.ts'
import { ASKED_ENCODINGS } from '../src/text/encoding.ts'
import { type Code, KINDS, ROLES, SEGMENTATIONS, type Slot, STATES, WAIVER_CODES } from '../src/unit.ts'
import { user } from './auth-schema.ts'

export * from './auth-schema.ts'

/** UTC, milliseconds. For people to read: order is by sequence, never by time. */
const at = (name = 'at') => integer(name, { mode: 'timestamp_ms' }).notNull()

/** Where a revision's text came from. */
export const ORIGINS = ['typed', 'sample', 'glossary', 'import'] as const

/** What people do, as the audit and the live sequence record it. */
export const ACTS = [
  'project',
  'import',
  'save',
  'submit',
  'reject',
  'approve',
  'withdraw',
  'ask',
  'waive',
  'refuse',
  'date',
  'change',
  'propose',
  'answer',
  'member',
  'fill',
  'remember',
  'forget',
] as const
export type Act = (typeof ACTS)[number]

export const projects = sqliteTable('projects', {
  id: integer('id').primaryKey(),
  name: text('name').notNull().unique(),
  source: text('source').notNull(),
  target: text('target').notNull(),
  /** What a row of the desk is. */
  segmentation: text('segmentation', { enum: SEGMENTATIONS }).notNull().default('sentence'),
  /** Where sentences end, as an SRX file; ours without one. */
  rules: text('rules'),
  createdAt: at('created_at'),
})

/** A role somebody has in a project; without a project, on the whole desk. */
export const memberships = sqliteTable(
  'memberships',
  {
    id: integer('id').primaryKey(),
    projectId: integer('project_id').references(() => projects.id),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    role: text('role', { enum: ROLES }).notNull(),
  },
  (table) => [
    uniqueIndex('memberships_once').on(table.userId, table.role, table.projectId),
    uniqueIndex('memberships_everywhere').on(table.userId, table.role).where(sql`project_id is null`),
  ],
)

/** A single-use link that lets its holder set a password. Only the hash of its token is kept. */
export const invitations = sqliteTable('invitations', {
  tokenHash: text('token_hash').primaryKey(),
  /** Whose password; nobody's yet for the link that makes the first administrator. */
  userId: text('user_id').references(() => user.id, { onDelete: 'cascade' }),
  expiresAt: at('expires_at'),
  usedAt: integer('used_at', { mode: 'timestamp_ms' }),
})

export const documents = sqliteTable(
  'documents',
  {
    id: integer('id').primaryKey(),
    projectId: integer('project_id')
      .notNull()
      .references(() => projects.id),
    name: text('name').notNull(),
    format: text('format').notNull(),
    original: blob('original', { mode: 'buffer' }).notNull(),
    /** Of the original, where somebody had to be asked. */
    encoding: text('encoding', { enum: ASKED_ENCODINGS }),
    sha256: text('sha256').notNull(),
    /** The day the text is of, ISO 8601: by what holds on it the text is judged. */
    date: text('date').notNull().default('1970-01-01'),
    importedBy: text('imported_by').references(() => user.id),
    importedAt: at('imported_at'),
  },
  (table) => [uniqueIndex('documents_once').on(table.projectId, table.sha256)],
)

/** Where a memory is: on its way in, there for everybody, or gone but for rows that are still to be swept. */
export const MEMORY_STATES = ['coming', 'there', 'removed'] as const

/** The units of a bilingual file, kept for reuse. Nobody sees it before it is whole. Its id is never another's. */
export const memories = sqliteTable(
  'memories',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    projectId: integer('project_id')
      .notNull()
      .references(() => projects.id),
    name: text('name').notNull(),
    format: text('format').notNull(),
    source: text('source').notNull(),
    target: text('target').notNull(),
    state: text('state', { enum: MEMORY_STATES }).notNull().default('coming'),
    /** Bytes that are expected, where somebody said how many. */
    size: integer('size'),
    /** Bytes read so far. */
    bytes: integer('bytes').notNull().default(0),
    /** Kept so far. */
    units: integer('units').notNull().default(0),
    /** Units of the file that are in other languages. */
    passedOver: integer('passed_over').notNull().default(0),
    /** Of the file's bytes, known when all have come. */
    sha256: text('sha256'),
    operationId: text('operation_id').notNull(),
    importedBy: text('imported_by').references(() => user.id),
    begunAt: at('begun_at'),
    /** When it was last heard of on its way in, in the end when it was there. */
    importedAt: at('imported_at'),
  },
  (table) => [
    uniqueIndex('memories_once').on(table.projectId, table.sha256).where(sql`state = 'there'`),
    uniqueIndex('memories_operation').on(table.operationId).where(sql`state <> 'removed'`),
    check('memories_state_known', sql`state in ('coming', 'there', 'removed')`),
  ],
)

/** A unit of a memory, as its file has it. `more` is what else the file says of it, as JSON. */
export const memoryUnits = sqliteTable(
  'memory_units',
  {
    memoryId: integer('memory_id')
      .notNull()
      .references(() => memories.id),
    position: integer('position').notNull(),
    source: text('source').notNull(),
    target: text('target').notNull(),
    state: text('state', { enum: STATES }).notNull(),
    more: text('more'),
  },
  (table) => [primaryKey({ columns: [table.memoryId, table.position] })],
)

/** What a bilingual document says is done, until its texts are judged and handed over: what is left of an import that was cut short. */
export const handovers = sqliteTable('handovers', {
  documentId: integer('document_id')
    .primaryKey()
    .references(() => documents.id),
  /** Of its segments. */
  positions: text('positions', { mode: 'json' }).$type<readonly number[]>().notNull(),
})

/** A source sentence, and where work on it is. `head` is the number of its newest revision, 0 before the first. */
export const segments = sqliteTable(
  'segments',
  {
    id: integer('id').primaryKey(),
    documentId: integer('document_id')
      .notNull()
      .references(() => documents.id),
    position: integer('position').notNull(),
    paragraph: integer('paragraph').notNull(),
    kind: text('kind', { enum: KINDS }).notNull(),
    source: text('source').notNull(),
    codes: text('codes', { mode: 'json' }).$type<readonly Code[]>().notNull(),
    /** The white space between it and the segment before it in the same slot. */
    gap: text('gap').notNull().default(''),
    /** Where in the document it stands, with those behind it that have none of their own. */
    slot: text('slot', { mode: 'json' }).$type<Slot>(),
    /** What the document says of it. */
    note: text('note'),
    /** The source as it is searched. */
    searched: text('searched').notNull().default(''),
    head: integer('head').notNull().default(0),
    state: text('state', { enum: STATES }).notNull().default('initial'),
    /** Approved, and the glossary changed under it so that its ledger balances no more. */
    stale: integer('stale', { mode: 'boolean' }).notNull().default(false),
    /** The newest verdict on its newest text. */
    ledgerId: integer('ledger_id'),
    /** The newest glossary version that this verdict is known to be the one of. */
    judgedBy: integer('judged_by'),
  },
  (table) => [
    uniqueIndex('segments_position').on(table.documentId, table.position),
    index('segments_state').on(table.documentId, table.state),
    index('segments_judged').on(table.judgedBy),
    check('segments_state_known', sql`state in ('initial', 'draft', 'translated', 'approved')`),
  ],
)

/** One immutable text of a segment. Triggers keep the numbers without gaps and move the segment's head. */
export const revisions = sqliteTable(
  'revisions',
  {
    segmentId: integer('segment_id')
      .notNull()
      .references(() => segments.id),
    number: integer('number').notNull(),
    target: text('target').notNull(),
    /** The target as it is searched. */
    searched: text('searched').notNull().default(''),
    author: text('author')
      .notNull()
      .references(() => user.id),
    origin: text('origin', { enum: ORIGINS }).notNull(),
    operationId: text('operation_id').notNull().unique(),
    at: at(),
  },
  (table) => [primaryKey({ columns: [table.segmentId, table.number] })],
)

/** What the desk judges by: the content of the termbase and the engine that reads it. The newest is in force. */
export const glossaryVersions = sqliteTable(
  'glossary_versions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    termbase: text('termbase').notNull(),
    engine: text('engine').notNull(),
    at: at(),
  },
  (table) => [index('glossary_versions_what').on(table.termbase, table.engine)],
)

/** A concept as it was put into force: its entry, or nothing when it was retired. The newest is the one that counts. */
export const conceptRevisions = sqliteTable(
  'concept_revisions',
  {
    conceptId: text('concept_id').notNull(),
    number: integer('number').notNull(),
    entry: text('entry', { mode: 'json' }).$type<Concept>(),
    glossaryVersion: integer('glossary_version')
      .notNull()
      .references(() => glossaryVersions.id),
    /** Nobody, for what came with the desk. */
    author: text('author').references(() => user.id),
    reason: text('reason').notNull(),
    at: at(),
  },
  (table) => [
    primaryKey({ columns: [table.conceptId, table.number] }),
    index('concept_revisions_version').on(table.glossaryVersion),
  ],
)

/** A term somebody would have in the glossary, from words they read or wrote. */
export const proposals = sqliteTable(
  'proposals',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    projectId: integer('project_id')
      .notNull()
      .references(() => projects.id),
    segmentId: integer('segment_id').references(() => segments.id),
    source: text('source').notNull(),
    target: text('target').notNull(),
    note: text('note').notNull(),
    proposedBy: text('proposed_by')
      .notNull()
      .references(() => user.id),
    proposedAt: at('proposed_at'),
    accepted: integer('accepted', { mode: 'boolean' }),
    /** The concept it became, or became part of. */
    conceptId: text('concept_id'),
    decidedBy: text('decided_by').references(() => user.id),
    decidedAt: integer('decided_at', { mode: 'timestamp_ms' }),
    answer: text('answer'),
  },
  (table) => [index('proposals_open').on(table.accepted)],
)

/**
 * The verdict on one revision under one glossary version. A later one of the same two takes its place: what is written
 * further up in the document has changed, or a waiver was granted.
 */
export const ledgers = sqliteTable(
  'ledgers',
  {
    id: integer('id').primaryKey(),
    segmentId: integer('segment_id').notNull(),
    revision: integer('revision').notNull(),
    glossaryVersion: integer('glossary_version')
      .notNull()
      .references(() => glossaryVersions.id),
    balanced: integer('balanced', { mode: 'boolean' }).notNull(),
  },
  (table) => [index('ledgers_revision').on(table.segmentId, table.revision, table.glossaryVersion)],
)

/** One line of a ledger: a term in the source and what became of it. Spans are UTF-16 offsets in the tagged texts. */
export const occurrences = sqliteTable(
  'occurrences',
  {
    ledgerId: integer('ledger_id')
      .notNull()
      .references(() => ledgers.id),
    ordinal: integer('ordinal').notNull(),
    concept: text('concept').notNull(),
    sourceStart: integer('source_start').notNull(),
    sourceEnd: integer('source_end').notNull(),
    outcome: text('outcome', { enum: OUTCOMES }).notNull(),
    targetStart: integer('target_start'),
    targetEnd: integer('target_end'),
    /** The waiver that excepts it. */
    waiverId: integer('waiver_id').references(() => waivers.id),
  },
  (table) => [primaryKey({ columns: [table.ledgerId, table.ordinal] }), index('occurrences_concept').on(table.concept)],
)

/** A forbidden or superseded term standing in the target. */
export const misuses = sqliteTable(
  'misuses',
  {
    ledgerId: integer('ledger_id')
      .notNull()
      .references(() => ledgers.id),
    ordinal: integer('ordinal').notNull(),
    concept: text('concept').notNull(),
    status: text('status', { enum: TERM_STATUSES }).notNull(),
    targetStart: integer('target_start').notNull(),
    targetEnd: integer('target_end').notNull(),
  },
  (table) => [primaryKey({ columns: [table.ledgerId, table.ordinal] })],
)

/** Where a document renders a concept that wants its full form at the first of these places. */
export const mentions = sqliteTable(
  'mentions',
  {
    documentId: integer('document_id').notNull(),
    concept: text('concept').notNull(),
    position: integer('position').notNull(),
    segmentId: integer('segment_id')
      .notNull()
      .references(() => segments.id),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.concept, table.position] }),
    index('mentions_segment').on(table.segmentId),
  ],
)

/**
 * Why one occurrence in one revision need not be rendered: asked for by somebody, granted or refused by somebody who did
 * not write the text. It holds for that revision, for these words of the source and for the concept as it then was.
 */
export const waivers = sqliteTable(
  'waivers',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    segmentId: integer('segment_id').notNull(),
    revision: integer('revision').notNull(),
    concept: text('concept').notNull(),
    /** What the concept was, as the termbase tells it from what it may become. */
    conceptVersion: text('concept_version').notNull(),
    sourceStart: integer('source_start').notNull(),
    sourceEnd: integer('source_end').notNull(),
    code: text('code', { enum: WAIVER_CODES }).notNull(),
    reason: text('reason').notNull(),
    askedBy: text('asked_by')
      .notNull()
      .references(() => user.id),
    askedAt: at('asked_at'),
    granted: integer('granted', { mode: 'boolean' }),
    decidedBy: text('decided_by').references(() => user.id),
    decidedAt: integer('decided_at', { mode: 'timestamp_ms' }),
    /** Why it was refused. */
    answer: text('answer'),
  },
  (table) => [index('waivers_segment').on(table.segmentId), index('waivers_concept').on(table.concept)],
)

/** A signature under one revision as judged by one glossary version. Triggers refuse one that may not stand. */
export const approvals = sqliteTable(
  'approvals',
  {
    id: integer('id').primaryKey(),
    segmentId: integer('segment_id').notNull(),
    revision: integer('revision').notNull(),
    glossaryVersion: integer('glossary_version').notNull(),
    /** The verdict that was signed. */
    ledgerId: integer('ledger_id').references(() => ledgers.id),
    by: text('by')
      .notNull()
      .references(() => user.id),
    at: at(),
    withdrawnBy: text('withdrawn_by').references(() => user.id),
    withdrawnAt: integer('withdrawn_at', { mode: 'timestamp_ms' }),
  },
  (table) => [uniqueIndex('approvals_standing').on(table.segmentId).where(sql`withdrawn_at is null`)],
)

/** A reviewer's no, with the reason the translator reads. */
export const rejections = sqliteTable(
  'rejections',
  {
    id: integer('id').primaryKey(),
    segmentId: integer('segment_id')
      .notNull()
      .references(() => segments.id),
    revision: integer('revision').notNull(),
    reason: text('reason').notNull(),
    by: text('by')
      .notNull()
      .references(() => user.id),
    at: at(),
  },
  (table) => [index('rejections_segment').on(table.segmentId)],
)

/** Everything anybody did, append-only and in order. An operation id stands here once: a request repeated has one effect. */
export const events = sqliteTable(
  'events',
  {
    sequence: integer('sequence').primaryKey({ autoIncrement: true }),
    operationId: text('operation_id').notNull().unique(),
    act: text('act', { enum: ACTS }).notNull(),
    by: text('by').references(() => user.id),
    projectId: integer('project_id'),
    documentId: integer('document_id'),
    segmentId: integer('segment_id'),
    memoryId: integer('memory_id'),
    at: at(),
  },
  (table) => [index('events_segment').on(table.segmentId)],
)
