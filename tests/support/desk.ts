import { randomUUID } from 'node:crypto'
import { generateSignedCookie } from 'hono/cookie'
import { expect, vi } from 'vitest'
import { write } from '../../db/open.ts'
import { addMembership, addUser } from '../../db/people.ts'
import type { ProjectRow } from '../../db/projects.ts'
import { findSegment, type SegmentRow, segmentsAfter } from '../../db/segments.ts'
import type { Concept } from '../../glossary/concept.ts'
import { createApp } from '../../src/app.tsx'
import { addProject } from '../../src/desk/addProject.ts'
import { adoptGlossary } from '../../src/desk/adoptGlossary.ts'
import { approve } from '../../src/desk/approve.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { importDocument } from '../../src/desk/importDocument.ts'
import { saveTarget } from '../../src/desk/saveTarget.ts'
import { submit } from '../../src/desk/submit.ts'
import { createAuth } from '../../src/people/auth.ts'
import { ROLES, type Role } from '../../src/unit.ts'
import { concept } from '../glossary/concepts.ts'
import { migrated } from './database.ts'

// The first desk of a file migrates a database and compiles everything, perhaps on a machine that does much else.
vi.setConfig({ testTimeout: 20_000 })

/** The termbase of the tests' desks: small, and nobody curates it. */
export const CONCEPTS: readonly Concept[] = [
  concept('special-forces', 'forces spéciales', { preferred: ['special forces'], forbidden: ['commandos'] }),
  concept('minsk-group', 'Groupe de Minsk', { preferred: ['Minsk Group'], admitted: ['OSCE Minsk Group'] }),
  concept('ceasefire', 'cessez-le-feu', { preferred: ['ceasefire'], superseded: ['armistice'] }),
]

/** A French sentence, an English one that meets the glossary and one that does not. The fourth has no term in it. */
export const SENTENCES = [
  ['Les forces spéciales sont parties.', 'The special forces have left.', 'The soldiers have left.'],
  [
    'Le Groupe de Minsk se réunit à Vienne.',
    'The Minsk Group is meeting in Vienna.',
    'The group is meeting in Vienna.',
  ],
  ['Le cessez-le-feu tient depuis lundi.', 'The ceasefire has held since Monday.', 'The truce has held since Monday.'],
  ['La séance est levée.', 'The meeting is adjourned.', 'The meeting is over, say the commandos.'],
  [
    'Les forces spéciales respectent le cessez-le-feu.',
    'The special forces are keeping to the ceasefire.',
    'The special forces, or commandos, are keeping to the ceasefire.',
  ],
  [
    'Le Groupe de Minsk salue le cessez-le-feu.',
    'The OSCE Minsk Group welcomes the ceasefire.',
    'The Minsk Group welcomes it.',
  ],
] as const

export const SOURCES = SENTENCES.map(([source]) => source)
export const right = (position: number): string => SENTENCES[position - 1]![1]
export const wrong = (position: number): string => SENTENCES[position - 1]![2]

export const LANGUAGES = { source: 'fr', target: 'en' }

interface Settings {
  concepts?: readonly Concept[]
  /** One a paragraph. */
  sources?: readonly string[]
  project?: string
  name?: string
}

/**
 * A desk over a database of the test's own, with one document. The ids of its segments are their positions; the ids of
 * its people are the names of their roles: `translator`, `reviewer`, `exporter`, `administrator` of the project, `stranger` with
 * every role in another one.
 */
