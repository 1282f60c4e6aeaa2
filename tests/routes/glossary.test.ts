import { describe, expect, test } from 'vitest'
import { projectNamed } from '../../db/projects.ts'
import { segmentsAfter } from '../../db/segments.ts'
import { changeConcepts } from '../../src/desk/changeConcepts.ts'
import { judgeAnew } from '../../src/desk/judgeAnew.ts'
import { previewChange } from '../../src/desk/previewChange.ts'
import { propose } from '../../src/desk/propose.ts'
import { saveTarget } from '../../src/desk/saveTarget.ts'
import { concept, term } from '../glossary/concepts.ts'
import { CONCEPTS, imported, operation, right, SENTENCES, served, testDesk, wrong } from '../support/desk.ts'

/** A desk with a terminologist, and the application over it. */
async function curated(settings: Parameters<typeof testDesk>[0] = {}) {
  const t = await testDesk({
    ...settings,
    concepts: [
      ...CONCEPTS,
      {
        ...concept('attache', 'attaché', { preferred: ['attaché'] }),
        definition: 'An envoy.',
        subject: 'diplomacy',
      },
    ],
  })
  await t.person('terminologist', 'terminologist')
  const { browser } = served(t)
  const page = async (path: string, id = 'terminologist') => {
    const answer = await (await browser(id)).get(path)
    return {
      status: answer.status,
      html: await answer.text(),
      headers: answer.headers,
    }
  }
  const post = async (path: string, fields: Record<string, string | number>, id = 'terminologist') => {
    const answer = await (await browser(id)).post(path, {
      operation: operation(),
      ...fields,
    })
    await judgeAnew(t.desk)
    return {
      status: answer.status,
      html: await answer.text(),
      location: answer.headers.get('Location'),
    }
  }
  return { ...t, page, post }
}

/** The fields of the special forces, with another English term. */
const OTHERWISE = {
  base: 1,
  'was.0': 0,
  'lang.0': 'fr',
  'term.0': 'forces spéciales',
  'status.0': 'preferred',
  'lang.1': 'en',
  'term.1': 'special operations forces',
  'status.1': 'preferred',
  'lang.2': 'en',
  'term.2': 'special forces',
  'status.2': 'superseded',
  reason: 'NATO says so.',
}

describe('the list', () => {
  test.each([
    ['everything', '/glossary', ['attaché', 'ceasefire', 'Minsk Group', 'special forces']],
    ['a word without its accent', '/glossary?q=attache', ['attaché']],
    ['a word of a definition', '/glossary?q=envoy', ['attaché']],
    ['a subject', '/glossary?subject=diplomacy', ['attaché']],
    ['a status', '/glossary?status=superseded', ['armistice']],
    ['nothing', '/glossary?q=nowhere', ['No concept is like this.']],
  ])('shows %s', async (_, path, words) => {
    const { page } = await curated()
    const { html } = await page(path, 'translator')
    for (const word of words) expect(html).toContain(word)
    if (path.includes('?')) expect(html).not.toContain('Groupe de Minsk')
  })

  test('offers a change to terminologists only', async () => {
    const { page } = await curated()
    expect((await page('/glossary')).html).toContain('New concept')
    expect((await page('/glossary', 'translator')).html).not.toContain('New concept')
    expect((await page('/glossary/concepts/new', 'translator')).status).toBe(403)
    expect((await page('/glossary/concepts/special-forces', 'translator')).html).not.toContain(
      '<form class="form wide"',
    )
  })

  test.each([
    ['csv', /concept,lang,term/u],
    ['tbx', /<tbx type="TBX-Basic"/u],
    ['tbx-v2', /<martif type="TBX"/u],
  ])('leaves as %s', async (format, content) => {
    const { page } = await curated()
    const { html, headers } = await page(`/glossary/export?format=${format}`, 'translator')
    expect(html).toMatch(content)
    expect(headers.get('Content-Disposition')).toContain('attachment; filename="glossary.')
  })

  test('says what contradicts itself', async () => {
    const { page, post } = await curated()
    expect((await page('/glossary/findings')).html).toContain('Nothing in the glossary contradicts itself.')
    const fields = {
      base: 0,
      apply: 'yes',
      'lang.0': 'fr',
      'term.0': 'cessez-le-feu',
      'lang.1': 'en',
      'term.1': 'truce',
    }
    await post('/glossary/concepts/new/changes', fields)
    expect((await page('/glossary/findings')).html).toContain('is a term of “ceasefire” and “truce”')
  })
})

