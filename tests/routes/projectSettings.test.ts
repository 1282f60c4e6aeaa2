import { describe, expect, test } from 'vitest'
import { LARGEST_RULES } from '../../src/desk/readCutting.ts'
import { imported, operation, served, testDesk } from '../support/desk.ts'
import { contents } from '../support/people.ts'

const TEXT = 'Il y a zim. Elle part. Il reste.'

/** A small file of rules: every full stop ends a sentence. */
const SRX = `<?xml version="1.0" encoding="UTF-8"?>
<srx version="2.0"><header segmentsubflows="yes" cascade="no"/><body><languagerules>
<languagerule languagerulename="A">
<rule break="yes"><beforebreak>\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
</languagerule></languagerules>
<maprules><languagemap languagepattern=".*" languagerulename="A"/></maprules></body></srx>
`
const BROKEN = SRX.replace('<beforebreak>\\.', '<beforebreak>(\\.')

async function desk(text = TEXT) {
  const t = await testDesk({ sources: [text, 'Une phrase.'] })
  const { browser } = served(t)
  const path = `/projects/${t.project.id}/settings`
  const administrator = await browser('administrator')
  const sending = (fields: Readonly<Record<string, string | File>>): RequestInit => {
    const body = new FormData()
    const all = { operation: operation(), segmentation: 'sentence', document: String(t.document.id), ...fields }
    for (const [name, value] of Object.entries(all)) if (value !== '') body.set(name, value)
    return { method: 'POST', body }
  }
  const keep = (fields: Readonly<Record<string, string | File>>) => administrator.ask(path, sending(fields))
  const preview = async (fields: Readonly<Record<string, string | File>>) => {
    const answer = await administrator.ask(`${path}/preview`, sending(fields))
    return { status: answer.status, page: await answer.text() }
  }
  const project = async () => (await t.sql('select * from projects where id = 1')).rows[0]!
  return { ...t, browser, administrator, path, sending, keep, preview, row: project }
}

