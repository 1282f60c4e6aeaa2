import { FormatError } from '../../src/errors.ts'
import type { LanguagePair, Unit } from '../../src/unit.ts'

export const FR_EN: LanguagePair = { source: 'fr', target: 'en' }

/** A text as a file arrives: in pieces of `size`, wherever that cuts. */
export async function* chunked(text: string, size = 65_536): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

export async function joined(chunks: AsyncIterable<string>): Promise<string> {
  return (await collected(chunks)).join('')
}

export async function collected<Thing>(things: AsyncIterable<Thing>): Promise<Thing[]> {
  const all: Thing[] = []
  for await (const thing of things) all.push(thing)
  return all
}

/** The units, but for the lines they stand on. */
export const unplaced = async (units: AsyncIterable<Unit>): Promise<Omit<Unit, 'line'>[]> =>
  (await collected(units)).map(({ line: _, ...unit }) => unit)

/** Why a file is refused, in English. */
export async function refusal(units: AsyncIterable<Unit>): Promise<string> {
  try {
    const read = await collected(units)
    return `not refused: ${read.length} units`
  } catch (error) {
    if (error instanceof FormatError) return error.message
    throw error
  }
}
