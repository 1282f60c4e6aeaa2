import { expect, test } from 'vitest'
import { ourRules } from '../../src/desk/ourRules.ts'
import { changes } from '../../src/segmentation/preview.ts'

const french = await ourRules('fr')
const english = await ourRules('en')

const paragraph = (text: string, kind: 'paragraph' | 'heading' = 'paragraph') => ({ kind, text, codes: [] })
const texts = (segments: readonly { text: string }[]) => segments.map(({ text }) => text)

test('the paragraphs that would be cut otherwise, with both cuts', () => {
  const paragraphs = [
    paragraph('Il part. Elle reste.'),
    paragraph('Voir la rés. 1701 du Conseil. Elle lie le Liban.'),
    paragraph('Voir la rés. 1701', 'heading'),
    paragraph('Mme. Roux est là.'),
  ]
  const found = [...changes(paragraphs, french, english)]
  expect(found.map(({ paragraph, before, after }) => [paragraph, texts(before), texts(after)])).toEqual([
    [
      2,
      ['Voir la rés. 1701 du Conseil.', 'Elle lie le Liban.'],
      ['Voir la rés.', '1701 du Conseil.', 'Elle lie le Liban.'],
    ],
    [4, ['Mme. Roux est là.'], ['Mme.', 'Roux est là.']],
  ])
})

test('the same rules change nothing', () => {
  expect([...changes([paragraph('Il part. Elle reste.')], french, french)]).toEqual([])
})

test('work on paragraphs instead of sentences joins those of several', () => {
  const paragraphs = [paragraph('Il part. Elle reste.'), paragraph('Il part.')]
  const found = [...changes(paragraphs, french, undefined)]
  expect(found.map(({ paragraph, before, after }) => [paragraph, texts(before), texts(after)])).toEqual([
    [1, ['Il part.', 'Elle reste.'], ['Il part. Elle reste.']],
  ])
})
