import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { LARGEST_TEXT } from '../../src/formats/paragraphs.ts'
import { type Browser, operation, right, served, testDesk } from '../support/desk.ts'
import { contents } from '../support/people.ts'

async function desk(settings?: Parameters<typeof testDesk>[0]) {
  const t = await testDesk(settings)
  return { ...t, ...served(t) }
}

function uploading(project: number, fields: Record<string, string>, ...files: File[]): RequestInit {
  const body = new FormData()
  body.set('project', String(project))
  body.set('operation', operation())
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  for (const file of files) body.append('file', file)
  return { method: 'POST', body }
}

const textFile = (name: string, text: string) => new File([text], name)

describe('the documents page', () => {
  test('shows what somebody may see, and the way to bring a document in to who may', async () => {
    const { browser } = await desk()
    const page = async (id: string) => (await (await browser(id)).get('/')).text()
    for (const id of ['translator', 'administrator']) expect(await page(id)).toContain('action="/documents"')
    for (const id of ['reviewer', 'exporter']) expect(await page(id)).not.toContain('action="/documents"')
    for (const id of ['translator', 'reviewer', 'exporter', 'administrator']) {
      expect(await page(id)).toContain('>article.txt</a>')
    }
    const stranger = await page('stranger')
    expect(stranger).not.toContain('Konya')
    expect(stranger).not.toContain('>article.txt<')
  })
})

