import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memoriesComing, memoriesIn } from '../../db/memories.ts'
import { Conflict, Invalid, NotFound } from '../../src/errors.ts'
import { csv } from '../../src/formats/csv.ts'
import { formatOf } from '../../src/formats/index.ts'
import { po } from '../../src/formats/po.ts'
import { tmx } from '../../src/formats/tmx.ts'
import { collected, FR_EN, unplaced } from '../formats/streams.ts'
import { COMPLETE, units } from '../formats/units.ts'
import { operation, refusalOf } from '../support/desk.ts'
import { numbered, pieces, remembering, tmxOf } from '../support/memory.ts'
import { contents } from '../support/people.ts'

/** A unit in French and German among others. */
const GERMAN = `<tu><tuv xml:lang="fr"><seg>Oui.</seg></tuv><tuv xml:lang="de"><seg>Ja.</seg></tuv></tu>`
const among = (tmx: string, ...elements: string[]) => tmx.replace('</body>', `${elements.join('\n')}</body>`)

test('a memory comes in with what its file says, and who brought it when', async () => {
  const { db, project, bring, unitsIn, sql } = await remembering()
  const content = among(await tmxOf(numbered(3)), GERMAN, GERMAN)
  const memory = await bring({ content, size: Buffer.byteLength(content) })

  expect(memory).toMatchObject({
    ...{ name: 'old.tmx', format: 'tmx', project: 'Konya', languages: FR_EN, broughtBy: 'translator' },
    ...{ state: 'there', units: 3, passedOver: 2, bytes: Buffer.byteLength(content), size: Buffer.byteLength(content) },
  })
  expect(await unitsIn(memory)).toEqual(numbered(3))
  expect(await memoriesIn(db, project.id)).toEqual([memory])
  const { rows } = await sql(`select by, project_id, memory_id from events where act = 'remember'`)
  expect(rows.map((row) => [row[0], row[1], row[2]])).toEqual([['translator', project.id, memory.id]])
})

test('either direction is taken', async () => {
  const { bring, unitsIn } = await remembering()
  const content = (await tmxOf(numbered(2))).replace('srclang="fr"', 'srclang="en"')
  expect(await unitsIn(await bring({ content }))).toEqual(numbered(2))
})

describe('nothing a format carries is lost', () => {
  test('of a unit with everything one can have', async () => {
    const { bring, unitsIn } = await remembering()
    const content = await tmxOf([COMPLETE])
    expect(await unitsIn(await bring({ content }))).toEqual([COMPLETE])
  })

  test.each([
    ['tmx', tmx],
    ['csv', csv],
  ] as const)('%s', { timeout: 60_000 }, async (_, format) => {
    const { bring, unitsIn } = await remembering()
    await fc.assert(
      fc.asyncProperty(fc.array(units, { minLength: 1, maxLength: 8 }), async (list) => {
        const content = `${(await collected(format.write(list, FR_EN))).join('')}`
        const read = await unplaced(format.read(once(content), FR_EN))
        const memory = await bring({ content, format, name: `${operation()}.${format.id}` }).catch((error) => {
          // The same list twice is the same file.
          if (error instanceof Conflict) return undefined
          throw error
        })
        if (memory === undefined) return
        const kept = await unitsIn(memory)
        expect(kept).toEqual(read)
        expect((await collected(format.write(kept, FR_EN))).join('')).toBe(
          (await collected(format.write(read, FR_EN))).join(''),
        )
      }),
      { numRuns: 60 },
    )
  })
})

async function* once(text: string) {
  yield text
}

test('a memory of many slices is in order and without gaps', async () => {
  const { bring, unitsIn } = await remembering()
  const many = numbered(7_321)
  const told: number[] = []
  const memory = await bring({ content: await tmxOf(many), onGrowth: ({ units }) => told.push(units) })
  expect(await unitsIn(memory)).toEqual(many)
  expect(told).toEqual([2_000, 4_000, 6_000, 7_321])
})

