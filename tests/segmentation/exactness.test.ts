import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { ENGINES } from './corpus/engines.ts'
import figures from './corpus/figures.json' with { type: 'json' }
import { readCorpus, textsIn } from './corpus/readCorpus.ts'
import {
  comparisonHeader,
  comparisonRow,
  figuresOf,
  grouped,
  groupOf,
  measure,
  phenomenaTable,
  together,
} from './corpus/table.ts'

const corpus = await readCorpus()
const rows = await measure(ENGINES.ours, corpus)
const groups = grouped(rows, groupOf)
const recorded: Readonly<Record<string, readonly string[]>> = figures

test('the corpus is large', () => {
  const sentences = (language: string) =>
    corpus.filter((text) => text.language === language).reduce((sum, text) => sum + text.sentences.length, 0)
  expect(sentences('fr')).toBeGreaterThanOrEqual(500)
  expect(sentences('en')).toBeGreaterThanOrEqual(100)
})

describe('what our rules say of it', () => {
  test.each([...rows])('is no worse than recorded: %s', (name, row) => {
    const now = figuresOf(row).map(Number)
    const before = recorded[name]?.map(Number) ?? []
    expect(before, `${name} is not recorded in figures.json`).toHaveLength(now.length)
    for (const [at, figure] of now.entries()) expect(figure).toBeGreaterThanOrEqual(before[at]!)
  })

  test('meets the targets', () => {
    const { texts, right } = together([...rows.values()])
    expect(right / texts).toBeGreaterThanOrEqual(0.97)
    expect(Number(figuresOf(groups.get('ordinary French')!)[3])).toBeGreaterThanOrEqual(0.985)
  })

  test('is what the README shows, beside libraries that answer the same everywhere', async () => {
    const readme = (await readFile('README.md', 'utf8')).split('\n')
    const shown = [...phenomenaTable(rows), ...comparisonHeader(groups.keys())]
    for (const engine of [ENGINES.ours, ...ENGINES.libraries]) {
      shown.push(comparisonRow(engine.name, grouped(await measure(engine, corpus), groupOf)))
    }
    console.info(shown.join('\n'))
    expect(shown.filter((line) => !readme.includes(line))).toEqual([])
  })
})

describe('the measure itself', () => {
  const texts = textsIn('# A comment.\nUn.\n#Deux.\n\nTrois\\u00A0!\n', 'fr', 'fr/x')

  test('reads sentences, texts and characters', () => {
    expect(texts.map(({ line, sentences }) => [line, sentences])).toEqual([
      [2, ['Un.', '#Deux.']],
      [5, ['Trois\u00A0!']],
    ])
  })

  test('counts what is missed and what is cut wrongly', async () => {
    const letters = { name: 'letters', cut: (text: string) => [...text] }
    const nothing = { name: 'nothing', cut: (text: string) => [text] }
    const [one] = (await measure(letters, texts)).values()
    expect(one!.ends).toEqual({ right: 1, missed: 0, spurious: 12 })
    const [other] = (await measure(nothing, texts)).values()
    expect(other).toMatchObject({ texts: 2, right: 1, ends: { right: 0, missed: 1, spurious: 0 } })
    expect(figuresOf(other!)[3]).toBe('0.000')
  })
})
