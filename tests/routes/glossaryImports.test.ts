import { describe, expect, test } from 'vitest'
import { writeGlossaryCsv } from '../../glossary/formats/csv.ts'
import { GLOSSARY_FORMATS } from '../../glossary/formats/index.ts'
import { judgeAnew } from '../../src/desk/judgeAnew.ts'
import { concept } from '../glossary/concepts.ts'
import { CONCEPTS, operation, right, served, testDesk } from '../support/desk.ts'

/** A desk with a terminologist who gives it files. */
async function importing() {
  const t = await testDesk()
  await t.person('terminologist', 'terminologist')
  const { browser } = served(t)
  const send = async (fields: Record<string, string | File>, id = 'terminologist') => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ operation: operation(), ...fields })) form.append(name, value)
    const answer = await (await browser(id)).ask('/glossary/imports', { method: 'POST', body: form })
    await judgeAnew(t.desk)
    return { status: answer.status, html: await answer.text() }
  }
  const look = (name: string, text: string, id?: string) => send({ file: new File([text], name) }, id)
  /** What the preview's own form sends when it is answered. */
  const answer = (html: string, more: Record<string, string>) =>
    send({ ...Object.fromEntries(fieldsOf(html)), ...more })
  return { ...t, look, answer, send }
}

/** The fields of the page's form, with what is chosen in each. */
function* fieldsOf(html: string): Generator<[string, string]> {
  for (const [, name, value] of html.matchAll(/<input type="hidden" name="(name|version|kept)" value="([^"]*)"/gu))
    yield [name!, value!]
  for (const [, name, options] of html.matchAll(/<select name="(column[.][0-9]+)".*?>(.*?)<[/]select>/gsu)) {
    yield [name!, /<option value="([^"]*)" selected/u.exec(options!)![1]!]
  }
  if (/name="header"[^>]* checked/u.test(html)) yield ['header', 'yes']
}

const [SPECIAL, MINSK] = CONCEPTS as [(typeof CONCEPTS)[0], (typeof CONCEPTS)[0], (typeof CONCEPTS)[0]]
const OTHER = concept('special-forces', 'forces spéciales', { preferred: ['special operations forces'] })
const NEW = concept('attache', 'attaché', { preferred: ['attaché'] })

describe('a file is looked at, and then taken whole', () => {
  test.each(GLOSSARY_FORMATS.map(({ id, extensions, write }) => [id, `glossary${extensions[0]}`, write] as const))(
    'in the format %s',
    async (_, name, write) => {
      const { look, answer, desk, count } = await importing()
      const { status, html } = await look(name, [...write([OTHER, MINSK, NEW])].join(''))
      expect(status).toBe(200)
      expect(html).toContain('1 concept would be new, 1 would be changed, 1 is there already')
      expect(await count('glossary_versions')).toBe(1)
      expect((await answer(html, { apply: 'yes', reason: 'From NATO.' })).status).toBe(303)
      expect(desk.concepts.get('attache')).toEqual(NEW)
      expect(desk.concepts.get('special-forces')).toEqual(OTHER)
      expect(await count(`concept_revisions where reason = 'From NATO.' and author = 'terminologist'`)).toBe(2)
    },
  )

  test('with the texts it would break, what they could say instead, and what is chosen of it', async () => {
    const { look, answer, row, approved, save } = await importing()
    await approved(1)
    await save(5, right(5))
    const { html } = await look('glossary.csv', [...writeGlossaryCsv([OTHER])].join(''))
    expect(html).toContain('2 would no longer meet the glossary')
    expect(html).toContain('<del>en · special forces · preferred · any form</del>')
    expect(html).toContain('name="rewrite.1" value="1"')
    await answer(html, { apply: 'all', 'offered.1': '1', 'offered.5': '1' })
    expect(await row(1)).toMatchObject({
      target: 'The special operations forces have left.',
      state: 'translated',
      author: 'terminologist',
    })
    expect(await row(5)).toMatchObject({ blocked: false, state: 'draft' })
  })

  test('of another tool: its columns are corrected first', async () => {
    const { look, answer, desk } = await importing()
    const first = await look(
      'terms.csv',
      'ID;Français;English;Kommentar\n1;attaché;attaché;"two\nlines"\n2;porte-drapeau;standard-bearer;\n',
    )
    expect(first.html).toContain('2 concepts would be new')
    expect(first.html).toContain('Kommentar')
    const corrected = await answer(first.html, { 'column.3': 'note 1', apply: 'no' })
    expect(corrected.status).toBe(303)
    expect(desk.concepts.get('1')?.terms[0]).toMatchObject({ text: 'attaché', note: 'two\nlines' })
  })

  test('of another tool: a clash is told with the line of what clashes with the desk', async () => {
    const { look } = await importing()
    const { html } = await look('a.csv', 'id,fr,en\n9,attaché,attaché\n7,cessez-le-feu,truce\n')
    expect(html).toContain('Line 3: “cessez-le-feu” is a term of “ceasefire” and “truce” alike.')
  })

  test('without ids: it adds to the concepts there are', async () => {
    const { look, answer, desk } = await importing()
    const { html } = await look('a.csv', 'fr,en\nForces spéciales,SOF\n')
    expect(html).toContain('0 concepts would be new, 1 would be changed')
    await answer(html, { apply: 'yes' })
    expect(desk.concepts.get('special-forces')?.terms).toEqual([
      ...SPECIAL.terms,
      expect.objectContaining({ language: 'en', text: 'SOF', status: 'admitted' }),
    ])
  })

  test('an id that has no page is another here, and the preview says so', async () => {
    const { look, answer, desk } = await importing()
    const { html } = await look('a.csv', [...writeGlossaryCsv([{ ...NEW, id: 'new' }])].join(''))
    expect(html).toContain('(in the file: new)')
    await answer(html, { apply: 'yes' })
    expect(desk.concepts.has('new')).toBe(false)
    expect(desk.concepts.get('new-2')?.terms).toEqual(NEW.terms)
  })

  test('whose ids are others’: what shares no term with a concept is none of ours', async () => {
    const { look, answer, desk } = await importing()
    const { html } = await look('theirs.csv', [...writeGlossaryCsv([{ ...NEW, id: 'special-forces' }])].join(''))
    expect(html).toContain('1 concept would be new, 0 would be changed')
    await answer(html, { apply: 'yes' })
    expect(desk.concepts.get('special-forces')).toEqual(SPECIAL)
    expect(desk.concepts.get('special-forces-2')?.terms).toEqual(NEW.terms)
  })
})

