import { expect, test } from 'vitest'
import { LANGUAGES } from '../../src/messages/index.ts'
import { type DiffPiece, piecesOf } from '../../src/text/edits.ts'
import { Diff } from '../../views/diff.tsx'

const draw = (pieces: readonly DiffPiece[], language: 'en' | 'fr' = 'en') =>
  String(<Diff m={LANGUAGES[language]} pieces={pieces} language="en-GB" />)

const removed = '<span class="visually-hidden" lang="en">removed: </span>'
const added = '<span class="visually-hidden" lang="en">added: </span>'

test.each<[name: string, pieces: DiffPiece[], html: string]>([
  ['nothing changed', [{ kind: 'same', text: 'the line' }], '<span lang="en-GB">the line</span>'],
  [
    'a term replaced',
    piecesOf('the contact line.', [{ start: 4, end: 16, by: 'line of contact' }]),
    `<span lang="en-GB">the <del>${removed}contact line</del><ins>${added}line of contact</ins>.</span>`,
  ],
  [
    'words only struck out',
    piecesOf('a force', [{ start: 0, end: 2, by: '' }]),
    `<span lang="en-GB"><del>${removed}a </del>force</span>`,
  ],
  [
    'markup in a text is text',
    [{ kind: 'added', text: '<b>' }],
    `<span lang="en-GB"><ins>${added}&lt;b&gt;</ins></span>`,
  ],
  ['no pieces', [], '<span lang="en-GB"></span>'],
])('%s', (_, pieces, html) => expect(draw(pieces)).toBe(html))

test('what is said aloud is said in the language of the interface', () => {
  const html = draw([{ kind: 'removed', text: 'line' }], 'fr')
  expect(html).toContain('<span class="visually-hidden" lang="fr">supprimé\u00A0: </span>line')
})
