import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { Invalid } from '../errors.ts'
import type { Say } from '../messages/index.ts'

/** A file as a hidden field carries it to the next form: as a text its line ends would change, and bytes that mean nothing there. */
export const packed = async (bytes: Uint8Array): Promise<string> => (await promisify(gzip)(bytes)).toString('base64')

/** The file again, of at most so many bytes. @throws Invalid, with what a person reads, when the field holds none. */
export async function unpacked(field: string, most: number, refusal: Say): Promise<Uint8Array> {
  const limits = { maxOutputLength: most }
  return promisify<Buffer, object, Buffer>(gunzip)(Buffer.from(field, 'base64'), limits).catch(() => {
    throw new Invalid(refusal)
  })
}
