import { describe, expect, test } from 'vitest'
import { adoptGlossary } from '../../src/desk/adoptGlossary.ts'
import { concept } from '../glossary/concepts.ts'
import { CONCEPTS, operation, served, testDesk } from '../support/desk.ts'

const FRAGMENT = { 'HX-Request': 'true' }

/** A desk where the translator asked for a waiver of the special forces, which begin at `start` in the first segment. */
async function asked(
  source = 'Les forces spéciales respectent le cessez-le-feu.',
  { name = 'article.txt', start = 4, code = 'pronoun', target = 'They are keeping to the ceasefire.' } = {},
) {
  const t = await testDesk({ sources: [source], name })
  const { browser } = served(t)
  const [translator, reviewer] = [await browser('translator'), await browser('reviewer')]
  const on = (revision: number, more: Record<string, string> = {}) => ({ revision, operation: operation(), ...more })
  const save = async (target: string) =>
    (await translator.post('/segments/1/revisions', on((await t.row(1)).head, { target }), FRAGMENT)).text()
  await save(target)
  const request = { occurrence: `${start} special-forces`, code, excuse: 'Named before.' }
  expect((await translator.post('/segments/1/waivers', on(1, request))).status).toBe(303)
  const decide = async (decision: 'grants' | 'refusals', fields: Record<string, string> = {}) =>
    reviewer.post(`/waivers/1/${decision}`, { operation: operation(), ...fields }, FRAGMENT)
  const editor = async (person = translator) => (await person.get('/segments/1/editor')).text()
  return { ...t, translator, reviewer, on, save, decide, editor }
}

const CHANGED = [
  concept('special-forces', 'forces spéciales', { preferred: ['special operations forces'] }),
  ...CONCEPTS.slice(1),
]

describe('the row', () => {
  test('counts what is waived apart from what is rendered', async () => {
    const { decide, editor } = await asked()
    await decide('grants')
    expect(await editor()).toContain('1 term rendered, 1 waived')
  })

  test('quotes words without the tags among them', async () => {
    const { decide, editor, translator } = await asked('Les **forces** spéciales partent.', {
      name: 'article.md',
      start: 7,
      target: 'They leave.',
    })
    await decide('grants')
    expect(await editor()).toContain('<q lang="fr">forces spéciales</q>')
    const report = await (await translator.get('/documents/1/report')).text()
    expect(report).toContain('forces spéciales</a>')
    expect(report).not.toContain('&lt;/1&gt;')
    const concept = await (await translator.get('/glossary/concepts/special-forces')).text()
    expect(concept).toContain('<td lang="fr">Les forces spéciales partent.</td>')
  })

  test('says that the text ended a waiver, in the answer to the save, and offers to ask for it again', async () => {
    const { decide, save, editor } = await asked()
    await decide('grants')
    const answer = await save('They keep to the ceasefire.')
    for (const html of [answer, await editor()]) {
      expect(html).toContain('<b>No longer waived:</b>')
      expect(html).toContain('The text has changed since.')
      expect(html).toContain('<option value="4 special-forces">')
      expect(html).not.toContain('<b>Waived:</b>')
    }
    expect(await save('The special forces keep to the ceasefire.')).not.toContain('waived:')
  })

  test('says that the concept ended a waiver, and makes no rule of it', async () => {
    const { db, person, decide, editor } = await asked(undefined, { code: 'sense' })
    await decide('grants')
    await person('curator', 'reviewer', 'terminologist')
    const desk = await adoptGlossary(db, CHANGED)
    const curator = await served({ db, desk }).browser('curator')
    const html = await editor(curator)
    expect(html).toContain('<b>No longer waived:</b>')
    expect(html).toContain('The concept has changed since.')
    expect(html).not.toContain('?waiver=1')
  })

  test('lets nobody grant what a change of the concept has overtaken', async () => {
    const { db, editor, row } = await asked()
    const desk = await adoptGlossary(db, CHANGED)
    const reviewer = await served({ db, desk }).browser('reviewer')
    const html = await editor(reviewer)
    expect(html).toContain('/waivers/1/refusals')
    expect(html).not.toContain('/waivers/1/grants')
    const answer = await reviewer.post('/waivers/1/grants', { operation: operation() }, FRAGMENT)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('The concept has changed since.')
    expect((await row(1)).blocked).toBe(true)
  })

  test('tells the translator that a waiver was refused and why, as long as its term is missing', async () => {
    const { decide, editor, save } = await asked()
    await decide('refusals', { 'answer-1': 'They were not.' })
    expect(await editor()).toContain('A waiver was refused: They were not.')
    expect(await save('They keep to the ceasefire.')).toContain('A waiver was refused: They were not.')
    expect(await save('The special forces keep to the ceasefire.')).not.toContain('They were not.')
  })
})

describe('the report of a document', () => {
  const report = async ({ translator }: Awaited<ReturnType<typeof asked>>) =>
    (await translator.get('/documents/1/report')).text()

  test('keeps apart what nobody has decided, what was refused and what is in force, each with its day', async () => {
    const t = await asked()
    expect(await report(t)).toContain('1 waiver to decide on')
    await t.decide('refusals', { 'answer-1': 'They were <not>.' })
    const request = { occurrence: '4 special-forces', code: 'client', excuse: 'Their style.' }
    await t.translator.post('/segments/1/waivers', t.on(1, request))
    await t.reviewer.post('/waivers/2/grants', { operation: operation() })
    const html = await report(t)
    for (const words of ['1 waiver</h2>', '1 waiver refused</h2>', 'They were &lt;not&gt;.', 'Their style.'])
      expect(html).toContain(words)
    expect(html).not.toContain('to decide on')
    expect(html).toMatch(/granted by reviewer, <time datetime="\d{4}-/u)
    expect(html).toMatch(/refused by reviewer, <time datetime="\d{4}-/u)
  })

  test('leaves out what ended', async () => {
    const t = await asked()
    await t.decide('grants')
    await t.save('They keep to the ceasefire.')
    expect(await report(t)).toContain('0 waivers</h2>')
  })
})

describe('what waits for a decision', () => {
  test('is counted on the desk and on the first page, and listed until somebody decides', async () => {
    const { translator, reviewer, decide } = await asked()
    const page = async (path: string, person = reviewer) => (await person.get(path)).text()
    const list = '/documents/1?show=asked'
    expect(await page('/')).toContain('1 with a waiver to decide')
    expect(await page('/documents/1')).toContain('Waivers to decide <span class="count" id="count-asked">1</span>')
    expect(await page(list)).toContain('id="segment-1"')
    const decided = await (await decide('refusals', { 'answer-1': 'They were not.' })).text()
    expect(decided).toContain('id="count-asked" data-none="" hx-swap-oob="true">0</span>')
    expect(await page('/', translator)).not.toContain('to decide')
    expect(await page(list)).not.toContain('id="segment-1"')
  })

  test('waits no longer once the text has changed', async () => {
    const { reviewer, save } = await asked()
    await save('They keep to the ceasefire.')
    expect(await (await reviewer.get('/documents/1?show=asked')).text()).not.toContain('id="segment-1"')
  })
})
