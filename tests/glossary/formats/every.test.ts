import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Concept, Term } from '../../../glossary/concept.ts'
import { readGlossaryCsv } from '../../../glossary/formats/csv.ts'
import { LONGEST_TERM } from '../../../glossary/formats/format.ts'
import { GLOSSARY_FORMATS, glossaryFormatOf } from '../../../glossary/formats/index.ts'
import { FormatError } from '../../../src/errors.ts'
import { LANGUAGES } from '../../../src/messages/index.ts'
import { chunked } from '../../formats/streams.ts'
import { term } from '../concepts.ts'
import { glossaries, grouped } from './concepts.ts'

/** The same glossaries on every run: a failure is there again tomorrow. */
const SEED = { seed: 20_261_124, numRuns: 200 }
const TERMS = join(import.meta.dirname, '../../../glossary/terms')
const SIZES = [1, 3, 7, 65_536]

const FULL: Required<Term> = {
  language: 'fr',
  text: 'char d’assaut',
  status: 'superseded',
  match: 'exact',
  partOfSpeech: 'noun',
  type: 'phrase',
  gender: 'masculine',
  number: 'singular',
  variants: ['chars d’assaut', 'char de combat'],
  appliesWhen: [{ kind: 'after', words: 'régiment de' }, { kind: 'capital' }],
  notWhen: [{ kind: 'near', words: 'carnaval' }],
  validity: { from: '2020-01-01', until: '2029-12-31' },
  note: 'Voir aussi :\n\n« blindé »',
  source: 'Manuel, p. 12',
  context: 'Le char d’assaut avance.',
  extra: { Projet: 'P7', URL: 'https://example.org/?a=1&b=2' },
}

const COMPLETE: Required<Concept> = {
  id: '4.2 char',
  definition: 'Véhicule blindé,\nà chenilles.',
  subject: 'armement',
  validity: { until: '2030-12-31' },
  fullAtFirstMention: true,
  everyOccurrence: true,
  terms: [FULL, term('fr', 'tank', { status: 'forbidden' }), term('en', 'main battle tank', { type: 'fullForm' })],
}

const PLAIN: Concept = {
  id: 'quay',
  definition: 'Where ships are moored.',
  subject: 'ports',
  terms: [
    term('fr', 'quai', { partOfSpeech: 'noun', note: 'Masculin.' }),
    term('en', 'wharf', { status: 'admitted', context: 'Along the wharf.', source: 'Port rules' }),
  ],
}

describe.each(GLOSSARY_FORMATS)('$id', (format) => {
  const write = (concepts: readonly Concept[]) => [...format.write(concepts)].join('')
  const read = (file: string, size?: number) => format.read(chunked(file, size))
  const sound = (concepts: readonly Concept[]) => ({
    concepts,
    lines: expect.any(Map),
    coined: new Set(),
    problems: [],
  })

  test('is read by what its extensions stand for, in any case', async () => {
    for (const extension of format.extensions) {
      const named = glossaryFormatOf(`glossaire.2026${extension.toUpperCase()}`)
      expect(await named?.read(chunked(write([COMPLETE, PLAIN])))).toEqual(sound([COMPLETE, PLAIN]))
    }
  })

  test('reads back 200 hostile glossaries, from chunks of any size', async () => {
    await fc.assert(
      fc.asyncProperty(glossaries, fc.constantFrom(...SIZES), async (concepts, size) => {
        expect(await read(write(concepts), size)).toEqual(sound(concepts))
      }),
      SEED,
    )
  })

  test.each(SIZES)('reads the same from chunks of %i', async (size) => {
    const concepts = [COMPLETE, PLAIN]
    expect(await read(write(concepts), size)).toEqual(sound(concepts))
  })

  test('reads back the glossary of the desk', async () => {
    const names = (await readdir(TERMS)).filter((name) => name.endsWith('.csv'))
    expect(names).not.toEqual([])
    for (const name of names) {
      const { concepts } = readGlossaryCsv(await readFile(join(TERMS, name), 'utf8'))
      const read = await format.read(chunked(write(concepts)))
      expect({ ...read, concepts: read.concepts.map(grouped) }).toEqual(sound(concepts.map(grouped)))
    }
  })

  test('writes the same glossary twice to the same file', () => {
    for (const concepts of fc.sample(glossaries, SEED)) expect(write(concepts)).toBe(write(concepts))
  })

  test('writes an empty glossary as a file it reads', async () => {
    expect(await read(write([]))).toEqual(sound([]))
  })

  test('carries a glossary of 20,000 concepts', async () => {
    const concepts = Array.from({ length: 20_000 }, (_, at) => ({ ...PLAIN, id: `quay-${at}` }))
    expect(await read(write(concepts))).toEqual(sound(concepts))
  })

  test('says on which line a concept begins', async () => {
    const concepts = ['quay-1', 'quay-2', 'quay-3'].map((id) => ({ ...PLAIN, id }))
    const file = write(concepts)
    const { lines } = await read(file)
    const begins = (id: string) => file.split('\n').findIndex((line) => line.includes(id)) + 1
    expect(lines).toEqual(new Map(concepts.map(({ id }) => [id, begins(id)])))
  })

  test('says on which line a term is too long', async () => {
    const long = 'x'.repeat(LONGEST_TERM + 1)
    const file = write([PLAIN, { id: 'long', terms: [term('fr', long)] }])
    const { problems } = await read(file)
    expect(problems).toHaveLength(1)
    const { line, severity } = problems[0]!
    expect(severity).toBe('error')
    expect(file.split('\n')[line - 1]).toContain(long)
  })

  test('throws nothing but a format error, and says of every problem where it is', async () => {
    const mutated = fc
      .tuple(glossaries, fc.nat(), fc.nat({ max: 40 }), fc.string({ unit: 'binary', maxLength: 20 }))
      .map(([concepts, at, length, by]) => {
        const file = write([PLAIN, ...concepts])
        const start = at % file.length
        return file.slice(0, start) + by + file.slice(start + length)
      })
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutated, fc.string({ unit: 'binary' })), async (file) => {
        try {
          const { concepts, problems } = await read(file)
          expect(new Set(concepts.map(({ id }) => id)).size).toBe(concepts.length)
          for (const { line, message } of problems) {
            expect(line).toBeGreaterThan(0)
            expect(line).toBeLessThanOrEqual(file.split(/[\r\n]/u).length)
            for (const catalogue of Object.values(LANGUAGES)) expect(message(catalogue)).not.toBe('')
          }
        } catch (error) {
          if (!(error instanceof FormatError)) throw error
        }
      }),
      { ...SEED, numRuns: 1000 },
    )
  })

  test('says so when the file breaks off while it arrives', async () => {
    const lost = new Error('the connection was lost')
    async function* file(): AsyncGenerator<string> {
      yield* chunked(write([COMPLETE]).slice(0, 300))
      throw lost
    }
    await expect(format.read(file())).rejects.toBe(lost)
  })

  test('loses nothing of a plain glossary, and tells each loss of another in every language', () => {
    expect([...format.losses([PLAIN])]).toEqual([])
    for (const loss of format.losses([COMPLETE])) {
      for (const catalogue of Object.values(LANGUAGES)) expect(loss(catalogue)).toMatch(/\d/u)
    }
  })
})

test('a file of an unknown kind has no format', () => {
  expect(glossaryFormatOf('glossaire.pdf')).toBeUndefined()
})