/** What stands in a box of a page. */
const boxOf = (page: string, name: string) =>
  new RegExp(`<textarea[^>]*name="${name}"[^>]*>\\n?([^<]*)`, 'u')
    .exec(page)![1]!
    .replaceAll('\r\n', '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** A page without what a screen reader does not say. */
const read = (page: string) => page.replaceAll(/<[^>]*>/gu, '').replaceAll(/\s+/gu, ' ')

describe('how a project is cut', () => {
  test('is shown to its administrators, and to nobody else', async () => {
    const { browser, path } = await desk()
    for (const [id, status] of [
      ['administrator', 200],
      ['translator', 403],
      ['reviewer', 403],
      ['exporter', 403],
      ['stranger', 404],
    ] as const) {
      const person = await browser(id)
      for (const address of [path, path.replace('settings', 'rules.srx')])
        expect([id, (await person.get(address)).status]).toEqual([id, status])
      expect((await (await person.get('/')).text()).includes(`href="${path}"`)).toBe(status === 200)
    }
  })

  test('is changed by its administrators alone', async () => {
    const { db, browser, path, sending } = await desk()
    for (const id of ['translator', 'reviewer', 'exporter', 'stranger']) {
      const person = await browser(id)
      const before = await contents(db)
      for (const address of [path, `${path}/preview`])
        expect((await person.ask(address, sending({ segmentation: 'paragraph' }))).status).toBeGreaterThan(400)
      expect(await contents(db)).toBe(before)
    }
  })

  test('holds for documents imported from then on', async () => {
    const { desk: d, keep, row, rows, sql } = await desk()
    const answer = await keep({ segmentation: 'paragraph' })
    expect(answer.headers.get('location')).toBe('/projects/1/settings?kept')
    expect(await rows()).toHaveLength(4)
    const { id } = await imported(d, (await row()) as never, 'later.txt', TEXT)
    expect(
      (await sql(`select source from segments where document_id = ${id}`)).rows.map(({ source }) => source),
    ).toEqual([TEXT])
    const { rows: events } = await sql(
      `select act, by, project_id from events where act = 'project' and project_id = 1`,
    )
    expect(events).toEqual([{ act: 'project', by: 'administrator', project_id: 1 }])
  })

  test('by rules of its own, from a file or a text', async () => {
    const { administrator, keep, path, row } = await desk()
    await keep({ file: new File([SRX], 'a.srx'), rules: 'not this' })
    expect((await row())['rules']).toBe(SRX)
    const rules = await administrator.get(path.replace('settings', 'rules.srx'))
    expect(rules.headers.get('Content-Disposition')).toContain('attachment; filename="Konya.srx"')
    expect(await rules.text()).toBe(SRX)
    await keep({ rules: SRX.replaceAll('\n', '\r\n').replaceAll('"A"', '"B"') })
    expect((await row())['rules']).toBe(SRX.replaceAll('"A"', '"B"'))
  })

  test('rules that are those of the desk, or none, are not kept: they change with it', async () => {
    const { administrator, keep, path, row } = await desk()
    const ours = boxOf(await (await administrator.get(path)).text(), 'rules')
    expect(ours).toContain('languagerulename="French"')
    for (const rules of [ours, ours.replaceAll('\n', '\r\n'), ' ', '']) {
      await keep({ rules: SRX })
      await keep({ rules })
      expect((await row())['rules']).toBeNull()
    }
  })

  test('abbreviations come back as a list, and can be taken out again', async () => {
    const { administrator, keep, path, row } = await desk()
    await keep({ abbreviations: 'zim\r\nM.O.A.' })
    expect(String((await row())['rules'])).toContain('zim\\.')
    const page = await (await administrator.get(path)).text()
    expect(boxOf(page, 'abbreviations')).toBe('zim.\nM.O.A.')
    expect(boxOf(page, 'rules')).not.toContain('zim')
    await keep({ rules: boxOf(page, 'rules'), abbreviations: '' })
    expect((await row())['rules']).toBeNull()
  })

  test('a file brings its abbreviations along', async () => {
    const { administrator, keep, path, row } = await desk()
    await keep({ rules: SRX, abbreviations: 'zim' })
    const file = new File([String((await row())['rules'])], 'Konya.srx')
    await keep({ file, abbreviations: 'zam' })
    expect(boxOf(await (await administrator.get(path)).text(), 'abbreviations')).toBe('zim.\nzam.')
  })

  test('a file in another encoding goes out as what it then is', async () => {
    const { keep, row } = await desk()
    const utf16 = SRX.replace('UTF-8', 'utf-16')
    await keep({ file: new File([Buffer.from(`\uFEFF${utf16}`, 'utf16le')], 'a.srx') })
    expect((await row())['rules']).toBe(SRX)
  })

  test('a repeated request has one effect', async () => {
    const { keep, count } = await desk()
    const form = { operation: operation(), rules: SRX }
    await keep(form)
    const events = await count('events')
    expect((await keep(form)).status).toBe(303)
    expect(await count('events')).toBe(events)
  })
})

describe('a preview', () => {
  test('shows what would be cut otherwise of a document, both ways, and keeps nothing', async () => {
    const { db, preview } = await desk()
    const before = await contents(db)
    const { status, page } = await preview({ abbreviations: 'zim' })
    expect(status).toBe(200)
    expect(read(page)).toContain('article.txt: 1 of 2 paragraphs would be cut otherwise.')
    expect(read(page)).toContain(
      'Paragraph 1NowIl y a zim. (next segment, only here) Elle part. (next segment) Il reste.ThenIl y a zim. Elle part. (next segment) Il reste.',
    )
    expect(boxOf(page, 'abbreviations')).toBe('zim.')
    expect(await contents(db)).toBe(before)
  })

  test('of a text somebody pasted, which stays in its box', async () => {
    const { preview } = await desk()
    const { page } = await preview({ segmentation: 'paragraph', text: 'Un. Deux.\nTrois.' })
    expect(read(page)).toContain('1 of 2 paragraphs would be cut otherwise.')
    expect(boxOf(page, 'text')).toBe('Un. Deux.\nTrois.')
    expect(page).toMatch(/value="paragraph" checked/u)
  })

  test('of a file shows it in the box, to be kept', async () => {
    const { preview } = await desk()
    const { page } = await preview({ file: new File([SRX], 'a.srx') })
    expect(boxOf(page, 'rules')).toBe(SRX)
    expect(read(page)).toContain('0 of 2 paragraphs')
  })

  test('of a document of another project is not there', async () => {
    const { desk: d, administrator, path, sending, sql } = await desk()
    // Somebody who sees them both.
    await sql(`insert into memberships (user_id, role) values ('administrator', 'administrator')`)
    const elsewhere = (await sql('select * from projects where id = 2')).rows[0]!
    const { id } = await imported(d, elsewhere as never, 'theirs.txt', 'Un.')
    const answer = await administrator.ask(`${path}/preview`, sending({ document: String(id) }))
    expect(answer.status).toBe(404)
  })

  test('of a long document shows the first of what changes, and says how much there is', async () => {
    const { preview } = await desk()
    const text = Array.from({ length: 250 }, (_, n) => `Il y a zim. Elle en voit ${n}.`).join('\n')
    const { page } = await preview({ abbreviations: 'zim', text })
    expect(read(page)).toContain('250 of 250 paragraphs')
    expect(page.match(/<h3>/gu)).toHaveLength(100)
    expect(page).toContain('<h3>Paragraph 100</h3>')
    expect(read(page)).toContain('150 more')
  })
})

describe('what is wrong is said, and nothing that was typed is lost', () => {
  test.each<readonly [what: string, fields: Record<string, string | File>, words: string]>([
    ['a rule that makes no sense', { rules: BROKEN }, 'Line 4: In the expression'],
    ['what is no XML', { rules: 'Un. Deux.' }, 'This is not an XML file'],
    ['what is cut off', { rules: SRX.slice(0, 200) }, 'The file ends in the middle'],
    ['a character that cannot be kept', { rules: SRX.replace('"A"', '"\0"') }, 'Line'],
    ['rules for another language', { rules: SRX.replace('".*"', '"en"'), abbreviations: 'x' }, 'nothing for French'],
    ['a file that makes no sense', { rules: SRX, file: new File([BROKEN], 'b.srx') }, '“b.srx”: Line 4: In the'],
    ['a file of nothing but white space', { rules: SRX, file: new File(['  '], 'b.srx') }, '“b.srx”'],
    ['a file that is no text', { rules: SRX, file: new File([Buffer.alloc(99)], 'b.srx') }, '“b.srx”'],
    ['a file in an encoding nobody knows', { rules: SRX, file: new File([SRX.replace('UTF-8', 'x-y')], 'b') }, '“x-y”'],
    ['a file that is too large', { rules: SRX, file: new File([Buffer.alloc(LARGEST_RULES + 1)], 'b') }, 'too large'],
    [
      'a text that is too large',
      { rules: SRX + `<!--${'x'.repeat(1000)}-->`.repeat(LARGEST_RULES / 1000) },
      'too large',
    ],
  ])('%s', async (_, fields, words) => {
    const { db, administrator, path, sending } = await desk()
    const before = await contents(db)
    for (const address of [path, `${path}/preview`]) {
      const answer = await administrator.ask(
        address,
        sending({ abbreviations: 'zim\nzam', text: 'Un. Deux.', ...fields }),
      )
      const page = await answer.text()
      expect(answer.status).toBe(422)
      expect(read(/role="alert">([\s\S]*?)<\/p>/u.exec(page)![1]!)).toContain(words.replaceAll('"', '&quot;'))
      expect(boxOf(page, 'text')).toBe('Un. Deux.')
      expect(boxOf(page, 'rules').length).toBe(String(fields['rules']).length)
      expect(boxOf(page, 'abbreviations')).toBe(fields['abbreviations'] ?? 'zim\nzam')
    }
    expect(await contents(db)).toBe(before)
  })

  test('rules that take too long for a text', async () => {
    const { preview } = await desk()
    const rules = SRX.replace('<afterbreak>\\s', '<afterbreak>(?=[\\s\\S]*zzz)\\s')
    const { status, page } = await preview({ rules, text: 'Un. '.repeat(100_000) })
    expect([200, 422]).toContain(status)
    expect(boxOf(page, 'rules')).toBe(rules)
  })

  test('no document and no text', async () => {
    const { preview } = await desk()
    const { status, page } = await preview({ document: '', text: ' ' })
    expect(status).toBe(422)
    expect(page).toContain('role="alert"')
  })
})
