import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { open, write } from '../../db/open.ts'
import { addMembership, addUser } from '../../db/people.ts'
import { findSegment } from '../../db/segments.ts'
import type { Concept } from '../../glossary/concept.ts'
import { addProject } from '../../src/desk/addProject.ts'
import { changeConcepts } from '../../src/desk/changeConcepts.ts'
import { importDocument } from '../../src/desk/importDocument.ts'
import { judgeAnew } from '../../src/desk/judgeAnew.ts'
import { openDesk } from '../../src/desk/openDesk.ts'
import { previewChange } from '../../src/desk/previewChange.ts'
import { saveTarget } from '../../src/desk/saveTarget.ts'
import { LANGUAGES, term } from '../glossary/concepts.ts'

/** What a change of one concept costs where 100,000 segments are translated, by how many of them speak of it. */

const SEGMENTS = 100_000
const DOCUMENTS = 20
const PAIRS = [
  [
    'Les observateurs ont quitté la ligne de contact sans incident',
    'The observers left the line of contact without incident',
  ],
  [
    'Le ministère a annoncé que ses forces spéciales participeraient à l’exercice',
    'The ministry announced that its special forces would take part in the exercise',
  ],
  [
    'Aucune date n’a encore été fixée pour la prochaine rencontre à Vienne',
    'No date has been set yet for the next meeting in Vienna',
  ],
] as const
/** One in 40 speaks of the line of contact, one in five of the special forces. */
const pairAt = (at: number) => PAIRS[at % 40 === 0 ? 0 : at % 5 === 1 ? 1 : 2]

const folder = await mkdtemp(join(tmpdir(), 'visavis-bench-'))
const { db, close } = await open(`file:${join(folder, 'desk.db')}`)
const desk = await openDesk(db)
const project = await addProject(desk, { name: 'Bench', languages: LANGUAGES, by: null, operationId: 'bench-project' })
await write(db, [
  addUser(db, { id: 'writer', name: 'Writer', email: 'writer@desk.example' }, new Date()),
  addMembership(db, 'writer@desk.example', 'translator', project.id),
])

for (let document = 0; document < DOCUMENTS; document++) {
  const lines = Array.from({ length: SEGMENTS / DOCUMENTS }, (_, at) => `${pairAt(at)![0]} (${document}, ${at}).`)
  const bytes = new TextEncoder().encode(lines.join('\n'))
  const operationId = `bench-import-${document}`
  await importDocument(desk, { project, name: `${document}.txt`, bytes, by: null, operationId })
}
const target = sql.join(
  PAIRS.map(([french, english]) => sql`when source like ${`${french}%`} then ${english}`),
  sql` `,
)
await write(db, [
  sql`insert into revisions (segment_id, number, target, searched, author, origin, operation_id, at)
    select id, 1, case ${target} end, lower(case ${target} end), 'writer', 'typed', 'bench-' || id, 0 from segments`,
])

/** Seconds something takes, and the longest the event loop waits meanwhile, in milliseconds. */
async function timed(act: () => Promise<unknown>): Promise<string> {
  let stall = 0
  let last = performance.now()
  const watch = setInterval(() => {
    const now = performance.now()
    stall = Math.max(stall, now - last - 5)
    last = now
  }, 5)
  const start = performance.now()
  await act()
  const seconds = (performance.now() - start) / 1000
  await new Promise((turn) => setTimeout(turn, 10))
  clearInterval(watch)
  return `${seconds.toFixed(1)} s (longest wait ${stall.toFixed(0)} ms)`
}

/** How long saves take that a translator makes one after the other while something goes on. */
async function working(act: () => Promise<unknown>): Promise<string> {
  let going = true
  const acting = act().finally(() => {
    going = false
  })
  const took: number[] = []
  for (let segmentId = 1; going; segmentId++) {
    const start = performance.now()
    const { head: base } = (await findSegment(db, segmentId, 'writer'))!
    const target = `Said otherwise, ${segmentId}.`
    await saveTarget(desk, { segmentId, base, target, by: 'writer', operationId: randomUUID() })
    took.push(performance.now() - start)
    await new Promise((next) => setTimeout(next, 20))
  }
  await acting
  took.sort((a, b) => a - b)
  const at = (share: number) => `${took[Math.floor(share * (took.length - 1))]!.toFixed(0)} ms`
  return `${took.length} saves meanwhile: median ${at(0.5)}, slowest ${at(1)}`
}

/** The concept with other English terms than those that stand everywhere. */
const turned = (concept: Concept): Concept => ({
  ...concept,
  terms: [
    ...concept.terms.map((one) => (one.language === 'en' ? { ...one, status: 'forbidden' as const } : one)),
    term('en', 'something else'),
  ],
})

console.log(
  `${SEGMENTS.toLocaleString('en')} translated segments: judged for the first time in ${await timed(() => judgeAnew(desk))}`,
)
for (const id of ['line-of-contact', 'special-forces']) {
  const changes = [{ id, base: 1, entry: turned(desk.concepts.get(id)!) }]
  let broken = 0
  const preview = await timed(async () => {
    broken = (await previewChange(desk, changes)).breaks.length
  })
  let saves = ''
  const applied = await timed(async () => {
    saves = await working(async () => {
      await changeConcepts(desk, { changes, reason: '', by: null, operationId: `bench-${id}` })
      await judgeAnew(desk)
    })
  })
  console.log(
    `a change that breaks ${broken.toLocaleString('en')}: previewed in ${preview}, applied and judged in ${applied}; ${saves}`,
  )
}
await close()
await rm(folder, { recursive: true })
