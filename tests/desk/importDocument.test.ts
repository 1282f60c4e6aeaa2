import { expect, test } from 'vitest'
import { segmentsAfter } from '../../db/segments.ts'
import { type Import, importDocument } from '../../src/desk/importDocument.ts'
import { openDesk } from '../../src/desk/openDesk.ts'
import { Conflict, Invalid } from '../../src/errors.ts'
import { LARGEST_TEXT } from '../../src/formats/paragraphs.ts'
import { operation, refusalOf, SOURCES, testDesk } from '../support/desk.ts'
import { contents } from '../support/people.ts'

const MIXED = `# Un titre sans point

Une phrase
sur deux lignes. Une **autre** phrase.

- un point
`

async function importing() {
  const t = await testDesk()
  const bring = (more: Partial<Import>) =>
    importDocument(t.desk, {
      project: t.project,
      name: 'new.md',
      bytes: Buffer.from(MIXED),
      by: 'translator',
      operationId: operation(),
      ...more,
    })
  return { ...t, bring }
}

test('a document comes in with its paragraphs, kinds, sentences, codes and bytes', async () => {
  const { db, bring } = await importing()
  const document = await bring({})

  const { rows } = await db.$client.execute({
    sql: 'select position, paragraph, kind, source, codes, state, head from segments where document_id = ? order by position',
    args: [document.id],
  })
  expect(rows.map((row) => [...Array(7).keys()].map((column) => row[column]))).toEqual([
    [1, 1, 'heading', 'Un titre sans point', '[]', 'initial', 0],
    [2, 2, 'paragraph', 'Une phrase sur deux lignes.', '[]', 'initial', 0],
    [3, 2, 'paragraph', 'Une <1>autre</1> phrase.', '[{"number":1,"open":"**","close":"**"}]', 'initial', 0],
    [4, 3, 'item', 'un point', '[]', 'initial', 0],
  ])
  expect(document).toMatchObject({ name: 'new.md', project: 'Konya', importedBy: 'translator' })
  const kept = (await db.$client.execute(`select original from documents where id = ${document.id}`)).rows[0]![0]
  expect(Buffer.from(kept as ArrayBuffer).toString()).toBe(MIXED)
})

test('the same bytes twice are refused, naming what is there', async () => {
  const { db, bring } = await importing()
  await bring({ name: 'first.md' })
  const before = await contents(db)

  const refusal = await refusalOf(bring({ name: 'second.md' }))

  expect(refusal).toBeInstanceOf(Conflict)
  expect(refusal.message).toContain('second.md')
  expect(refusal.message).toContain('first.md')
  expect(await contents(db)).toBe(before)
  await bring({ name: 'second.md', bytes: Buffer.from(`${MIXED}- un autre\n`) })
})

test('a request repeated has one effect and the same answer', async () => {
  const { db, bring } = await importing()
  const operationId = operation()
  const first = await bring({ operationId })
  const before = await contents(db)

  expect(await bring({ operationId })).toEqual(first)
  expect(await contents(db)).toBe(before)
})

test('a request repeated at the same moment has one effect and the same answer', async () => {
  const { count, bring } = await importing()
  const operationId = operation()
  const answers = await Promise.all([1, 2, 3, 4].map(() => bring({ operationId })))
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
  expect(await count('documents')).toBe(2)
})

test('the same bytes by two people at once come in once', async () => {
  const { count, bring } = await importing()
  const answers = await Promise.allSettled([bring({}), bring({}), bring({ by: 'administrator' })])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(Conflict)
  expect(await count('documents')).toBe(2)
})

test('an operation id used for another file is refused in words', async () => {
  const { bring } = await importing()
  const operationId = operation()
  await bring({ operationId })
  expect(await refusalOf(bring({ operationId, bytes: Buffer.from('Autre chose.') }))).toBeInstanceOf(Conflict)
})

test.each<readonly [name: string, more: Partial<Import>, words: string]>([
  ['too large', { bytes: Buffer.alloc(LARGEST_TEXT + 1, 'a') }, 'too large'],
  ['50 MB', { bytes: Buffer.alloc(50 * 1024 * 1024, 'a') }, 'too large'],
  ['of an ending the desk does not read', { name: 'article.odt' }, 'article.odt'],
  ['of no ending', { name: 'article' }, '.txt'],
  ['not UTF-8', { bytes: Buffer.from('Caf\xe9 noir.', 'latin1') }, 'in windows-1252'],
  ['empty', { bytes: Buffer.alloc(0) }, 'empty'],
  ['nothing but white space', { bytes: Buffer.from(' \n\t\n ') }, 'empty'],
  ['binary', { bytes: Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 3, 0, 9]) }, 'not a text'],
  ['one NUL in a text', { bytes: Buffer.from('Un texte\0 coupé.') }, 'not a text'],
])('a file is refused and nothing changes: %s', async (_, more, words) => {
  const { db, bring } = await importing()
  const before = await contents(db)
  const refusal = await refusalOf(bring(more))
  expect(refusal).toBeInstanceOf(Invalid)
  expect(refusal.message).toContain(words)
  expect(await contents(db)).toBe(before)
})

