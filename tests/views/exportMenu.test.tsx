import { describe, expect, test } from 'vitest'
import { FORMATS } from '../../src/formats/index.ts'
import { LANGUAGES } from '../../src/messages/index.ts'
import { ExportMenu } from '../../views/exportMenu.tsx'

const menu = (document?: { name: string; format: string }, m = LANGUAGES.en) =>
  String(<ExportMenu m={m} path="/documents/1/export" {...(document && { document })} />)

/** The formats a form offers, in order, and the one that is chosen. */
const offered = (form: string) => [...form.matchAll(/name="format" value="([^"]+)"/gu)].map(([, id]) => id)
const chosen = (form: string) => [...form.matchAll(/value="([^"]+)" checked/gu)].map(([, id]) => id)

describe('what may be downloaded', () => {
  test('of a project: every format units are written in', () => {
    expect(offered(menu())).toEqual(FORMATS.map(({ id }) => id))
    expect(chosen(menu())).toEqual([FORMATS[0]!.id, 'approved'])
  })

  test('of a document: itself first, in the format and with the ending it came in', () => {
    const form = menu({ name: 'Note.MARKDOWN', format: 'markdown' })
    expect(offered(form)).toEqual(['document', ...FORMATS.map(({ id }) => id)])
    expect(chosen(form)).toEqual(['document', 'approved'])
    expect(form).toContain('Finished document – Markdown (.markdown)')
  })

  test('of a document in a format this desk does not write any more: its units', () => {
    expect(offered(menu({ name: 'a.wpd', format: 'wordperfect' }))).toEqual(FORMATS.map(({ id }) => id))
  })

  test('a note belongs to its choice, for who hears the page too', () => {
    const form = menu({ name: 'a.txt', format: 'text' })
    const [, id] = /value="document"[^>]*aria-describedby="([^"]+)"/u.exec(form) ?? []
    expect(id).toBeTruthy()
    expect(form).toContain(`id="${id}"`)
  })

  test.each(Object.entries(LANGUAGES))('every format has a name of its own in %s', (_, m) => {
    const titles = FORMATS.map(({ title }) => title(m))
    expect(new Set(titles).size).toBe(titles.length)
    for (const title of titles) expect(menu(undefined, m)).toContain(title)
  })
})