describe('importing in the browser', () => {
  test('a file becomes a document, and its page opens', async () => {
    const { browser, project, count } = await desk()
    const translator = await browser('translator')
    const answer = await translator.ask(
      '/documents',
      uploading(project.id, {}, textFile('new.txt', 'Une phrase. Une autre.')),
    )
    expect(answer.status).toBe(303)
    const page = await (await translator.get(answer.headers.get('location')!)).text()
    expect(page).toContain('Une phrase.')
    expect(page).toContain('>new.txt</b>')
    expect(await count('segments where document_id = 2')).toBe(2)
    expect(await count(`documents where id = 2 and imported_by = 'translator'`)).toBe(1)
  })

  test('several files at once, and a text pasted', async () => {
    const { browser, project, count } = await desk()
    const translator = await browser('translator')
    const files = [textFile('one.txt', 'Un.'), textFile('two.md', '# Deux')]
    expect((await translator.ask('/documents', uploading(project.id, {}, ...files))).headers.get('location')).toBe('/')
    await translator.ask('/documents', uploading(project.id, { name: 'pasted', text: 'Trois.' }))
    expect(await count('documents')).toBe(4)
    expect(await count(`documents where name = 'pasted.txt'`)).toBe(1)
  })

  test.each<readonly [what: string, fields: Record<string, string>, files: readonly File[], words: string]>([
    ['empty', {}, [], 'empty'],
    ['of an unknown ending', {}, [textFile('a.odt', 'Un.')], 'a.odt'],
    ['not UTF-8', {}, [new File([Buffer.from('Caf\xe9.', 'latin1')], 'a.txt')], 'not UTF-8'],
    ['binary', {}, [new File([Buffer.alloc(100)], 'a.txt')], 'not a text'],
    ['too large', {}, [new File([Buffer.alloc(LARGEST_TEXT + 1, 'a')], 'a.txt')], 'too large'],
    ['50 MB', {}, [new File([Buffer.alloc(50 * 1024 * 1024, 'a')], 'a.txt')], 'too large'],
  ])('what cannot be read is said and changes nothing: %s', async (_, fields, files, words) => {
    const { db, browser, project } = await desk()
    const translator = await browser('translator')
    const before = await contents(db)
    const answer = await translator.ask('/documents', uploading(project.id, fields, ...files))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(words)
    expect(await contents(db)).toBe(before)
  })

  describe('a file that is not UTF-8 and does not say what it is', () => {
    const LATIN = new File([Buffer.from('Un caf\xe9 \x96 deux.', 'latin1')], 'a b.txt')
    const OTHER = new File([Buffer.from('L\x92\xe9t\xe9.', 'latin1')], 'été.txt')
    const decoded = (attribute: string) => attribute.replaceAll('&amp;', '&').replaceAll('&quot;', '"')

    /** The answer to an upload, and the form in it that asks, as a browser would send it. */
    async function asked(...files: File[]) {
      const t = await desk()
      const translator = await t.browser('translator')
      const answer = await translator.ask('/documents', uploading(t.project.id, { date: '2024-05-31' }, ...files))
      const page = await answer.text()
      const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(page)![1]!
      const kept = [...page.matchAll(/name="kept" value="([^"]*)"/gu)].map(([, value]) => decoded(value!))
      const body = new FormData()
      for (const name of ['operation', 'project', 'date']) body.set(name, field(name))
      const send = (...ticked: string[]) => {
        for (const value of ticked) body.append('kept', value)
        body.set('encoding', 'windows-1252')
        return translator.ask('/documents', { method: 'POST', body })
      }
      return { ...t, answer, page, kept, send }
    }

    test('is asked about with a word of it, and comes in as it was when somebody says that it is right', async () => {
      const { answer, page, kept, send, sql } = await asked(LATIN)
      expect(answer.status).toBe(422)
      expect(page).toContain('a b.txt <q lang="fr">café</q>')
      expect(page).toContain('>Import as Windows-1252</button>')
      expect((await send(...kept)).headers.get('location')).toBe('/documents/2')
      const { rows } = await sql('select name, encoding, original, date from documents where id = 2')
      expect(rows[0]).toMatchObject({ name: 'a b.txt', encoding: 'windows-1252', date: '2024-05-31' })
      expect(Buffer.from(rows[0]!['original'] as ArrayBuffer)).toEqual(Buffer.from(await LATIN.arrayBuffer()))
      expect((await sql('select source from segments where document_id = 2')).rows[0]!['source']).toBe(
        'Un café – deux.',
      )
    })

    test('does not keep others out, and is imported only where it is ticked', async () => {
      const { page, kept, send, sql } = await asked(textFile('good.txt', 'Un.'), LATIN, OTHER)
      expect(page).toContain('“good.txt” is imported.')
      expect(kept).toHaveLength(2)
      await send(kept[1]!)
      const { rows } = await sql('select name, encoding from documents where id > 1 order by id')
      expect(rows.map(({ name, encoding }) => [name, encoding])).toEqual([
        ['good.txt', null],
        ['été.txt', 'windows-1252'],
      ])
    })

    test.each([
      ['is none', 'nonsense a.txt'],
      ['is larger unpacked than any document', `${gzipSync(Buffer.alloc(LARGEST_TEXT + 1)).toString('base64')} a.txt`],
      ['is empty', ''],
    ])('what the form carries and %s is refused', async (_, field) => {
      const { db, send } = await asked(LATIN)
      const before = await contents(db)
      expect((await send(field)).status).toBe(422)
      expect(await contents(db)).toBe(before)
    })

    test('an encoding nobody is asked for is a form that is not ours', async () => {
      const { browser, project } = await desk()
      const form = uploading(project.id, { encoding: 'utf-7' }, LATIN)
      expect((await (await browser('translator')).ask('/documents', form)).status).toBe(422)
    })
  })

  test('the same file again is said to be there', async () => {
    const { db, browser, project } = await desk()
    const translator = await browser('translator')
    await translator.ask('/documents', uploading(project.id, {}, textFile('a.txt', 'Un.')))
    const before = await contents(db)
    const answer = await translator.ask('/documents', uploading(project.id, {}, textFile('b.txt', 'Un.')))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('“b.txt” is there already, as “a.txt”.')
    expect(await contents(db)).toBe(before)
  })

  test('a pasted text that cannot be kept is given back', async () => {
    const { browser, project } = await desk()
    const translator = await browser('translator')
    const answer = await translator.ask('/documents', uploading(project.id, { name: 'a.odt', text: 'Le texte.' }))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Le texte.</textarea>')
  })

  test('a form without an operation is refused', async () => {
    const { db, browser, project } = await desk()
    const translator = await browser('translator')
    const before = await contents(db)
    const form = uploading(project.id, { operation: '' }, textFile('a.txt', 'Un.'))
    expect((await translator.ask('/documents', form)).status).toBe(422)
    expect(await contents(db)).toBe(before)
  })

  test('a second file from the same page is imported or refused in words', async () => {
    const { browser, project } = await desk()
    const translator = await browser('translator')
    const operationId = operation()
    await translator.ask('/documents', uploading(project.id, { operation: operationId }, textFile('a.txt', 'Un.')))
    const again = uploading(project.id, { operation: operationId }, textFile('b.txt', 'Deux.'))
    expect((await translator.ask('/documents', again)).status).toBeLessThan(500)
  })

  test('a name that cannot be kept is refused', async () => {
    const { browser, project } = await desk()
    const translator = await browser('translator')
    const form = uploading(project.id, { name: 'cut\0 here.txt', text: 'Un.' })
    expect((await translator.ask('/documents', form)).status).toBe(422)
  })

  test('of several files, one that cannot be read keeps all out, or the page says which came in', async () => {
    const { browser, project, count } = await desk()
    const translator = await browser('translator')
    const files = [textFile('good.txt', 'Un.'), textFile('bad.odt', 'Deux.')]
    const page = await (await translator.ask('/documents', uploading(project.id, {}, ...files))).text()
    const said = /role="alert">[^<]*good\.txt/u.test(page)
    expect((await count('documents')) === 1 || said).toBe(true)
  })

  test('of several files, the page says which one cannot be read', async () => {
    const { browser, project } = await desk()
    const translator = await browser('translator')
    const files = [textFile('good.txt', 'Un.'), textFile('empty.txt', ' '), textFile('bad.odt', 'Deux.')]
    const page = await (await translator.ask('/documents', uploading(project.id, {}, ...files))).text()
    expect(page).toContain('“empty.txt”: The file is empty.')
    expect(page.match(/bad\.odt/gu)).toHaveLength(1)
  })

  test('it takes a translator of the project', async () => {
    const { db, browser, project } = await desk()
    const before = async (id: string) => ({ browser: await browser(id), kept: await contents(db) })
    for (const [id, status] of [
      ['reviewer', 403],
      ['exporter', 403],
      ['stranger', 404],
    ] as const) {
      const { browser: person, kept } = await before(id)
      const answer = await person.ask('/documents', uploading(project.id, {}, textFile('a.txt', 'Un.')))
      expect([id, answer.status]).toEqual([id, status])
      expect(await contents(db)).toBe(kept)
    }
    const translator = await browser('translator')
    expect((await translator.ask('/documents', uploading(99, {}, textFile('a.txt', 'Un.')))).status).toBe(404)
  })

  test.each(['one', '1e999'])('a project that is no number is a form that is not ours: %j', async (project) => {
    const { browser } = await desk()
    const translator = await browser('translator')
    const form = uploading(1, { project }, textFile('a.txt', 'Un.'))
    expect((await translator.ask('/documents', form)).status).toBeLessThan(500)
  })
})

