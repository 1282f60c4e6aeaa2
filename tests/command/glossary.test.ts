import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { open } from '../../db/open.ts'
import { readGlossaryCsv } from '../../glossary/formats/csv.ts'
import { approve } from '../../src/desk/approve.ts'
import { askForWaiver } from '../../src/desk/askForWaiver.ts'
import { decideOnWaiver } from '../../src/desk/decideOnWaiver.ts'
import { submit } from '../../src/desk/submit.ts'
import { CONCEPTS, operation, right, testDesk, wrong } from '../support/desk.ts'
import { contents } from '../support/people.ts'
import { folderOf, GLOSSARY, lines, ROOT, run, startIn } from './run.ts'

type TestDesk = Awaited<ReturnType<typeof testDesk>>

/** A folder whose `desk.db` is what this desk is now. */
async function folderWith({ db }: TestDesk, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await folderOf(files)
  await db.$client.execute({ sql: 'vacuum into ?', args: [join(folder, 'desk.db')] })
  return folder
}

const kept = async (folder: string) => {
  const { db, close } = await open(`file:${join(folder, 'desk.db')}`)
  const all = await contents(db)
  await close()
  return all
}

test('what the desk exports passes by the glossary of the desk, its waivers included', async () => {
  const t = await testDesk()
  const request = () => ({ segmentId: 1, revision: 1, operationId: operation() })
  await t.save(1, wrong(1))
  const reason = { concept: 'special-forces', start: 4, code: 'pronoun', reason: 'They were named before.' } as const
  await askForWaiver(t.desk, { ...request(), ...reason, by: 'translator' })
  await submit(t.desk, { ...request(), by: 'translator' })
  await decideOnWaiver(t.desk, { waiverId: 1, granted: true, by: 'reviewer', operationId: operation() })
  await approve(t.desk, { ...request(), by: 'reviewer' })
  await t.approved(2)
  const folder = await folderWith(t, { 'g.csv': GLOSSARY })

  for (const format of ['tmx', 'csv']) {
    const file = `out.${format}`
    await run(folder, 'export', '--project', 'Konya', '--format', format, '-o', file)
    expect(await run(folder, 'check', file, '--glossary', 'desk', '--fail-on', 'warning')).toEqual({
      code: 0,
      stdout: '',
      stderr: '2 units: 0 errors, 0 warnings.\n',
    })
    // The text itself does not meet it.
    const text = (await readFile(join(folder, file), 'utf8')).replaceAll('waivers', 'other')
    const { child, outcome } = startIn(folder, folder, 'check', '-', '--input-format', format, '--glossary', 'desk')
    child.stdin.end(text)
    expect((await outcome).code).toBe(1)
  }
})

test('the glossary of the desk is written while it is served, and comes back as it was', async () => {
  const t = await testDesk()
  const folder = await folderWith(t)
  const { child } = startIn(ROOT, folder, 'serve', '--port', '0')
  await once(child.stdout, 'data')

  const [csv, tsv, tbx, linted] = await Promise.all([
    run(folder, 'glossary', 'export'),
    run(folder, 'glossary', 'export', '-o', 'out.tsv'),
    run(folder, 'glossary', 'export', '--format', 'tbx'),
    run(folder, 'glossary', 'lint', 'desk'),
  ])
  expect(
    readGlossaryCsv(csv.stdout)
      .concepts.map(({ id }) => id)
      .sort(),
  ).toEqual(CONCEPTS.map(({ id }) => id).sort())
  expect(tsv).toEqual({ code: 0, stdout: '', stderr: '' })
  const written = await readFile(join(folder, 'out.tsv'), 'utf8')
  expect(written).toContain('concept\tlang\tterm\t')
  expect(readGlossaryCsv(written)).toMatchObject({ concepts: readGlossaryCsv(csv.stdout).concepts, problems: [] })
  expect(tbx.stdout).toMatch(/<tbx type="TBX-Basic"/u)
  expect(linted).toMatchObject({ code: 0, stderr: 'Findings in the glossary: 0 errors, 0 warnings.\n' })

  const refused = await run(folder, 'glossary', 'import', 'out.tsv')
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toContain(`(${child.pid})`)
})