export async function testDesk({ concepts = CONCEPTS, sources = SOURCES, ...names }: Settings = {}) {
  const { db } = await migrated()
  const desk = await adoptGlossary(db, concepts)
  const project = await addProject(desk, {
    name: names.project ?? 'Konya',
    languages: LANGUAGES,
    by: null,
    operationId: randomUUID(),
  })
  const document = await imported(desk, project, names.name ?? 'article.txt', sources.join('\n'))

  /** Somebody with these roles in the project. Their id is their name. */
  async function person(id: string, ...roles: Role[]): Promise<string> {
    const email = emailOf(id)
    await write(db, [
      addUser(db, { id, name: id, email }, new Date()),
      ...roles.map((role) => addMembership(db, email, role, project.id)),
    ])
    return id
  }
  for (const role of ROLES) await person(role, role)
  await person('stranger')
  const elsewhere = await addProject(desk, {
    name: 'Elsewhere',
    languages: LANGUAGES,
    by: null,
    operationId: randomUUID(),
  })
  await write(
    db,
    ROLES.map((role) => addMembership(db, emailOf('stranger'), role, elsewhere.id)),
  )

  /** A segment as the administrator sees it. */
  const row = async (position: number): Promise<SegmentRow> => (await findSegment(db, position, 'administrator'))!

  const save = async (position: number, target: string, by = 'translator') =>
    saveTarget(desk, {
      segmentId: position,
      base: (await row(position)).head,
      target,
      by,
      operationId: randomUUID(),
    })

  async function translated(position: number, by = 'translator', target = right(position)) {
    await save(position, target, by)
    const revision = (await row(position)).head
    return submit(desk, { segmentId: position, revision, by, operationId: randomUUID() })
  }

  async function approved(position: number, by = 'reviewer') {
    const { head: revision } = await translated(position)
    return approve(desk, { segmentId: position, revision, by, operationId: randomUUID() })
  }

  return {
    db,
    desk,
    project,
    document,
    person,
    row,
    rows: () => segmentsAfter(db, document.id, { show: 'all' }, 0, 10_000),
    save,
    translated,
    approved,
    /** Run raw SQL, as somebody with a database tool would. */
    sql: (statement: string, ...args: (string | number | null)[]) => db.$client.execute({ sql: statement, args }),
    count: async (table: string) => Number((await db.$client.execute(`select count(*) n from ${table}`)).rows[0]!['n']),
  }
}

export type TestDesk = Awaited<ReturnType<typeof testDesk>>

export const imported = (desk: Desk, project: ProjectRow, name: string, text: string) =>
  importDocument(desk, { project, name, bytes: Buffer.from(text), by: null, operationId: randomUUID() })

/** The application over a desk, and browsers of people signed in to it. */
export function served({ db, desk }: Pick<TestDesk, 'db' | 'desk'>) {
  const auth = createAuth(db, { secret: 'only-for-tests-only-for-tests-only', publicUrl: 'http://desk.example' })
  const app = createApp(desk, auth)

  /** Somebody's browser, with a session the sign-in library made without asking for a password, which takes it long. Its requests say they come from the desk's own pages. */
  async function browser(id: string) {
    const { internalAdapter, authCookies, secret } = await auth.$context
    const { token } = await internalAdapter.createSession(id)
    const cookie = (await generateSignedCookie(authCookies.sessionToken.name, token, secret)).split(';')[0]!

    const ask = (path: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers)
      headers.set('Cookie', cookie)
      if (!headers.has('Sec-Fetch-Site')) headers.set('Sec-Fetch-Site', 'same-origin')
      return app.request(path, { ...init, headers })
    }
    return {
      ask,
      get: (path: string) => ask(path),
      post: (path: string, fields: Readonly<Record<string, string | number>> = {}, headers: HeadersInit = {}) => {
        const form = Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)])
        return ask(path, { method: 'POST', body: new URLSearchParams(form), headers })
      },
    }
  }

  return { app, auth, browser }
}

export type Browser = Awaited<ReturnType<ReturnType<typeof served>['browser']>>

const emailOf = (id: string) => `${id.toLowerCase().replaceAll(/[^a-z]/gu, '')}@desk.example`

/** An approval as somebody with a database tool would write it, under the newest verdict. */
export const approvalBy = (by: string, segment: number, revision = 1, glossaryVersion = 1): string =>
  `insert into approvals (segment_id, revision, glossary_version, ledger_id, by, at) values
    (${segment}, ${revision}, ${glossaryVersion}, (select ledger_id from segments where id = ${segment}), '${by}', 0)`

/** An id for what a form or an act does. */
export const operation = (): string => randomUUID()

/** What an act was refused with. */
export async function refusalOf(act: Promise<unknown>): Promise<Error> {
  try {
    await act
  } catch (error) {
    expect(error).toBeInstanceOf(Error)
    return error as Error
  }
  return expect.unreachable('The act was not refused.')
}
