import { expect, test } from 'vitest'
import type { Code } from '../../src/unit.ts'
import { type Mark, Marked } from '../../views/marked.tsx'

const CODES: readonly Code[] = [{ number: 1, open: '<b>', close: '</b>' }]
const mark = (start: number, end: number, look: Mark['look'] = 'rendered'): Mark => ({ start, end, look, title: look })

const draw = (text: string, marks: readonly Mark[], codes: readonly Code[] = []) =>
  String(<Marked text={text} codes={codes} marks={marks} />)

test.each([
  ['no mark', 'OTAN', [], 'OTAN'],
  ['a term', 'l’OTAN.', [mark(2, 6)], 'l’<mark class="rendered" title="rendered">OTAN</mark>.'],
  [
    'two terms, given in any order',
    'a b',
    [mark(2, 3), mark(0, 1, 'missing')],
    '<mark class="missing" title="missing">a</mark> <mark class="rendered" title="rendered">b</mark>',
  ],
  [
    'of two that overlap the first stands',
    'abc',
    [mark(0, 2), mark(1, 3, 'forbidden')],
    '<mark class="rendered" title="rendered">ab</mark><mark class="forbidden" title="forbidden">c</mark>',
  ],
  ['markup in the text is text', '<b>x</b>', [], '&lt;b&gt;x&lt;/b&gt;'],
])('%s', (_, text, marks, html) => expect(draw(text, marks)).toBe(html))

test('a term goes on behind a tag', () => {
  const html = draw('<1>forces</1> spéciales', [mark(3, 23, 'missing')], CODES)
  expect(html.match(/<mark class="missing"[^>]*>([^<]+)<\/mark>/gu)).toHaveLength(2)
  expect(html).toContain('title="&lt;b&gt;"')
})
