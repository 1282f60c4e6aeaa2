import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { ourRules } from '../../src/desk/ourRules.ts'
import { markdown } from '../../src/formats/markdown.ts'
import { text } from '../../src/formats/text.ts'
import { segment } from '../../src/segmentation/segment.ts'
import { plain } from '../../src/text/tags.ts'

const french = await ourRules('fr')

const SHARED = '../shared'

async function segmentsOf(path: string): Promise<{ paragraph: number; kind: string; text: string }[]> {
  const paragraphs = [...text.read({ bytes: await readFile(path) })]
  return paragraphs.flatMap((paragraph, at) =>
    segment(paragraph, french).map(({ text }) => ({ paragraph: at + 1, kind: paragraph.kind, text })),
  )
}

describe.skipIf(!existsSync(`${SHARED}/samples`))(
  'the press articles (skipped where ../shared/samples is absent)',
  () => {
    const article = (name: string) => segmentsOf(`${SHARED}/samples/${name}.txt`)

    test('a line a paragraph', async () => {
      const segments = await article('000_1d1f90b48f127eec')
      expect(segments.map(({ paragraph }) => paragraph)).toEqual([1, 2, 3, 4, 5, 5, 6, 6, 7, 7, 8, 8])
      expect(new Set(segments.map(({ kind }) => kind))).toEqual(new Set(['paragraph']))
    })

    test('blank lines inside sentences, quotations closed with another mark, cuts', async () => {
      const segments = await article('003_0f0d6b5f540838f0')
      const texts = segments.map(({ text }) => text)
      expect(segments.filter(({ kind }) => kind === 'heading').map(({ text }) => text)).toEqual(['Azerbaïdjan'])
      expect(segments.at(-1)!.paragraph).toBe(23)
      expect(texts).toHaveLength(35)
      expect(texts.filter((text) => /^\(.*\)$/u.test(text))).toEqual(['(...)', '( )', '(...)', '(...)'])
      expect(texts).toContain(
        'Et la Russie est un fournisseur et fabricant mondial clé de produits militaires sur les marchés internationaux," a-t-il ajouté.',
      )
      expect(
        texts.filter((text) =>
          /grandes traditions\.$|déclaré le porte-parole|dans les territoires|entre les deux pays dans/u.test(text),
        ),
      ).toHaveLength(5)
      expect(texts.find((text) => text.includes('Hasanov a défini'))).toMatch(
        /^Dans le même temps, le G<1>al<\/1> Hasanov .*hivernale\.$/u,
      )
    })

    test('headlines without full stops', async () => {
      const segments = await article('004_bfde6dd9a3edcf7f')
      expect(segments.map(({ kind }) => kind[0]).join('')).toBe('hppppphppp')
    })
  },
)

const CORPUS = `${SHARED}/corpora/markdown-fr`

describe.skipIf(!existsSync(CORPUS))('French documentation (skipped where ../shared/corpora is absent)', () => {
  test.each(['StrictMode', 'conferences', 'textarea', 'updating-objects-in-state', 'useRef', 'videos'])(
    '%s',
    async (name) => {
      const path = `${CORPUS}/${name}.md`
      const source = await readFile(path, 'utf8')
      const paragraphs = [...markdown.read({ bytes: Buffer.from(source) })]
      expect(paragraphs.length).toBeGreaterThan(20)
      for (const paragraph of paragraphs) {
        for (const { open, close } of paragraph.codes) {
          expect(source).toContain(open)
          expect(source).toContain(close ?? open)
        }
        const bare = (text: string) => text.replace(/\s/gu, '')
        const segments = segment(paragraph, french)
        expect(segments.map(({ text, codes }) => bare(plain(text, codes).text)).join('')).toBe(
          bare(plain(paragraph.text, paragraph.codes).text),
        )
        for (const { text } of segments) expect(text).not.toMatch(/^[a-zà-ÿ]\s|^[»,;.]/u)
      }
    },
  )
})