describe('a document', () => {
  test('shows both texts, the terms and where each segment is', async () => {
    const { browser, document, approved, translated, save } = await desk()
    await approved(1)
    await translated(2)
    await save(3, right(3))
    const translator = await browser('translator')
    const page = await (await translator.get(`/documents/${document.id}`)).text()
    expect(page).toContain('<mark class="rendered"')
    for (const state of ['approved', 'translated', 'draft', 'initial']) expect(page).toContain(`data-state="${state}"`)
    expect(page.match(/<article/gu)).toHaveLength(6)
    expect(page).toContain('1 of 6 approved')
  })

  test.each([
    ['all', 6],
    ['todo', 4],
    ['blocked', 1],
    ['review', 1],
    ['approved', 1],
    ['stale', 0],
    ['nonsense', 6],
  ])('narrowed to %s it shows %i', async (show, segments) => {
    const { browser, document, approved, translated, save } = await desk()
    await approved(1)
    await translated(2)
    await save(3, 'A truce.')
    const translator = await browser('translator')
    const page = await (await translator.get(`/documents/${document.id}?show=${show}`)).text()
    expect(page.match(/<article/gu) ?? []).toHaveLength(segments)
  })

  test('never shows more than a window of rows, and every row can be reached once', async () => {
    const sources = Array.from({ length: 1_000 }, (_, n) => `Phrase numéro ${n + 1}.`)
    const { browser, document } = await desk({ sources })
    const translator = await browser('translator')
    const seen: string[] = []
    let path: string | undefined = `/documents/${document.id}`
    while (path !== undefined) {
      const page: string = await (await translator.get(path)).text()
      const rows = [...page.matchAll(/id="segment-(\d+)"/gu)].map(([, id]) => id!)
      expect(rows.length).toBeLessThanOrEqual(100)
      seen.push(...rows)
      path = /hx-get="([^"]*after=[^"]*)"/u.exec(page)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toEqual(sources.map((_, n) => String(n + 1)))
    const middle = await (await translator.get(`/documents/${document.id}?at=500`)).text()
    expect(middle).toContain('data-active="500"')
    expect(middle.match(/id="segment-/gu)!.length).toBeLessThanOrEqual(100)
  })

  test('approving all that is clean takes what the page showed, by a reviewer', async () => {
    const { browser, document, translated, row } = await desk()
    await translated(1)
    await translated(2)
    const reviewer = await browser('reviewer')
    const path = `/documents/${document.id}`
    const page = await (await reviewer.get(path)).text()
    const form = {
      seen: /name="seen" value="(\d+)"/u.exec(page)![1]!,
      operation: /name="operation" value="([^"]+)"/u.exec(page)![1]!,
    }
    await translated(2, 'translator', 'The Minsk Group meets in Vienna.')

    expect((await (await browser('translator')).post(`${path}/approvals`, form)).status).toBe(403)
    const answer = await reviewer.post(`${path}/approvals`, form)
    expect(answer.status).toBe(303)
    expect(await (await reviewer.get(answer.headers.get('location')!)).text()).toContain('1 segment approved.')
    expect([(await row(1)).state, (await row(2)).state]).toEqual(['approved', 'translated'])
    for (const wrong of [{}, { seen: -1, operation: operation() }, { seen: 9 }]) {
      expect((await reviewer.post(`${path}/approvals`, wrong)).status).toBe(422)
    }
  })
})

/** Every address of the desk, with something at it. */
const PAGES = [
  '/',
  '/documents/1',
  '/documents/1?show=review&at=2',
  '/documents/1?at=99999&show=blocked',
  '/documents/1/rows?after=2',
  '/documents/1/rows?before=3',
  '/documents/1/export?format=csv&state=all',
  '/documents/1/export?format=tmx',
  '/projects/1/export?format=csv',
  '/segments/1',
  '/segments/1/editor',
  '/people',
  '/sign-in',
]

const WRITES = [
  '/language',
  '/session',
  '/session/end',
  '/documents',
  '/documents/1/approvals',
  '/segments/1/ledger',
  '/segments/1/revisions',
  '/segments/1/submissions',
  '/segments/1/approvals',
  '/segments/1/withdrawals',
  '/segments/1/rejections',
  '/people',
  '/people/translator/invitation',
  '/people/roles/1/end',
]

describe('every address', () => {
  /** Somebody who may do everything everywhere. */
  async function everything() {
    const t = await desk()
    await t.translated(1)
    await t.sql(`insert into memberships (user_id, role) values ('administrator', 'administrator')`)
    return { ...t, all: await t.browser('administrator') }
  }

  test('reading writes nothing', async () => {
    const { db, all, browser } = await everything()
    const stranger = await browser('stranger')
    const before = await contents(db)
    for (const path of PAGES) {
      expect([path, (await all.get(path)).status]).toEqual([path, 200])
      await (await all.get(path)).text()
      await all.ask(path, { method: 'HEAD' })
      await stranger.get(path)
    }
    for (const path of WRITES) await all.get(path)
    expect(await contents(db)).toBe(before)
  })

  test('a page carries the policy with a nonce of its own, which its scripts have', async () => {
    const { all, app } = await everything()
    const nonces = new Set<string>()
    const answers = [
      ...(await Promise.all(PAGES.map((path) => all.get(path)))),
      await all.get('/nowhere'),
      await all.get('/documents/99'),
      await all.post('/documents/1/approvals'),
      await app.request('/'),
      await app.request('/sign-in'),
    ]
    for (const answer of answers) {
      const policy = answer.headers.get('Content-Security-Policy') ?? ''
      const nonce = /script-src 'nonce-([^']+)'/u.exec(policy)?.[1]
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toContain('unsafe')
      for (const directive of [
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ]) {
        expect(policy).toContain(directive)
      }
      expect(nonce).toBeTruthy()
      nonces.add(nonce!)
      expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
      if (!answer.headers.get('Content-Type')?.startsWith('text/html')) continue
      const page = await answer.text()
      for (const [script] of page.matchAll(/<script[^>]*>/gu)) expect(script).toContain(`nonce="${nonce}"`)
      expect(page).not.toMatch(/<[^>]*\son\w+=/iu)
      expect(page).not.toMatch(/<[^>]*\sstyle=/iu)
    }
    expect(nonces.size).toBe(answers.length)
  })

  test.each(WRITES)('%s is refused from another site', async (path) => {
    const { db, all } = await everything()
    const before = await contents(db)
    const forms: readonly RequestInit[] = [
      { body: new URLSearchParams({ target: 'x', revision: '1', operation: operation() }) },
      { body: uploading(1, {}, textFile('a.txt', 'Un.')).body! },
      { body: 'x=1', headers: { 'Content-Type': 'text/plain' } },
      {},
    ]
    for (const form of forms) {
      for (const from of ['cross-site', 'same-site']) {
        const headers = new Headers(form.headers)
        headers.set('Sec-Fetch-Site', from)
        headers.set('Origin', 'https://evil.example')
        expect([from, (await all.ask(path, { ...form, method: 'POST', headers })).status]).toEqual([from, 403])
      }
    }
    expect(await contents(db)).toBe(before)
  })

  describe('a body of another type from another site, which a browser would ask about first,', () => {
    const headers = {
      'Content-Type': 'application/json',
      'Sec-Fetch-Site': 'cross-site',
      Origin: 'https://evil.example',
    }
    const body = JSON.stringify({ target: 'x', revision: 1, seen: 99, operation: operation() })

    test('changes nothing', async () => {
      const { db, all } = await everything()
      const before = await contents(db)
      for (const path of WRITES.filter((path) => path !== '/session/end')) {
        expect((await all.ask(path, { method: 'POST', body, headers })).ok).toBe(false)
      }
      expect(await contents(db)).toBe(before)
    })

    test('is refused', async () => {
      const { all } = await everything()
      expect((await all.ask('/session/end', { method: 'POST', body, headers })).status).toBe(403)
    })
  })

  test('to a stranger nothing is there', async () => {
    const { db, browser } = await everything()
    const stranger = await browser('stranger')
    const before = await contents(db)
    for (const path of PAGES.filter((path) => path !== '/' && path !== '/sign-in')) {
      expect([path, (await stranger.get(path)).status]).toEqual([path, 404])
    }
    expect((await stranger.post('/documents/1/approvals', { seen: 99, operation: operation() })).status).toBe(404)
    expect(await contents(db)).toBe(before)
  })
})

