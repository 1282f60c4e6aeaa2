import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'

/** The name that stands for standard input. */
export const STANDARD_INPUT = '-'

/** Bytes. */
const CHUNK = 262_144

/** A file's bytes. */
export async function readBytes(file: string): Promise<Uint8Array> {
  if (file === STANDARD_INPUT) return buffer(process.stdin)
  try {
    return await readFile(file)
  } catch (error) {
    throw naming(file, error)
  }
}

/** The same for a file that never stands in memory whole. */
export async function* readChunks(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* file === STANDARD_INPUT ? process.stdin : createReadStream(file, { highWaterMark: CHUNK })
  } catch (error) {
    throw naming(file, error)
  }
}

/** Not every error of the file system says which file it is about: that of reading a folder does not. */
const naming = (path: string, error: unknown) => Object.assign(error as Error, { path })
