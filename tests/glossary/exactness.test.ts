import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import figures from './corpus/figures.json' with { type: 'json' }
import { documentsIn, readCorpora } from './corpus/readCorpus.ts'
import { countOf, precision, recall } from './corpus/score.ts'
import { comparison, figuresOf, phenomena, tables } from './corpus/table.ts'

const corpora = await readCorpora()
const rows = phenomena(corpora)
const compared = comparison(corpora)
const recorded: Readonly<Record<string, readonly string[]>> = figures

describe('the corpus', () => {
  const documents = corpora.flatMap((corpus) => corpus.documents)
  const pairs = documents.flatMap((document) => document.pairs)

  test('is large, and half of it is traps', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(600)
    expect(pairs.filter(({ trap }) => trap).length).toBeGreaterThanOrEqual(150)
    const large = [...rows].filter(([name, { pairs }]) => name !== 'all' && pairs >= 20)
    expect(large.length).toBeGreaterThanOrEqual(15)
  })

  test('labels concepts that there are, and nothing in a trap is wrong', () => {
    for (const { subject, concepts, documents } of corpora) {
      const ids = new Set(concepts.map(({ id }) => id))
      for (const { phenomenon, line, trap, french, english } of documents.flatMap(({ pairs }) => pairs)) {
        const labels = [...french.labels, ...english.labels]
        const where = `${phenomenon}.txt, line ${line}`
        expect([...labels.filter(({ concept }) => !ids.has(concept))], `${where} in ${subject}`).toEqual([])
        if (trap) expect([...labels.filter(({ verdict }) => verdict !== 'rendered')], where).toEqual([])
      }
    }
  })
})

describe('what the engine says of it', () => {
  test.each([...rows])('is no worse than recorded: %s', (name, row) => {
    const now = figuresOf(row).map(Number)
    const before = recorded[name]?.map(Number) ?? []
    expect(before, `${name} is not recorded in figures.json`).toHaveLength(now.length)
    for (const [at, figure] of now.entries()) expect(figure).toBeGreaterThanOrEqual(before[at]!)
  })

  test('meets the targets', () => {
    const { verdict } = rows.get('all')!
    expect(recall(verdict)).toBeGreaterThanOrEqual(99)
    expect(precision(verdict)).toBeGreaterThanOrEqual(98)
    for (const [name, { right, pairs, verdict }] of rows) {
      expect((100 * right) / pairs, name).toBeGreaterThanOrEqual(95)
      // Where nothing is wrong there is nothing to find, and one false alarm makes a precision of 0.
      if (verdict.right + verdict.missed === 0) continue
      expect(recall(verdict), name).toBeGreaterThanOrEqual(95)
      expect(precision(verdict), name).toBeGreaterThanOrEqual(95)
    }
  })

  test('is what the README shows', async () => {
    const readme = (await readFile('README.md', 'utf8')).split('\n')
    const shown = [...tables(rows, compared)]
    console.info(shown.join('\n'))
    expect(shown.filter((line) => line !== '' && !readme.includes(line))).toEqual([])
  })

  test('is better than the rules of every other program', () => {
    const [ours, ...others] = compared.values()
    for (const { seen, reported } of others) {
      expect(seen.missed).toBeGreaterThan(ours!.seen.missed)
      if (reported) expect(reported.missed + reported.spurious).toBeGreaterThan(ours!.reported!.missed)
    }
  })
})

describe('the measure itself', () => {
  const [document] = documentsIn('fr Un {a:mot} <1>et</1> {b missing:un\\nautre}.\nen A {a:word} and another.\n', 'x')
  const [pair] = document!.pairs

  test('reads labels as spans of the text without tags', () => {
    expect(pair!.french.text).toBe('Un mot et un\nautre.')
    expect(pair!.french.labels).toEqual([
      { concept: 'a', verdict: 'rendered', start: 3, end: 6 },
      { concept: 'b', verdict: 'missing', start: 10, end: 18 },
    ])
  })

  test.each([
    ['a label in a label', 'fr {a:b {c:d}}'],
    ['a label that does not end', 'fr {a:b'],
    ['a verdict nobody knows', 'fr {a lost:b}'],
    ['a translation of nothing', 'en b'],
    ['a text without translation', 'fr b'],
  ])('refuses %s', (_, file) => expect(() => documentsIn(file, 'x')).toThrow('x.txt'))

  test('counts what is wrong as well as what is right', () => {
    const count = countOf(new Set(['a', 'b', 'c']), new Set(['b', 'c', 'd', 'e']))
    expect(count).toEqual({ right: 2, spurious: 2, missed: 1 })
    expect(precision(count)).toBe(50)
    expect(recall(count)).toBeCloseTo(66.7, 1)
  })
})
