import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { adoptGlossary } from '../../src/desk/adoptGlossary.ts'
import { csv } from '../../src/formats/csv.ts'
import { tmx } from '../../src/formats/tmx.ts'
import type { Unit } from '../../src/unit.ts'
import { concept } from '../glossary/concepts.ts'
import { CONCEPTS, LANGUAGES, right, SOURCES, served, testDesk } from '../support/desk.ts'

const DTD = fileURLToPath(new URL('../../../shared/standards/tmx14.dtd', import.meta.url))
const HARD = 'Elle dit : « a<b & "c" > d » — \u00a0é 😀 ]]>, =1+1.'

async function desk() {
  const t = await testDesk({ sources: [...SOURCES, HARD, '=SOMME(A1)', '-1 °C, dit-il.'], name: 'Été « 1 ».txt' })
  await t.approved(1)
  await t.translated(2)
  await t.save(7, HARD)
  await t.save(8, '=cmd|/C calc!A0')
  await t.save(9, 'Two\nlines, "quoted".')
  return { ...t, ...served(t) }
}

async function unitsOf(format: typeof csv | typeof tmx, text: string): Promise<Unit[]> {
  async function* chunks() {
    yield text
  }
  const units: Unit[] = []
  for await (const unit of format.read(chunks(), LANGUAGES)) units.push(unit)
  return units
}

describe.each([
  ['tmx', tmx, /^application\/(x-)?tmx|xml/u],
  ['csv', csv, /^text\/csv/u],
] as const)('an export as %s', (id, format, mediaType) => {
  test('is a file to be downloaded, with the name of the document', async () => {
    const { browser, document } = await desk()
    const exporter = await browser('exporter')
    const answer = await exporter.get(`/documents/${document.id}/export?format=${id}&state=all`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toMatch(mediaType)
    expect(answer.headers.get('Content-Disposition')).toBe(
      `attachment; filename="_t_ _ 1 _.${id}"; filename*=UTF-8''%C3%89t%C3%A9%20%C2%AB%201%20%C2%BB.${id}`,
    )
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
  })

  test('holds every text as it is, with who, when, where and by which glossary', async () => {
    const { browser, document, rows } = await desk()
    const exporter = await browser('exporter')
    const text = await (await exporter.get(`/documents/${document.id}/export?format=${id}&state=all`)).text()
    const units = await unitsOf(format, text)
    const segments = (await rows()).filter(({ target }) => id === 'csv' || target !== '' || units.length === 9)
    expect(units.map(({ source, target, state }) => [source, target, state])).toEqual(
      segments.map(({ source, target, state }) => [source, target, state]),
    )
    expect(units[0]).toMatchObject({
      id: '1',
      source: SOURCES[0],
      target: right(1),
      state: 'approved',
      document: 'Été « 1 ».txt',
      paragraph: 1,
      position: 1,
      author: 'translator',
      approvedBy: 'reviewer',
      changedAt: expect.any(Date),
      approvedAt: expect.any(Date),
      glossary: expect.stringMatching(/^[0-9a-f]{64}$/u),
    })
  })

  test('of what is approved leaves the rest out, and what has become stale', async () => {
    const { db, browser, document, project, approved } = await desk()
    await approved(4)
    const exporter = await browser('exporter')
    for (const path of [`/documents/${document.id}`, `/projects/${project.id}`]) {
      const text = await (await exporter.get(`${path}/export?format=${id}&state=approved`)).text()
      expect((await unitsOf(format, text)).map(({ source }) => source)).toEqual([SOURCES[0], SOURCES[3]])
    }
    await adoptGlossary(db, [...CONCEPTS, concept('meeting', 'séance', { preferred: ['session'] })])
    const text = await (await exporter.get(`/projects/${project.id}/export?format=${id}&state=approved`)).text()
    expect((await unitsOf(format, text)).map(({ source }) => source)).toEqual([SOURCES[0]])
  })

  test('is for exporters and administrators', async () => {
    const { browser, document, project } = await desk()
    for (const [who, status] of [
      ['exporter', 200],
      ['administrator', 200],
      ['translator', 403],
      ['reviewer', 403],
      ['stranger', 404],
    ] as const) {
      const person = await browser(who)
      for (const path of [`/documents/${document.id}`, `/projects/${project.id}`]) {
        expect([who, (await person.get(`${path}/export?format=${id}`)).status]).toEqual([who, status])
      }
    }
  })
})

test('a TMX meets its document type', async ({ skip }) => {
  skip(!existsSync(DTD), 'The DTD of TMX 1.4 lies in ../shared, which is not here.')
  const { browser, document } = await desk()
  const exporter = await browser('exporter')
  const folder = await mkdtemp(join(tmpdir(), 'visavis-tmx-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const state of ['all', 'approved']) {
    const text = await (await exporter.get(`/documents/${document.id}/export?format=tmx&state=${state}`)).text()
    const file = join(folder, `${state}.tmx`)
    await writeFile(file, text)
    // Throws what is not valid.
    execFileSync('xmllint', ['--noout', '--nonet', '--dtdvalid', DTD, file], { stdio: 'pipe' })
  }
})

test('a CSV begins with a byte order mark, and no cell is a formula', async () => {
  const { browser, document } = await desk()
  const exporter = await browser('exporter')
  const bytes = new Uint8Array(
    await (await exporter.get(`/documents/${document.id}/export?format=csv&state=all`)).arrayBuffer(),
  )
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(new TextDecoder().decode(bytes)).not.toMatch(/(^|[,\n])"?[=+@-]/u)
})

test('an unknown format is refused, naming those there are', async () => {
  const { browser, document } = await desk()
  const exporter = await browser('exporter')
  for (const query of ['', '?format=', '?format=docx', '?format=__proto__']) {
    const answer = await exporter.get(`/documents/${document.id}/export${query}`)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('tmx')
  }
})

test('an exporter can do nothing else', async () => {
  const { browser, document } = await desk()
  const exporter = await browser('exporter')
  const page = await (await exporter.get(`/documents/${document.id}`)).text()
  expect(page).toContain(`action="/documents/${document.id}/export"`)
  const editor = await (await exporter.get('/segments/1/editor')).text()
  expect(editor).not.toContain('<textarea')
  expect(editor).not.toContain('formaction')
  for (const who of ['translator', 'reviewer']) {
    expect(await (await (await browser(who)).get(`/documents/${document.id}`)).text()).not.toContain('/export"')
  }
})

describe('what a format cannot carry is said before it is downloaded', () => {
  const asking = async (format: string, more = '') => {
    const { document, browser, save } = await desk()
    await save(4, 'A page\f break.')
    const exporter = await browser('exporter')
    return exporter.get(`/documents/${document.id}/export?format=${format}&state=all${more}`)
  }

  test('and where it stands, with the way to the file all the same', async () => {
    const answer = await asking('tmx')
    expect(answer.headers.get('content-type')).toContain('text/html')
    const html = await answer.text()
    expect(html).toContain('segment 4')
    expect(html).toContain('lossy=yes')
    expect(html).not.toContain('segment 1<')
  })

  test.each([
    ['tmx', '&lossy=yes'],
    ['csv', ''],
    ['xliff', ''],
  ])('%s%s is a file', async (format, more) => {
    expect((await asking(format, more)).headers.get('content-disposition')).toContain('attachment')
  })
})