test('what JSON can spell and no text may hold is kept in what is said of a unit', async () => {
  const { bring, unitsIn } = await remembering()
  const codes = [{ number: 1, open: 'a\0b\ud800"\\' }]
  const properties = `<prop type="x-visavis-codes">${JSON.stringify(codes)}</prop>`
  const content = (await tmxOf(numbered(1))).replace('<tuv', `${properties}<tuv`)
  expect(await unitsIn(await bring({ content }))).toEqual([{ ...numbered(1)[0], codes }])
})

test('the same from pieces of any size', async () => {
  const { bring, unitsIn } = await remembering()
  const content = await tmxOf([{ source: 'Été 😀.', target: 'Summer 😀.', state: 'translated' }])
  const memory = await bring({ file: pieces(content, 1) })
  expect((await unitsIn(memory)).map(({ source }) => source)).toEqual(['Été 😀.'])
})

test('the same bytes twice are refused, naming what is there, and leave no rows', async () => {
  const { db, bring } = await remembering()
  await bring({ name: 'first.tmx' })
  const before = await contents(db)
  const refusal = await refusalOf(bring({ name: 'second.tmx' }))
  expect(refusal).toBeInstanceOf(Conflict)
  expect(refusal.message).toContain('second.tmx')
  expect(refusal.message).toContain('first.tmx')
  expect(withoutSequence(await contents(db))).toBe(withoutSequence(before))
})

/** An id once given is not given again. */
const withoutSequence = (all: string) => all.replace(/,?\{"name":"memories","seq":\d+\}/u, '')

test('the same bytes by two people at once come in once', async () => {
  const { bring, count } = await remembering()
  const answers = await Promise.allSettled([bring(), bring({ by: 'administrator' }), bring()])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(Conflict)
  expect([await count('memories'), await count('memory_units')]).toEqual([1, 3])
})

test('a request repeated has one effect and the same answer; with another file it is refused', async () => {
  const { db, bring } = await remembering()
  const operationId = operation()
  const first = await bring({ operationId })
  const before = await contents(db)
  expect(await bring({ operationId })).toEqual(first)
  expect(await refusalOf(bring({ operationId, content: await tmxOf(numbered(4)) }))).toBeInstanceOf(Conflict)
  expect(await contents(db)).toBe(before)
})

test('a request repeated while the file comes in is refused, and the first goes on', async () => {
  const { bring, unitsIn } = await remembering()
  const operationId = operation()
  const [first, second] = await Promise.allSettled([bring({ operationId }), bring({ operationId })])
  expect(second).toMatchObject({ status: 'rejected', reason: expect.any(Conflict) })
  if (first.status === 'rejected') throw first.reason
  expect(await unitsIn(first.value)).toHaveLength(3)
})

describe('a file is refused and nothing is kept', () => {
  const many = tmxOf(numbered(5_000))
  test.each<readonly [name: string, content: () => Promise<string>, words: string]>([
    ['cut in the middle', async () => (await many).slice(0, -200), 'ends in the middle'],
    ['broken behind 5,000 units', async () => among(await many, '<tu'), 'not well-formed'],
    ['no TMX', async () => '<html></html>', 'not a TMX file'],
    ['empty', async () => '', 'empty'],
    ['no text', async () => `${(await many).slice(0, 100_000)}\0`, 'not a text'],
    ['without a unit', async () => tmxOf([]), 'no unit in fr and en'],
    ['in other languages', async () => among(await tmxOf([]), GERMAN), 'no unit in fr and en'],
    ['with a unit of a million characters', async () => tmxOf([...numbered(3), long(1_000_001)]), 'too long'],
  ])('%s', async (_, content, words) => {
    const { db, bring } = await remembering()
    const before = withoutSequence(await contents(db))
    const refusal = await refusalOf(bring({ content: await content() }))
    expect(refusal).toBeInstanceOf(Invalid)
    expect(refusal.message).toContain(words)
    expect(withoutSequence(await contents(db))).toBe(before)
  })

  test('a NUL that only PO can spell', async () => {
    const { bring, count } = await remembering()
    const content = 'msgid "Avant\\000après"\nmsgstr "Before"\n'
    const refusal = await refusalOf(bring({ content, format: po, name: 'old.po' }))
    expect(refusal.message).toBe(
      'Line 1: This text holds characters that cannot be kept (a NUL, or half of a character).',
    )
    expect(await count('memories')).toBe(0)
  })

  test('a fault of the connection it comes over', async () => {
    const { bring, count } = await remembering()
    async function* cut() {
      yield* pieces((await many).slice(0, 300_000))
      throw new Error('gone')
    }
    await expect(bring({ file: cut() })).rejects.toThrow('gone')
    expect([await count('memories'), await count('memory_units')]).toEqual([0, 0])
  })
})