test('an import that fails half way leaves nothing', async () => {
  const { db, bring, count, sql } = await importing()
  await sql(
    `create trigger fail before insert on segments when NEW.position = 4 begin select raise(abort, 'full'); end`,
  )
  const before = [await count('documents'), await count('segments'), await count('events')]

  await expect(bring({})).rejects.toThrow('full')

  expect([await count('documents'), await count('segments'), await count('events')]).toEqual(before)
  await sql('drop trigger fail')
  await bring({})
  expect(await count('segments')).toBe(SOURCES.length + 4)
  expect(await db.$client.execute('pragma foreign_key_check').then(({ rows }) => rows)).toEqual([])
})

test('a document of 5,000 paragraphs comes in whole and in order', async () => {
  const { bring, db } = await importing()
  const sources = Array.from({ length: 5_000 }, (_, n) => `Phrase numéro ${n}.`)
  const { id } = await bring({ name: 'long.txt', bytes: Buffer.from(sources.join('\n')) })
  const { rows } = await db.$client.execute(`select source from segments where document_id = ${id} order by position`)
  expect(rows.map(({ source }) => source)).toEqual(sources)
})

const TABLE = `fr,en,state
Les forces spéciales sont parties.,The special forces have left.,approved
Le Groupe de Minsk se réunit.,The group is meeting.,approved
La séance est levée.,The meeting is adjourned.,translated
Oui.,Yes.,draft
Non.," ",approved
`

/** A bilingual table, and how far its rows are. */
async function importingTable() {
  const t = await importing()
  const operationId = operation()
  return {
    ...t,
    bringTable: () => t.bring({ name: 'table.csv', bytes: Buffer.from(TABLE), operationId }),
    async states() {
      const { id } = (await t.db.$client.execute(`select id from documents where name = 'table.csv'`)).rows[0]!
      return (await segmentsAfter(t.db, Number(id), { show: 'all' }, 0, 100)).map(({ state }) => state)
    },
  }
}

const HANDED_OVER = ['translated', 'draft', 'translated', 'draft', 'initial']

test('what a bilingual document says is done is handed over, unless the glossary blocks it or nothing stands there', async () => {
  const { bringTable, states } = await importingTable()
  await bringTable()
  expect(await states()).toEqual(HANDED_OVER)
})

/** The texts have come in, and the process dies before they are judged, or before they are handed over. */
const DEATHS = [
  `create trigger fail before insert on ledgers begin select raise(abort, 'full'); end`,
  `create trigger fail before update of state on segments when NEW.state = 'translated' begin select raise(abort, 'full'); end`,
]

test.each(DEATHS)('an import cut short is taken up by the same request: %s', async (death) => {
  const { sql, count, bringTable, states } = await importingTable()
  await sql(death)
  await expect(bringTable()).rejects.toThrow('full')
  expect(await states()).toEqual(['draft', 'draft', 'draft', 'draft', 'initial'])
  await sql('drop trigger fail')

  await bringTable()
  expect(await states()).toEqual(HANDED_OVER)
  expect(await count('handovers')).toBe(0)
})

test.each(DEATHS)(
  'and by the next start of the desk, which leaves alone what somebody wrote meanwhile: %s',
  async (death) => {
    const { sql, db, count, bringTable, states } = await importingTable()
    await sql(death)
    await expect(bringTable()).rejects.toThrow('full')
    await sql('drop trigger fail')
    await sql(`insert into revisions (segment_id, number, target, searched, author, origin, operation_id, at)
    select id, 2, 'Adjourned.', 'Adjourned.', 'translator', 'typed', 'typed.2', 0 from segments
    where source = 'La séance est levée.' and document_id > 1`)

    await openDesk(db)
    expect(await states()).toEqual(['translated', 'draft', 'draft', 'draft', 'initial'])
    expect(await count('handovers')).toBe(0)
  },
)

test('the same table by several requests at once is handed over once', async () => {
  const { count, bringTable, states } = await importingTable()
  await Promise.all([bringTable(), bringTable(), bringTable()])
  expect(await states()).toEqual(HANDED_OVER)
  expect(await count(`events where act = 'submit'`)).toBe(1)
})