test('says how much waits on its pages', async () => {
  const { page, post, approved } = await curated()
  const counts = async () => [...(await page('/glossary')).html.matchAll(/class="count">(\d+)</gu)].map(([, n]) => n)
  expect(await counts()).toEqual(['0', '0'])
  await approved(1)
  await post('/glossary/concepts/special-forces/changes', { ...OTHERWISE, apply: 'yes' })
  await post('/glossary/proposals', { segment: 1, source: 'unité', target: 'unit' }, 'translator')
  expect(await counts()).toEqual(['1', '1'])
})

describe('a change', () => {
  test('is shown before it is made, with the texts it would turn', async () => {
    const { approved, count, post } = await curated()
    await approved(1)
    const { status, html } = await post('/glossary/concepts/special-forces/changes', OTHERWISE)
    expect(status).toBe(200)
    expect(html).toContain('1 would no longer meet the glossary')
    expect(html).toContain('Les forces spéciales sont parties.')
    const elsewhere = await post('/glossary/concepts/special-forces/changes', OTHERWISE, 'stranger')
    expect(elsewhere.html).toContain('1 would no longer meet the glossary')
    expect(elsewhere.html).not.toContain('Les forces spéciales sont parties.')
    expect(html).toContain('name="term.1" value="special operations forces"')
    expect(await count('glossary_versions')).toBe(1)
  })

  test('is put into force: what it breaks is stale, its history says who and why', async () => {
    const { approved, row, post, page, desk } = await curated()
    await approved(1)
    const { location } = await post('/glossary/concepts/special-forces/changes', { ...OTHERWISE, apply: 'yes' })
    expect(location).toBe('/glossary/concepts/special-forces')
    expect(await row(1)).toMatchObject({
      state: 'approved',
      stale: true,
      blocked: true,
    })
    expect(desk.concepts.get('special-forces')?.terms).toEqual([
      term('fr', 'forces spéciales'),
      term('en', 'special operations forces'),
      term('en', 'special forces', { status: 'superseded' }),
    ])
    const { html } = await page('/glossary/concepts/special-forces')
    expect(html).toContain('NATO says so.')
    expect(html).toContain('terminologist')
    expect(html).toContain('missing')
  })

  test('is shown with what the texts could say instead, and takes what is chosen', async () => {
    const { post, page, approved, translated, row } = await curated()
    await approved(1)
    await translated(5)
    // They curate in another project, and see nothing of this one.
    const elsewhere = await post('/glossary/concepts/special-forces/changes', OTHERWISE, 'stranger')
    expect(elsewhere.html).not.toContain('name="rewrite.1"')
    const { html } = await post('/glossary/concepts/special-forces/changes', OTHERWISE)
    expect(html).toContain('name="rewrite.1" value="1"')
    expect(html).toContain('all 2 suggested texts')

    const chosen = { ...OTHERWISE, apply: 'yes', 'offered.1': 1, 'offered.5': 1, 'rewrite.1': 1 }
    const { location } = await post('/glossary/concepts/special-forces/changes', chosen)
    expect((await page(location!)).html).toContain('1 text was written anew')
    expect(await row(1)).toMatchObject({
      target: 'The special operations forces have left.',
      state: 'translated',
      author: 'terminologist',
      blocked: false,
    })
    expect(await row(5)).toMatchObject({ target: right(5), blocked: true })
  })

  test('takes everything it offered where that is asked for, but no text that somebody changed meanwhile', async () => {
    const { post, save, translated, row, person } = await curated()
    await save(1, right(1))
    await translated(5)
    await person('both', 'terminologist', 'translator')
    const all = { ...OTHERWISE, apply: 'all', 'offered.1': 1, 'offered.5': 1 }
    await save(1, 'The special forces are gone.')
    const { location } = await post('/glossary/concepts/special-forces/changes', all, 'both')
    expect(location).toContain('rewritten=1')
    expect((await row(1)).target).toBe('The special forces are gone.')
    expect(await row(5)).toMatchObject({
      target: 'The special operations forces are keeping to the ceasefire.',
      state: 'translated',
    })
  })

  test('says how far it is, while translators go on', async () => {
    const all = 2_000
    const t = await testDesk({ sources: Array.from({ length: all }, (_, at) => `Les forces spéciales, ${at}.`) })
    await t.person('terminologist', 'terminologist')
    await t.sql(`insert into revisions (segment_id, number, target, searched, author, origin, operation_id, at)
      select id, 1, 'The special forces.', 'the special forces.', 'reviewer', 'typed', 'written-' || id, 0 from segments`)
    await judgeAnew(t.desk)
    const { browser } = served(t)
    const terminologist = await browser('terminologist')
    const translator = await browser('translator')

    const fields = { ...OTHERWISE, operation: operation(), apply: 'yes' }
    expect((await terminologist.post('/glossary/concepts/special-forces/changes', fields)).status).toBe(303)
    const left: number[] = []
    for (let position = all; ; position--) {
      const judging = await (await translator.get('/glossary/judging')).text()
      const [, count] = /([\d,]+) texts?/u.exec(judging) ?? []
      if (count === undefined) break
      left.push(Number(count.replace(',', '')))
      const target = `Special operations forces, ${position}.`
      const form = { operation: operation(), revision: 1, target }
      expect((await translator.post(`/segments/${position}/revisions`, form)).status).toBeLessThan(400)
      expect(await t.row(position)).toMatchObject({ target, judged: true, blocked: false })
    }
    await judgeAnew(t.desk)
    expect(left.length).toBeGreaterThan(2)
    expect(left).toEqual(left.toSorted((a, b) => b - a))
    expect((await t.rows()).filter(({ blocked }) => blocked)).toHaveLength(all - left.length)
  })

  test('of a concept somebody changed meanwhile is refused', async () => {
    const { post, desk } = await curated()
    await post('/glossary/concepts/special-forces/changes', {
      ...OTHERWISE,
      apply: 'yes',
    })
    const { status, html } = await post('/glossary/concepts/special-forces/changes', {
      ...OTHERWISE,
      'term.1': 'commandos',
      apply: 'yes',
    })
    expect(status).toBe(409)
    // What was typed is still there, to be put into force over what there is now.
    expect(html).toContain('value="commandos"')
    expect(html).toContain('value="NATO says so."')
    expect(html).toContain('name="base" value="2"')
    expect(desk.concepts.get('special-forces')?.terms[1]?.text).toBe('special operations forces')
  })

  test('that makes no sense is said, and what was typed is still there', async () => {
    const { post, count } = await curated()
    const { status, html } = await post('/glossary/concepts/special-forces/changes', {
      ...OTHERWISE,
      'not_when.1': 'behind us',
      'lang.1': 'english!',
      apply: 'yes',
    })
    expect(status).toBe(422)
    expect(html).toContain('“behind us” is no condition')
    expect(html).toContain('“english!” is not a language tag')
    expect(html).toContain('special operations forces')
    expect(await count('glossary_versions')).toBe(1)
  })

  test('adds a concept under a name of its own, and retires one', async () => {
    const { post, desk, page } = await curated()
    const fields = {
      base: 0,
      apply: 'yes',
      'lang.0': 'fr',
      'term.0': 'Œil du général',
      'lang.1': 'en',
      'term.1': 'eye',
    }
    expect((await post('/glossary/concepts/new/changes', fields)).location).toBe('/glossary/concepts/oeil-du-general')
    expect((await post('/glossary/concepts/new/changes', fields)).location).toBe('/glossary/concepts/oeil-du-general-2')
    await post('/glossary/concepts/special-forces/changes', {
      ...OTHERWISE,
      retire: 'yes',
      apply: 'yes',
    })
    expect(desk.concepts.has('special-forces')).toBe(false)
    const retired = await page('/glossary/concepts/special-forces')
    expect(retired.html).toContain('Retired')
    expect(retired.html).not.toContain('name="term.0"')
    expect((await page('/glossary/retired')).html).toContain(
      '<a href="/glossary/concepts/special-forces">forces spéciales</a>',
    )
    const restored = await page('/glossary/concepts/special-forces?revision=1')
    expect(restored.html).toContain('value="special forces"')
    expect(restored.html).not.toContain('name="retire"')
    // Its id stays with its history.
    const again = { ...fields, 'term.0': 'special forces' }
    expect((await post('/glossary/concepts/new/changes', again)).location).toBe('/glossary/concepts/special-forces-2')
  })

  test('that would contradict itself is refused, and what stands elsewhere is said', async () => {
    const { post, count } = await curated()
    const two = { 'lang.3': 'en', 'term.3': 'elite troops', 'status.3': 'preferred' }
    const refused = await post('/glossary/concepts/special-forces/changes', { ...OTHERWISE, ...two, apply: 'yes' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('more than one preferred term')
    expect(refused.html).toContain('value="elite troops"')
    expect(await count('glossary_versions')).toBe(1)

    const shared = { base: 0, 'lang.0': 'fr', 'term.0': 'cessez-le-feu', 'lang.1': 'en', 'term.1': 'truce' }
    const { status, html } = await post('/glossary/concepts/new/changes', shared)
    expect(status).toBe(200)
    expect(html).toMatch(/<li class="verdict warning">.*“cessez-le-feu”/su)
  })

  test('that changes nothing is none', async () => {
    const { post, desk, count } = await curated()
    const { terms } = desk.concepts.get('ceasefire')!
    const fields = terms.flatMap(({ language, text, status }, at) => [
      [`lang.${at}`, language],
      [`term.${at}`, text],
      [`status.${at}`, status],
    ])
    const { html } = await post('/glossary/concepts/ceasefire/changes', {
      base: 1,
      apply: 'yes',
      ...Object.fromEntries(fields),
    })
    expect(html).toContain('Nothing in it is different.')
    expect(await count('glossary_versions')).toBe(1)
  })

  test('says in the history what is another in the concept itself', async () => {
    const { post, page } = await curated()
    const more = { definition: 'Troops <chosen>.', every_occurrence: 'yes', apply: 'yes' }
    await post('/glossary/concepts/special-forces/changes', { ...OTHERWISE, ...more })
    const { html } = await page('/glossary/concepts/special-forces')
    expect(html).toContain('<ins>Definition: Troops &lt;chosen&gt;.</ins>')
    expect(html).toContain('<ins>A rendering for every occurrence: yes</ins>')
  })

  test('says what became of a value that is now under another name', async () => {
    const { post } = await curated()
    const condition = { 'status.2': 'forbidden', reason: 'A condition.' }
    await post('/glossary/concepts/special-forces/changes', {
      ...OTHERWISE,
      ...condition,
      'not_when.0': 'capital',
      apply: 'yes',
    })
    const { html } = await post('/glossary/concepts/special-forces/changes', {
      ...OTHERWISE,
      ...condition,
      base: 2,
      'applies_when.0': 'capital',
    })
    expect(html).toContain('<ins>fr · forces spéciales · preferred · any form · Applies when: capital</ins>')
    expect(html).toContain('<del>fr · forces spéciales · preferred · any form · Not when: capital</del>')
  })

  test('keeps through its form what other programs said of a term, why it is made and what proposed it', async () => {
    const { post, desk } = await curated()
    const [theirs, ours] = [{ code: 'SF-1' }, { status: 'forbidden' }].map((extra) => JSON.stringify(extra))
    const fields = { ...OTHERWISE, 'extra.1': theirs!, 'extra.2': ours!, proposal: 7, edit: 'yes' }
    const { html } = await post('/glossary/concepts/special-forces/changes', fields)
    expect(html).toContain(`name="extra.1" value="${theirs!.replaceAll('"', '&quot;')}"`)
    expect(html).toContain('value="NATO says so."')
    await post('/glossary/concepts/special-forces/changes', {
      ...OTHERWISE,
      'extra.1': theirs!,
      'extra.2': ours!,
      apply: 'yes',
    })
    expect(desk.concepts.get('special-forces')?.terms.map(({ extra }) => extra)).toEqual([
      undefined,
      { code: 'SF-1' },
      undefined,
    ])
  })

  test('holds nothing that the database would cut', async () => {
    const { post, count } = await curated()
    for (const cut of [{ reason: 'be\0cause' }, { 'note.1': 'be\0cause' }]) {
      const { status } = await post('/glossary/concepts/special-forces/changes', { ...OTHERWISE, ...cut, apply: 'yes' })
      expect(status).toBe(422)
    }
    expect(await count('glossary_versions')).toBe(1)
  })

  test('accepts no proposal its maker may not see', async () => {
    const { post, desk, count } = await curated()
    await propose(desk, {
      segmentId: 1,
      source: 'unité',
      target: 'unit',
      note: '',
      by: 'translator',
      operationId: operation(),
    })
    const fields = { ...OTHERWISE, proposal: 1, apply: 'yes' }
    expect((await post('/glossary/concepts/special-forces/changes', fields, 'stranger')).status).toBe(404)
    expect(await count('glossary_versions')).toBe(1)
    expect((await post('/glossary/concepts/special-forces/changes', fields)).status).toBe(303)
  })

  test('to a first mention is previewed as it will be: one text of a document has to introduce', async () => {
    const osce = concept('osce', 'OSCE', { preferred: ['Organization for Security'], admitted: ['=OSCE'] })
    const t = await testDesk({ concepts: [osce], sources: ['L’OSCE vote.', 'L’OSCE parle.', 'L’OSCE part.'] })
    for (const at of [1, 2, 3]) await t.save(at, 'The OSCE meets.')
    const changes = [{ id: 'osce', base: 1, entry: { ...osce, fullAtFirstMention: true } }]
    const { breaks } = await previewChange(t.desk, changes)
    expect(breaks.map(({ segment }) => segment.position)).toEqual([1])
    expect(breaks[0]!.rewrite()?.target).toBe('The Organization for Security (OSCE) meets.')
    await changeConcepts(t.desk, { changes, reason: '', by: null, operationId: operation() })
    await judgeAnew(t.desk)
    expect((await t.rows()).filter(({ blocked }) => blocked).map(({ position }) => position)).toEqual([1])
  })

  test('is for terminologists', async () => {
    const { post, desk } = await curated()
    for (const id of ['translator', 'reviewer', 'exporter'])
      expect((await post('/glossary/concepts/special-forces/changes', { ...OTHERWISE, apply: 'yes' }, id)).status).toBe(
        403,
      )
    expect(desk.concepts.get('special-forces')?.terms[1]?.text).toBe('special forces')
  })
})

/** A desk where a reviewer let the special forces go unnamed in the first segment. */
async function waived(...sources: string[]) {
  const t = await curated({ sources: sources.length > 0 ? sources : [SENTENCES[0][0]], name: 'article.md' })
  const { browser } = served(t)
  await t.person('reader', 'reviewer', 'terminologist')
  await t.save(1, wrong(1))
  const translator = await browser('translator')
  const asked = {
    revision: 1,
    operation: operation(),
    occurrence: '4 special-forces',
    code: 'sense',
    excuse: 'They were named <before>.',
  }
  expect((await translator.post('/segments/1/waivers', asked)).status).toBeLessThan(400)
  expect((await (await browser('reader')).post('/waivers/1/grants', { operation: operation() })).status).toBeLessThan(
    400,
  )
  return t
}

describe('what is often waived', () => {
  const sources = Array.from(
    { length: 5 },
    (_, at) => `Les forces spéciales sont parties, ${at}, dit le cessez-le-feu.`,
  )

  test('is listed with its share, for those who may see the texts', async () => {
    const { page, save } = await waived(...sources)
    expect((await page('/glossary?waived=on')).html).toContain('No concept is like this.')
    for (const position of [2, 3, 4, 5]) await save(position, 'The special forces have left the ceasefire.')
    const { html } = await page('/glossary?waived=on')
    expect(html).toContain('special-forces')
    expect(html).toContain('1 (20%)')
    expect(html).not.toContain('/glossary/concepts/ceasefire')
    expect((await page('/glossary?waived=on&q=minsk')).html).not.toContain('special-forces')
    expect((await page('/glossary?waived=on', 'stranger')).html).toContain('No concept is like this.')
  })

  test('is counted in the texts of one’s own projects', async () => {
    const { db, desk, page } = await waived(...sources)
    const elsewhere = (await projectNamed(db, 'Elsewhere'))!
    const document = await imported(desk, elsewhere, 'theirs.md', sources.map((one) => `${one} Hier.`).join('\n'))
    for (const { id } of await segmentsAfter(db, document.id, { show: 'all' }, 0, 100)) {
      const save = { segmentId: id, base: 0, target: 'The special forces and the ceasefire.', by: 'stranger' }
      await saveTarget(desk, { ...save, operationId: operation() })
    }
    expect((await page('/glossary?waived=on', 'stranger')).html).toContain('No concept is like this.')
  })

  test('is so in the newest texts', async () => {
    const { page, save } = await waived(...sources)
    for (const position of [1, 2, 3, 4, 5]) await save(position, 'The special forces have left the ceasefire.')
    expect((await page('/glossary?waived=on')).html).toContain('No concept is like this.')
  })
})

describe('what was excepted', () => {
  test('is in the report of its document, with its reason and both names', async () => {
    const { page } = await waived()
    const { html } = await page('/documents/1/report', 'translator')
    for (const words of ['1 waiver', 'forces spéciales', 'They were named &lt;before&gt;.', wrong(1)])
      expect(html).toContain(words)
    expect(html).toContain('asked by translator, granted by reader')
    expect((await page('/documents/1/report', 'stranger')).status).toBe(404)
  })

  test('becomes a rule: the form of its concept opens with the exception written', async () => {
    const { page } = await waived('Les forces spéciales de **police** sont parties.')
    const html = async (path: string) => (await page(path, 'reader')).html
    expect(await html('/segments/1/editor')).toContain('href="/glossary/concepts/special-forces?waiver=1"')
    const form = await html('/glossary/concepts/special-forces?waiver=1')
    expect(form).toContain('name="not_when.0" value="before de police"')
    expect(form).toContain('“not when before de police”')
    expect(form).toContain('<q lang="fr">Les forces spéciales de police sont parties.</q>')
    expect(form).toContain('<details open="">')
    for (const path of ['special-forces', 'special-forces?waiver=9', 'ceasefire?waiver=1']) {
      const other = await html(`/glossary/concepts/${path}`)
      expect(other).not.toContain('before de police')
      expect(other).not.toContain('<details open="">')
    }
  })

  test('becomes none where the words beside it tell nothing, or the text has changed', async () => {
    const telling = await waived('Les forces spéciales de police sont parties.')
    await telling.save(1, 'They have left, all of them.')
    for (const { page } of [await waived(), telling]) {
      expect((await page('/segments/1/editor', 'reader')).html).not.toContain('?waiver=1')
      const { html } = await page('/glossary/concepts/special-forces?waiver=1', 'reader')
      expect(html).not.toContain('not when')
    }
  })
})

test('what the glossary no longer bears out stands in one list, for those who may see it', async () => {
  const { page, post, approved } = await curated()
  await approved(1)
  expect((await page('/glossary/stale', 'translator')).html).toContain(
    'Everything that is approved meets the glossary.',
  )
  await post('/glossary/concepts/special-forces/changes', {
    ...OTHERWISE,
    apply: 'yes',
  })
  const { html } = await page('/glossary/stale', 'translator')
  expect(html).toContain('1 approved segment that')
  expect(html).toContain('The special forces have left.')
  expect((await page('/glossary/stale', 'stranger')).html).not.toContain('special forces have left')
})

test('what the documents say again and again is offered, with its sentences, and begins a concept', async () => {
  const t = await testDesk({
    sources: [
      'Le porte-parole du ministère a salué la force de maintien de la paix.',
      'La force de maintien de la paix est partie <hier>.',
      'Les forces spéciales sont parties.',
      'Les forces spéciales sont là.',
    ],
  })
  await t.person('terminologist', 'terminologist')
  const { browser } = served(t)
  const terminologist = await browser('terminologist')
  const html = await (await terminologist.get('/glossary/candidates')).text()
  expect(html).toContain('2 times in 2 segments')
  expect(html).toContain('<b>force de maintien de la paix</b> est partie &lt;hier&gt;.')
  // The glossary has it.
  expect(html).not.toContain('forces spéciales')
  expect(html).toContain('/glossary/concepts/new?term=force%20de%20maintien%20de%20la%20paix')
  const form = await (await terminologist.get('/glossary/concepts/new?term=force%20de%20maintien')).text()
  expect(form).toContain('value="force de maintien"')
  // Another project is not theirs.
  expect((await terminologist.get('/glossary/candidates?project=2')).status).toBe(404)
  expect(await (await (await browser('translator')).get('/glossary/candidates')).text()).not.toContain('New concept')
})
