import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** The name that stands for standard output. */
export const STANDARD_OUTPUT = '-'

/** Write a line of data as fast as its reader takes it. */
export async function writeLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
}

/** A file as it is written, piece by piece. */
export type Written = AsyncIterable<string> | Iterable<string | Uint8Array>

/** A file that has the name asked for is whole: until then it has another. */
export async function writeWhole(output: string, file: Written): Promise<void> {
  const partial = `${output}.partial`
  try {
    await pipeline(Readable.from(file), createWriteStream(partial))
    await rename(partial, output)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

/** Write a file whole, or to standard output as it comes. */
export async function writeOut(output: string, file: Written): Promise<void> {
  if (output === STANDARD_OUTPUT) await pipeline(Readable.from(file), process.stdout, { end: false })
  else await writeWhole(output, file)
}