const HEADER = 'concept,lang,term,status,match,note\n'

test('a glossary is taken into the desk whole, with its reason, and what it breaks is stale', async () => {
  const t = await testDesk()
  await t.approved(1)
  await t.approved(2)
  const folder = await folderWith(t, {
    'change.csv': `${HEADER}special-forces,fr,forces spéciales,,,
special-forces,en,SOF,,exact,
sitting,fr,séance,,,
sitting,en,meeting,,,
`,
  })
  const taken = await run(folder, 'glossary', 'import', 'change.csv', '--reason', 'As the army says.')
  expect(taken).toEqual({ code: 0, stdout: '', stderr: 'change.csv: 1 concept added, 1 changed, 0 there already.\n' })
  const { db, close } = await open(`file:${join(folder, 'desk.db')}`)
  const { rows } = await db.$client.execute(
    `select concept_id, author from concept_revisions where reason = 'As the army says.' order by concept_id`,
  )
  const { rows: states } = await db.$client.execute('select state, stale from segments where id < 3 order by id')
  await close()
  expect(rows.map(({ concept_id, author }) => [concept_id, author])).toEqual([
    ['sitting', null],
    ['special-forces', null],
  ])
  expect(states.map(({ state, stale }) => [state, stale])).toEqual([
    ['approved', 1],
    ['approved', 0],
  ])
  const again = await run(folder, 'glossary', 'import', 'change.csv')
  expect(again.stderr).toBe('change.csv: 0 concepts added, 0 changed, 2 there already.\n')
})

test('a glossary that is wrong changes nothing of the desk', async () => {
  const t = await testDesk()
  const folder = await folderWith(t, {
    'two.csv': `${HEADER}sitting,fr,séance,,,\nsitting,en,meeting,,,\nsitting,en,session,,,\n`,
    'broken.csv': `${HEADER}sitting,fr,séance,,,\nsitting,en,,,,\n`,
  })
  const before = await kept(folder)
  for (const [file, words] of [
    ['two.csv', 'error: Line 2: “séance” has more than one preferred term in en'],
    ['broken.csv', 'error: Line 3: '],
  ] as const) {
    const outcome = await run(folder, 'glossary', 'import', file)
    expect(outcome).toMatchObject({ code: 2, stdout: '' })
    expect(outcome.stderr).toContain(words)
    expect(outcome.stderr).toContain(`${file} is not taken: 1 error in it.`)
  }
  expect(await kept(folder)).toBe(before)
})

test('a desk that is not there has no glossary, and gets none', async () => {
  const folder = await folderOf({ 'units.csv': 'fr,en\nUn,One\n' })
  const outcomes = await Promise.all([
    run(folder, 'glossary', 'export'),
    run(folder, 'check', 'units.csv', '--glossary', 'desk'),
  ])
  for (const { code, stdout, stderr } of outcomes) {
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('desk.db')
    expect(stderr).not.toMatch(/\n\s+at /u)
  }
})

test.each(['out.csv', 'out.tsv', 'out.tbx'])('a glossary converted into %s is read as the same', async (name) => {
  const folder = await folderOf({ 'g.csv': GLOSSARY, 'units.csv': `fr,en\n"Les forces spéciales","${right(1)}"\n` })
  expect(await run(folder, 'glossary', 'convert', 'g.csv', name)).toMatchObject({ code: 0, stdout: '' })
  await run(folder, 'glossary', 'convert', name, 'back.csv')
  expect(readGlossaryCsv(await readFile(join(folder, 'back.csv'), 'utf8')).concepts).toEqual(
    readGlossaryCsv(GLOSSARY).concepts,
  )
  if (name === 'out.tsv') expect((await readFile(join(folder, name), 'utf8')).split('\n')[0]).not.toContain(',')
  expect(lines(await run(folder, 'check', 'units.csv', '--glossary', name))).toEqual([])
})
