import { expect, test } from 'vitest'
import { documentById } from '../../db/documents.ts'
import { segmentsAfter } from '../../db/segments.ts'
import { approve } from '../../src/desk/approve.ts'
import { finishDocument } from '../../src/desk/finishDocument.ts'
import { importDocument } from '../../src/desk/importDocument.ts'
import { saveTarget } from '../../src/desk/saveTarget.ts'
import { submit } from '../../src/desk/submit.ts'
import { Conflict } from '../../src/errors.ts'
import { operation, testDesk } from '../support/desk.ts'

const ARTICLE = `---
title: Konya
---

# Un **titre**

Une première phrase
du texte. **Une autre, en gras. Et la
dernière.**

| Nom | Lieu |
|-----|------|
| Ali | Ici  |
`

async function finishing(name = 'article.md', text: string | Buffer = ARTICLE) {
  const { db, desk, project, sql } = await testDesk()
  const { id } = await importDocument(desk, {
    project,
    name,
    bytes: Buffer.from(text),
    by: 'translator',
    operationId: operation(),
  })
  const rows = await segmentsAfter(db, id, { show: 'all' }, 0, 100)
  const acting = (by: string, segmentId: number, revision: number) => ({
    segmentId,
    revision,
    by,
    operationId: operation(),
  })
  return {
    sql,
    id,
    rows,
    async write(at: number, target: string, { sign = false } = {}) {
      const { id: segmentId } = rows[at]!
      await saveTarget(desk, { segmentId, base: 0, target, by: 'translator', operationId: operation() })
      if (!sign) return
      await submit(desk, acting('translator', segmentId, 1))
      await approve(desk, acting('reviewer', segmentId, 1))
    },
    async clear(at: number) {
      const { id: segmentId, head: base } = rows[at]!
      await saveTarget(desk, { segmentId, base, target: '', by: 'translator', operationId: operation() })
    },
    async finished(approvedOnly = false) {
      const { bytes } = await finishDocument(db, (await documentById(db, id))!, { approvedOnly })
      return Buffer.from(bytes).toString()
    },
  }
}

test('before anything is translated it is the original', async () => {
  const { finished } = await finishing()
  expect(await finished()).toBe(ARTICLE)
})

test('translated into itself it is the original', async () => {
  const { rows, write, finished } = await finishing()
  for (const [at, { source }] of rows.entries()) await write(at, source)
  expect(await finished()).toBe(ARTICLE)
})

test('texts stand in their places, what is not translated in its own language', async () => {
  const { rows, write, finished } = await finishing()
  expect(rows.map(({ source }) => source)).toEqual([
    'Un <1>titre</1>',
    'Une première phrase du texte.',
    '<1>Une autre, en gras.</1>',
    '<1>Et la dernière.</1>',
    'Nom',
    'Lieu',
    'Ali',
    'Ici',
  ])
  await write(0, 'A <1>title</1>')
  await write(1, 'A first sentence of the text.')
  await write(3, '<1>And the last.</1>')
  await write(7, 'Here | there')
  expect(await finished()).toBe(`---
title: Konya
---

# A **title**

A first sentence of the text. **Une
autre, en gras. And the last.**

| Nom | Lieu |
|-----|------|
| Ali | Here \\| there  |
`)
})

test('only what is approved, where only that is wanted', async () => {
  const { write, finished } = await finishing('a.txt', 'Bonjour.\n\nMerci.\n')
  await write(0, 'Good morning.', { sign: true })
  await write(1, 'Thank you.')
  expect(await finished(true)).toBe('Good morning.\n\nMerci.\n')
  expect(await finished()).toBe('Good morning.\n\nThank you.\n')
})

test('half a pair of tags in a draft never tears the document', async () => {
  const { write, finished } = await finishing('a.md', 'Un **mot** seul.\n')
  await write(0, 'A <1>word alone.')
  expect(await finished()).toBe('A word alone.\n')
})

test('marks that somebody wrote as words are not the markup that stood there', async () => {
  const { write, finished } = await finishing('a.md', 'Un **mot** seul.\n')
  await write(0, 'Un **mot** seul.')
  expect(await finished()).toBe('Un \\*\\*mot\\*\\* seul.\n')
})

test('a text in Windows-1252 stays so', async () => {
  const { desk, db, project } = await testDesk()
  const bytes = Buffer.from('Le général est là.\r\n', 'latin1')
  const bring = { project, name: 'a.txt', bytes, encoding: 'windows-1252', by: null, operationId: operation() } as const
  const { id } = await importDocument(desk, bring)
  const [row] = await segmentsAfter(db, id, { show: 'all' }, 0, 1)
  expect(row!.source).toBe('Le général est là.')
  await saveTarget(desk, {
    segmentId: row!.id,
    base: 0,
    target: 'The “général” is there.',
    by: 'translator',
    operationId: operation(),
  })
  const finished = await finishDocument(db, (await documentById(db, id))!, { approvedOnly: false })
  expect(Buffer.from(finished.bytes).toString('latin1')).toBe('The \x93général\x94 is there.\r\n')
})

test('a document kept without its places is refused in words', async () => {
  const { sql, id, finished } = await finishing()
  await sql('drop trigger segments_source')
  await sql('update segments set slot = null where document_id = ?', id)
  await expect(finished()).rejects.toThrow(Conflict)
})

const EXCHANGED = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="fr" trgLang="en"><file id="f"><unit id="u">
<originalData><data id="d">&lt;br/></data></originalData>
<segment state="final"><source><ph id="b"/>Oui.<ph id="a" dataRef="d"/></source><target><ph id="a" dataRef="d"/>Yes.<ph id="b"/><ph id="c"/></target></segment>
<segment><source>Non. Si.</source></segment>
</unit></file></xliff>`

test('an XLIFF goes out as it came, its codes and what is final in it included', async () => {
  const { rows, finished } = await finishing('article.xlf', EXCHANGED)
  expect(rows.map(({ source, target }) => [source, target])).toEqual([
    ['<1/>Oui.<2/>', '<2/>Yes.<1/><3/>'],
    ['Non. Si.', ''],
  ])
  expect(await finished()).toBe(EXCHANGED)
})

test('what is written at the desk is in its target, and in no other', async () => {
  const { write, finished } = await finishing('article.xlf', EXCHANGED)
  await write(1, 'No. Yes.', { sign: true })
  const target = '<segment state="final"><source>Non. Si.</source><target>No. Yes.</target></segment>'
  expect(await finished()).toBe(EXCHANGED.replace(/<segment><source>Non.*<\/segment>/u, target))
})

test.each([
  [
    'article.xlf',
    EXCHANGED,
    EXCHANGED.replace(/ state="final"(.*)<target>.*<\/target>/u, ' state="initial"$1<target></target>'),
  ],
  ['article.csv', 'fr,en,state\nOui.,Yes.,translated\n', 'fr,en,state\nOui.,,initial\n'],
])('a translation that was taken away is no longer in %s', async (name, original, expected) => {
  const { clear, finished } = await finishing(name, original)
  await clear(0)
  expect(await finished()).toBe(expected)
  expect(await finished(true)).toBe(original)
})
