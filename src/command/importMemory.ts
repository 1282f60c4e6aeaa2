import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Growth } from '../../db/memories.ts'
import type { ProjectRow } from '../../db/projects.ts'
import type { Desk } from '../desk/desk.ts'
import { forecast } from '../desk/forecast.ts'
import { importMemory } from '../desk/importMemory.ts'
import { Invalid } from '../errors.ts'
import type { BilingualReader } from '../formats/format.ts'
import { ENGLISH } from '../messages/index.ts'
import { decodeStream } from '../text/decode.ts'
import type { LanguagePair } from '../unit.ts'
import { readChunks } from './input.ts'

/** A bilingual file for the memory, and its format. */
export interface MemoryFile {
  file: string
  format: BilingualReader
}

/** @throws Invalid where the file cannot be read, as far as its first unit, or has none in these languages. */
export async function mustHaveUnits({ file, format }: MemoryFile, languages: LanguagePair): Promise<void> {
  for await (const _ of format.read(decodeStream(readChunks(file)), languages)) return
  throw new Invalid((m) => m.memories.nothing(basename(file), languages.source, languages.target))
}

/** Bring a file into the memory of a project, and say how far it is to whoever looks at a terminal. Ctrl-C calls it off. */
export async function importMemoryFile(desk: Desk, project: ProjectRow, { file, format }: MemoryFile): Promise<void> {
  const name = basename(file)
  const { size } = await stat(file)
  const controller = new AbortController()
  const interrupt = () => controller.abort()
  process.once('SIGINT', interrupt)
  const progress = progressLine(name, size)
  try {
    const memory = await importMemory(desk, {
      project,
      name,
      format,
      file: readChunks(file),
      size,
      by: null,
      operationId: randomUUID(),
      signal: controller.signal,
      onGrowth: progress.show,
    })
    progress.clear()
    console.error(ENGLISH.command.remembered(name, memory.units, memory.passedOver))
    console.log(memory.id)
  } finally {
    progress.clear()
    process.off('SIGINT', interrupt)
  }
}

/** Milliseconds between two states of a line somebody reads. */
const PACE = 200
const CLEAR_LINE = '\r\u001B[K'

/** A line on the terminal that is written over; nothing where nobody looks. */
function progressLine(name: string, size: number) {
  const begun = Date.now()
  let shown = 0
  return {
    show({ bytes, units }: Growth): void {
      const now = Date.now()
      if (!process.stderr.isTTY || now - shown < PACE) return
      shown = now
      const { share, secondsLeft } = forecast(bytes, size, now - begun) ?? {}
      process.stderr.write(`${CLEAR_LINE}${ENGLISH.memories.progress(name, share, units, secondsLeft)}`)
    },
    clear(): void {
      if (shown > 0) process.stderr.write(CLEAR_LINE)
      shown = 0
    },
  }
}
