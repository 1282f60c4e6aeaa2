import { randomUUID } from 'node:crypto'
import type { MemoryRow } from '../../db/memories.ts'
import { unitsOfMemory } from '../../db/memoryUnits.ts'
import { importMemory, type MemoryImport } from '../../src/desk/importMemory.ts'
import { tmx } from '../../src/formats/tmx.ts'
import type { Unit } from '../../src/unit.ts'
import { collected, FR_EN } from '../formats/streams.ts'
import { type TestDesk, testDesk } from './desk.ts'

/** A file as it arrives, in pieces of `size` bytes. */
export async function* pieces(content: string | Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** So many units of which no two are alike. */
export const numbered = (count: number): Unit[] =>
  Array.from({ length: count }, (_, at) => ({
    source: `Phrase numéro ${at + 1}.`,
    target: `Sentence number ${at + 1}.`,
    state: 'translated',
  }))

export const tmxOf = async (units: Iterable<Unit>): Promise<string> =>
  (await collected(tmx.write(units, FR_EN))).join('')

/** A desk into whose project memories come. */
export async function remembering(): Promise<
  TestDesk & {
    bring(more?: Partial<MemoryImport> & { content?: string }): Promise<MemoryRow>
    unitsIn(memory: MemoryRow): Promise<Unit[]>
  }
> {
  const t = await testDesk()
  const three = await tmxOf(numbered(3))
  return {
    ...t,
    bring: ({ content = three, ...more } = {}) =>
      importMemory(t.desk, {
        project: t.project,
        name: 'old.tmx',
        format: tmx,
        file: pieces(content),
        by: 'translator',
        operationId: randomUUID(),
        ...more,
      }),
    unitsIn: (memory) => collected(unitsOfMemory(t.db, memory)),
  }
}