const long = (length: number) => ({ source: 'a'.repeat(length), target: 'b', state: 'translated' as const })

test('what is called off leaves nothing, wherever it stands', async () => {
  const { db, project, bring, count } = await remembering()
  const content = await tmxOf(numbered(9_000))
  for (const at of [0, 2_000, 8_000]) {
    const { signal, abort } = calling()
    if (at === 0) abort()
    const onGrowth = ({ units }: { units: number }) => units === at && abort()
    const refusal = await refusalOf(bring({ content, signal, onGrowth }))
    expect(refusal).toBeInstanceOf(Conflict)
    expect(refusal.message).toContain('called off')
    expect([await count('memories'), await count('memory_units')]).toEqual([0, 0])
  }
  expect(await count(`events where act = 'remember'`)).toBe(0)
  expect(await bring({ content })).toMatchObject({ units: 9_000 })
  expect(await memoriesComing(db, project.id)).toEqual([])
})

function calling() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}

test('what is on its way in is seen by nobody but those who wait for it', async () => {
  const { db, project, bring } = await remembering()
  const seen: unknown[] = []
  await bring({
    content: await tmxOf(numbered(5_000)),
    size: 700_000,
    onGrowth: () => seen.push(memoriesIn(db, project.id), memoriesComing(db, project.id)),
  })
  const looks = (await Promise.all(seen)) as { units: number }[][]
  expect(looks.map((rows) => rows.map(({ units }) => units))).toEqual([[], [2_000], [], [4_000], [], [5_000]])
})

test('the database full half way leaves nothing, and a second import works', async () => {
  const { bring, count, sql } = await remembering()
  await sql(
    `create trigger fail before insert on memory_units when NEW.position = 2500 begin select raise(abort, 'full'); end`,
  )
  const content = await tmxOf(numbered(3_000))
  await expect(bring({ content })).rejects.toThrow('full')
  expect([await count('memories'), await count('memory_units'), await count(`events where act = 'remember'`)]).toEqual([
    ...[0, 0, 0],
  ])
  await sql('drop trigger fail')
  expect(await bring({ content })).toMatchObject({ units: 3_000 })
})

test('every format the desk reads makes a memory', async () => {
  const { bring, unitsIn } = await remembering()
  const files = {
    'a.csv': 'fr,en\nOui.,Yes.\n',
    'a.tsv': 'fr\ten\nOui.\tYes.\n',
    'a.po': 'msgid "Oui."\nmsgstr "Yes."\n',
    'a.xlf': `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="fr" target-language="en" datatype="plaintext"><body><trans-unit id="1"><source>Oui.</source><target>Yes.</target></trans-unit></body></file></xliff>`,
  }
  for (const [name, content] of Object.entries(files)) {
    const memory = await bring({ name, content, format: formatOf(name)! })
    expect(await unitsIn(memory)).toMatchObject([{ source: 'Oui.', target: 'Yes.', state: 'translated' }])
  }
})

test('an export of a memory that is removed meanwhile does not end as if it were whole', async () => {
  const { bring, sql, unitsIn } = await remembering()
  const memory = await bring({ content: await tmxOf(numbered(1_200)) })
  await sql(`update memories set state = 'removed' where id = ?`, memory.id)
  expect(await refusalOf(unitsIn(memory))).toBeInstanceOf(NotFound)
})
