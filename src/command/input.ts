import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'

/** A file's bytes. */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    throw naming(file, error)
  }
}

/** The same for a file that never stands in memory whole. */
export async function* readChunks(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file)
  } catch (error) {
    throw naming(file, error)
  }
}

/** Not every error of the file system says which file it is about: that of reading a folder does not. */
const naming = (path: string, error: unknown) => Object.assign(error as Error, { path })
