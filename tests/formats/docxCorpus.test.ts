import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Paragraph } from '../../src/formats/document.ts'
import { type Piece, pieces, plain } from '../../src/text/tags.ts'
import { finished, read, refusal } from './word.ts'

const CORPUS = '../shared/corpora/docx'

/** What a document shows that is not offered: Word works it out anew, or it is of a kind this format leaves as it is. */
const NOT_OFFERED: Readonly<Record<string, string>> = {
  'ComplexTextfield.docx': 'the result of an IF',
  'OutDrawingML_Test.docx': 'words in a drawing',
  'PeekMissingPara.docx': 'a page number',
  'TagMauris.docx': 'a formula',
  'TestLTinsideBoxFails.docx': 'page numbers',
  'caption_table_of_figures.docx': 'numbers of figures and pages',
  'citation_bibliography.docx': 'a citation',
  'font_hidden_2.docx': 'hidden words',
}

const letters = (text: string) => [...text.replace(/[^\p{L}\p{N}]/gu, '')].sort().join('')

/** Every word of a part that any reader of XML finds. */
const shown = (xml: string) =>
  [...xml.replace(/<mc:Fallback>.*?<\/mc:Fallback>/gsu, '').matchAll(/<\w+:t(?: [^>]*)?>([^<]*)</gu)]
    .map(([, text]) =>
      text!
        .replace(/&lt;/gu, '<')
        .replace(/&gt;/gu, '>')
        .replace(/&quot;/gu, '"')
        .replace(/&amp;/gu, '&'),
    )
    .join('')

/** Other words between the same tags. */
const turned = ({ text, codes }: Paragraph) => `${Array.from(pieces(text, codes), turnedPiece(text)).join('')}.`
/** What has most letters before has not in another language. */
const longForShort = (word: string) => (word.length > 3 ? 'ß' : 'ßßßßßßßß')
const turnedPiece = (text: string) => (piece: Piece) =>
  piece.type === 'text' ? piece.text.replace(/\p{L}+/gu, longForShort) : text.slice(piece.start, piece.end)

const hasLinter = spawnSync('xmllint', ['--version']).status === 0

describe.skipIf(!existsSync(CORPUS))('real documents (skipped where ../shared/corpora is absent)', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'docx-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const files = existsSync(CORPUS) ? readdirSync(CORPUS) : []
  test.each(files)(
    '%s',
    async (file) => {
      const bytes = new Uint8Array(await readFile(join(CORPUS, file)))
      const sentence = await refusal(bytes)
      if (!sentence.startsWith('not refused')) {
        expect(sentence).toContain('Changes are tracked')
        return
      }
      const paragraphs = await read(bytes)
      const before = unzipSync(bytes)
      const parts = new Set(['word/document.xml', ...paragraphs.map(({ slot }) => slot.part!)])
      for (const part of parts) {
        if (file in NOT_OFFERED || part.startsWith('docProps')) continue
        const own = paragraphs.filter(({ slot }) => slot.part === part)
        expect(letters(own.map(({ text, codes }) => plain(text, codes).text).join(''))).toBe(
          letters(shown(strFromU8(before[part]!))),
        )
      }

      expect(await finished(bytes, () => undefined)).toEqual(bytes)

      const written = await finished(bytes, turned)
      expect(await read(written)).toMatchObject(
        paragraphs.map((paragraph) => ({ kind: paragraph.kind, text: turned(paragraph), codes: paragraph.codes })),
      )
      const after = unzipSync(written)
      expect(Object.keys(after)).toEqual(Object.keys(before))
      for (const [part, content] of Object.entries(after)) {
        if (!parts.has(part)) expect(content).toEqual(before[part])
        else if (hasLinter) wellFormed(content)
      }
    },
    30_000,
  )

  function wellFormed(content: Uint8Array): void {
    const path = join(folder, 'part.xml')
    writeFileSync(path, content)
    execFileSync('xmllint', ['--noout', '--nonet', path], { stdio: ['ignore', 'ignore', 'ignore'] })
  }
})