const HOSTILE = [
  '<script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  `'><svg/onload=alert(1)>`,
  '<img src="x" onerror="alert(1)">',
  '" autofocus onfocus="alert(1)',
  '" hx-on:load="alert(1)" x="',
  '<div hx-get="/people" hx-trigger="load"></div>',
  '<a href="javascript:alert(1)">x</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<base href="https://evil.example/">',
  '<form action="https://evil.example"><input name=x></form>',
  '<style>*{display:none}</style>',
  '<!--<script>alert(1)//-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<1>not a tag of ours</1>',
  '<math><mtext></p><script>alert(1)</script>',
  '{{constructor.constructor("alert(1)")()}}<b>bold</b>',
]

/** What of a text would be code if it stood in a page as it is. */
const isCode = (page: string, text: string) => /[<"]/u.test(text) && page.includes(text)

/** The same text as HTML shows it. */
const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

describe('text is never code', () => {
  const harmless = async (browser: Browser, path: string, texts: readonly string[]) => {
    const page = await (await browser.get(path)).text()
    for (const text of texts) {
      expect.soft(isCode(page, text), `${path}: ${text}`).toBe(false)
      expect.soft(page, path).toContain(escaped(text))
    }
    return page
  }

  test('in a source, a target, a reason, and the names of a document and a project', async () => {
    const project = HOSTILE.join(' ')
    const name = `${HOSTILE.join(' ')}.txt`
    const t = await desk({ sources: ['Un.', ...HOSTILE.map((text) => `Dit ${text}`)], project, name })
    const segments = await t.rows()
    // Written as they are, past what an import makes of markup.
    for (const [n, text] of HOSTILE.entries()) await t.save(n + 1, text)
    await t.translated(1, 'translator', 'One.')
    const reviewer = await t.browser('reviewer')
    const translator = await t.browser('translator')
    for (const text of HOSTILE) {
      const { head: revision } = await t.row(1)
      const form = { revision, operation: operation(), reason: text }
      expect((await reviewer.post('/segments/1/rejections', form)).status).toBe(303)
      await harmless(translator, '/segments/1/editor', [text])
      await t.translated(1, 'translator', `One${' '.repeat(revision)}.`)
    }
    await harmless(translator, '/', [project, name])
    const page = await harmless(translator, '/documents/1', [project, name, ...HOSTILE.slice(1)])
    expect(page.match(/<script/gu)).toHaveLength(2)
    expect(segments.length).toBeGreaterThan(HOSTILE.length)
  }, 30_000)

  test('in a target that is typed, saved, overtaken and shown', async () => {
    const t = await desk()
    const translator = await t.browser('translator')
    for (const text of HOSTILE) {
      const { head: revision } = await t.row(4)
      const saved = await translator.post('/segments/4/revisions', { target: text, revision, operation: operation() })
      expect(saved.status).toBe(303)
      expect((await t.row(4)).target).toBe(text)
      await harmless(translator, '/segments/4', [text])
      await harmless(translator, '/segments/4/editor', [text])
      const form = { target: 'Mine.', revision, operation: operation() }
      const overtaken = await translator.post('/segments/4/revisions', form, { 'HX-Request': 'true' })
      expect(overtaken.status).toBe(409)
      expect(isCode(await overtaken.text(), text)).toBe(false)
    }
  })

  test('in what is pasted, its name, and the sentence that refuses it', async () => {
    const t = await desk()
    const translator = await t.browser('translator')
    for (const text of HOSTILE) {
      const refused = await translator.ask('/documents', uploading(1, { name: `${text}.odt`, text }))
      expect(refused.status).toBe(422)
      const page = await refused.text()
      expect(isCode(page, text)).toBe(false)
      expect(page).toContain(`${escaped(text)}</textarea>`)
      expect(page).toContain(`value="${escaped(text)}.odt"`)
      expect(page).toContain(`“${escaped(text)}.odt”`)
      const kept = await translator.ask('/documents', uploading(1, { name: `${text}.txt`, text: `Dit ${text}` }))
      expect(kept.status).toBe(303)
      const shown = await harmless(translator, kept.headers.get('location')!, [`${text}.txt`])
      expect(isCode(shown, `Dit ${text}`)).toBe(false)
    }
    await harmless(translator, '/', HOSTILE)
  }, 30_000)

  test('in an address', async () => {
    const t = await desk()
    const translator = await t.browser('translator')
    for (const text of HOSTILE) {
      const query = encodeURIComponent(text)
      for (const path of [
        `/documents/1?show=${query}&at=${query}`,
        `/documents/1/export?format=${query}`,
        `/${query}`,
      ]) {
        const page = await (await translator.get(path)).text()
        expect(isCode(page, text), path).toBe(false)
      }
    }
  })
})
