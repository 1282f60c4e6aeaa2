import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FormatError } from '../../src/errors.ts'
import type { BilingualReader } from '../../src/formats/format.ts'
import { FORMATS, formatOf, READABLE } from '../../src/formats/index.ts'
import type { Unit } from '../../src/unit.ts'
import { chunked, collected, FR_EN, joined, unplaced } from './streams.ts'
import { COMPLETE, text, units } from './units.ts'

/** The same documents on every run: a failure is there again tomorrow. */
const SEED = { seed: 20_261_121, numRuns: 1000 }

/** Files of a format: those of its fixtures, and one that we wrote where we write it. */
async function samplesOf({ id, extensions }: BilingualReader): Promise<string[]> {
  const folder = join(import.meta.dirname, '../fixtures', id)
  const names = existsSync(folder) ? await readdir(folder) : []
  const files = names.filter((name) => extensions.some((extension) => name.endsWith(extension)))
  const written = FORMATS.filter((format) => format.id === id).map(({ write }) => joined(write([COMPLETE], FR_EN)))
  return Promise.all([...written, ...files.map((name) => readFile(join(folder, name), 'utf8'))])
}

/** One format of each reader: what differs in how it is written is no matter here. */
const READERS = [...new Map(READABLE.toReversed().map((format) => [format.read, format])).values()].toReversed()

describe.each(READERS)('reading $id', async (format) => {
  const samples = await samplesOf(format)

  /** The units, or that the file is refused. Anything else that is thrown is a fault of ours. */
  async function outcome(file: string, size?: number): Promise<Unit[] | 'refused'> {
    try {
      return await collected(format.read(chunked(file, size), FR_EN))
    } catch (error) {
      if (error instanceof FormatError) return 'refused'
      throw error
    }
  }

  test('any of 1,000 hostile texts is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (file) => {
        await outcome(file)
      }),
      SEED,
    )
  })

  test('1,000 damaged files are read or refused, the same from chunks of any size', async () => {
    const damage = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 9 }), text)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        fc.array(damage, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(1, 3, 7),
        async (sample, damages, size) => {
          const file = damages.reduce((file, [place, lost, put]) => {
            const at = Math.floor(place * file.length)
            return file.slice(0, at) + put + file.slice(at + lost)
          }, sample)
          expect(await outcome(file, size)).toEqual(await outcome(file))
        },
      ),
      SEED,
    )
  })

  test('lets go of a file nobody reads to its end', async () => {
    for (const sample of samples) {
      let closed = false
      async function* file(): AsyncGenerator<string> {
        try {
          yield* chunked(sample, 100)
        } finally {
          closed = true
        }
      }
      for await (const _ of format.read(file(), FR_EN)) break
      await expect.poll(() => closed).toBe(true)
    }
  })

  test('says so when the file breaks off while it arrives', async () => {
    const lost = new Error('the connection was lost')
    async function* file(): AsyncGenerator<string> {
      yield* chunked(samples[0]!.slice(0, 100))
      throw lost
    }
    await expect(collected(format.read(file(), FR_EN))).rejects.toBe(lost)
  })
})