describe('nothing is taken of', () => {
  const csv = (...rows: string[]) => ['concept,lang,term,status,variants', ...rows].join('\n')
  test.each([
    [
      'a language nobody speaks',
      'a.csv',
      csv('x,fr,mot,preferred,', 'x,english!,word,preferred,'),
      'line 3',
      'not a language tag',
    ],
    ['a term as long as a book', 'a.csv', csv(`x,fr,${'a'.repeat(600)},preferred,`), 'line 2', '600'],
    [
      'two preferred terms',
      'a.csv',
      csv('x,fr,un,preferred,', 'x,en,one,preferred,', 'x,en,an,preferred,'),
      'line 2',
      'more than one preferred',
    ],
    [
      'variants that go round',
      'a.csv',
      csv('x,fr,un,preferred,une', 'x,fr,une,admitted,un', 'x,en,one,preferred,'),
      'line 2',
      'variant',
    ],
    ['broken XML', 'a.tbx', '<tbx type="TBX-Basic"><text><body><conceptEntry id="a"></tbx>', 'line 1', ''],
    ['a quotation mark not closed', 'a.csv', csv('x,fr,"mot,preferred,', 'y,fr,mot,,'), 'line', ''],
    ['a document', 'a.docx', 'text', 'a.docx', ''],
    ['nothing', 'a.csv', '', 'no file', ''],
  ])('%s', async (_, name, text, where, why) => {
    const { look, answer, count } = await importing()
    const { status, html } = await look(name, text)
    expect(status).toBe(422)
    expect(html.toLowerCase()).toContain(where)
    expect(html).toContain(why)
    expect(html).not.toContain('value="yes">Put it into force')
    if (html.includes('name="kept"')) expect((await answer(html, { apply: 'yes' })).status).toBe(422)
    expect(await count('glossary_versions')).toBe(1)
  })

  test('a file looked at before the glossary changed', async () => {
    const { look, answer, count } = await importing()
    const one = await look('a.csv', [...writeGlossaryCsv([OTHER])].join(''))
    const other = await look('b.csv', [...writeGlossaryCsv([NEW])].join(''))
    expect((await answer(other.html, { apply: 'yes' })).status).toBe(303)
    expect((await answer(one.html, { apply: 'yes' })).status).toBe(409)
    expect(await count('glossary_versions')).toBe(2)
  })

  test('a reason the database would cut short', async () => {
    const { look, answer, count } = await importing()
    const { html } = await look('a.csv', [...writeGlossaryCsv([NEW])].join(''))
    const refused = await answer(html, { apply: 'yes', reason: 'From \u0000NATO.' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('characters that cannot be kept')
    expect(await count('glossary_versions')).toBe(1)
  })

  test('what somebody packed who is no terminologist, or packed badly', async () => {
    const { look, send } = await importing()
    expect((await look('a.csv', 'x', 'translator')).status).toBe(403)
    expect((await send({ name: 'a.csv', kept: 'not gzip' })).status).toBe(422)
  })
})