describe.each(FORMATS)('$id', (format) => {
  const write = (document: readonly Unit[]) => joined(format.write(document, FR_EN))
  const read = (file: string, size?: number) => unplaced(format.read(chunked(file, size), FR_EN))

  test('reads back every field it wrote', async () => {
    const bare: Unit = { source: 'Rien encore', target: '', state: 'initial' }
    expect(await read(await write([COMPLETE, bare]))).toEqual([COMPLETE, bare])
  })

  test('reads back 1,000 hostile documents, from chunks of any size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(units, { maxLength: 4 }), fc.constantFrom(1, 3, 7, 65_536), async (document, size) => {
        expect(await read(await write(document), size)).toEqual(document)
      }),
      SEED,
    )
  })

  test.each([1, 3, 7, 65_536])('reads the same from chunks of %i', async (size) => {
    const document = fc.sample(units, SEED).slice(0, 60)
    expect(await read(await write(document), size)).toEqual(document)
  })

  test.each([
    ['emoji, joined and with a colour of skin', '👩‍👩‍👧 👍🏽 🇫🇷 ☺️'],
    ['from right to left, with marks and overrides', 'שלום \u200F(العربية)\u200E \u202Eabc\u202C \u2067x\u2069'],
    ['beyond the first plane', '𝒳 𠮷 𐍈 \u{10FFFD}'],
    ['what ends a section of XML', ']]> ]]&gt; <![CDATA[x]]> <!-- --> <?x?>'],
    ['line ends of every kind', '\na\r\nb\rc\n\nd\u0085e\u2028f\u2029\n'],
    ['white space at its edges', '\u00A0\t a \u202F\t '],
    ['words that look like markup', '<1>&lt;b&gt;</1> <2/> &amp;amp; &#65; \\" \\n'],
    ['letters with their accents apart', 'e\u0301 é \uFB01 \u200B\u00AD'],
  ])('carries %s, in every field', async (_, hostile) => {
    const document: Unit[] = [
      { ...COMPLETE, source: hostile, target: hostile, id: hostile, note: hostile, document: hostile, author: hostile },
      { ...COMPLETE, codes: [{ number: 1, open: hostile, close: hostile }, ...COMPLETE.codes.slice(1)] },
    ]
    expect(document.flatMap((unit) => format.losses(unit))).toEqual([])
    for (const size of [1, 65_536]) expect(await read(await write(document), size)).toEqual(document)
  })

  test('says beforehand of each field whether it comes back as it was', async () => {
    const any = fc.string({ unit: fc.constantFrom('a', '<', '\0', '\x01', '\x1B', '\uFFFE', '\uD83D', '\uDE00') })
    await fc.assert(
      fc.asyncProperty(any, any, any, async (source, target, note) => {
        const unit: Unit = { source: `-${source}`, target, state: 'draft', note: `-${note}` }
        const [back] = await read(await write([unit]))
        const changed = (['source', 'target', 'note'] as const).filter((name) => unit[name] !== back?.[name])
        expect(format.losses(unit)).toEqual(changed)
      }),
      SEED,
    )
  })

  test('says so of a code, and writes a file that can be read', async () => {
    const unit: Unit = { ...COMPLETE, codes: [{ number: 1, open: 'a\0', close: 'b' }] }
    expect(format.losses(unit)).toEqual(['codes'])
    expect(await read(await write([unit]))).toHaveLength(1)
  })

  test('writes the same document twice to the same file', async () => {
    const document = fc.sample(units, SEED)
    expect(await write(document)).toBe(await write(document))
  })

  test('writes no units as a file it reads', async () => {
    expect(await read(await write([]))).toEqual([])
  })

  test('carries a segment of a megabyte', async () => {
    const long = { ...COMPLETE, source: `${'Une très longue phrase, “sans” fin & <sans> 😀. '.repeat(22_000)}.` }
    expect(long.source.length).toBeGreaterThan(1_000_000)
    expect(await read(await write([long]), 1000)).toEqual([long])
  })

  test('yields what it has read and written before the rest is there', async () => {
    const total = 20_000
    let taken = 0
    async function* many(): AsyncGenerator<Unit> {
      for (; taken < total; taken += 1) yield { source: `Phrase ${taken}`, target: '', state: 'initial' }
    }
    let units = 0
    for await (const _ of format.read(format.write(many(), FR_EN), FR_EN)) {
      units += 1
      expect(taken - units).toBeLessThan(total / 3)
    }
    expect(units).toBe(total)
  })

  test('lets go of a long file nobody reads to its end', async () => {
    let closed = false
    async function* file(): AsyncGenerator<string> {
      try {
        yield* chunked(await write(Array.from({ length: 2000 }, () => COMPLETE)), 1000)
      } finally {
        closed = true
      }
    }
    for await (const _ of format.read(file(), FR_EN)) break
    await expect.poll(() => closed).toBe(true)
  })

  test('says so when the units break off while they are written', async () => {
    const lost = new Error('the database went away')
    async function* broken(): AsyncGenerator<Unit> {
      yield COMPLETE
      throw lost
    }
    await expect(joined(format.write(broken(), FR_EN))).rejects.toBe(lost)
  })
})

test.each(READABLE)('$id is found by its extensions, in any case', ({ extensions, read }) => {
  for (const extension of extensions) expect(formatOf(`mémoire.2026${extension.toUpperCase()}`)?.read).toBe(read)
})

test('a file of an unknown kind has no format', () => {
  expect(formatOf('notes.pdf')).toBeUndefined()
})
