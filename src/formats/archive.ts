import { crc32, inflateRawSync } from 'node:zlib'
import { fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl'
import { FormatError, Invalid, Problem } from '../errors.ts'
import { inPlace, type Packed, packed } from './archiveWriter.ts'

/** A ZIP archive that was looked through from end to end before anything of it is used. Names differ by more than their case. */
export interface Archive {
  names: readonly string[]
  /** The content of a file in it, where there is one of that name. */
  read(name: string): Uint8Array | undefined
  /** The archive with other contents in some of its files; all others keep their place and their very bytes. */
  with(contents: ReadonlyMap<string, Uint8Array>): Uint8Array
}

/** No document has so many; a table of contents may claim any number. */
const MOST_FILES = 4_000
/** Bytes of all files together, of which an upload has at most a few million. */
const MOST_UNPACKED = 200 * 1024 * 1024

/** @throws Invalid on what is no archive, is damaged, or is made to unpack into more than it seems. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const files = await orDamaged(() => filesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
  const byName = new Map(files.map((file) => [keyOf(file.name), file]))
  return {
    names: files.map(({ name }) => name),
    read(name) {
      const file = byName.get(keyOf(name))
      return file && unpacked(file)
    },
    with: (contents) =>
      packed(files, new Map([...contents].map(([name, content]) => [byName.get(keyOf(name))!, content]))),
  }
}

/** Names in a package are the same in capitals and small letters (ISO/IEC 29500-2, 6.2.2.3). */
const keyOf = (name: string) => name.toLowerCase()

async function filesOf(bytes: Buffer): Promise<Packed[]> {
  const zip = await fromBufferPromise(bytes, { decodeStrings: false, lazyEntries: true })
  if (zip.entryCount > MOST_FILES) throw new Invalid((m) => m.archive.tooManyFiles(MOST_FILES))
  const files: Packed[] = []
  const names = new Set<string>()
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true)
    if (isUnsafe(name)) throw new Invalid((m) => m.archive.unsafeName(name))
    if (names.has(keyOf(name))) throw new Invalid((m) => m.archive.nameTwice(name))
    if (entry.isEncrypted()) throw new Invalid((m) => m.archive.locked)
    if (!entry.canDecodeFileData()) throw new Invalid((m) => m.archive.unknownMethod(name))
    unpacked += entry.uncompressedSize
    if (unpacked > MOST_UNPACKED) throw new Invalid((m) => m.archive.tooLarge(MOST_UNPACKED))
    names.add(keyOf(name))
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
    const end = fileDataStart + entry.compressedSize
    files.push({ name, entry, data: bytes.subarray(fileDataStart, end), end })
  }
  refuseOverlap(files)
  for (const file of files) await refuseDamage(zip, file)
  return files
}

/** What could name a file outside of the folder it is unpacked into. */
const isUnsafe = (name: string) => /^[/~]|^[a-z]:|\\|\0|(?:^|\/)\.\.(?:\/|$)/iu.test(name)

/** Files that share bytes unpack into more than any archive made in good faith. */
function refuseOverlap(files: readonly Packed[]): void {
  let taken = 0
  for (const { entry, end } of inPlace(files)) {
    if (entry.relativeOffsetOfLocalHeader < taken) throw new FormatError((m) => m.archive.damaged)
    taken = end
  }
}

/** The reader itself stops a file that goes on behind the size it claims. */
async function refuseDamage(zip: ZipFile, { name, entry }: Packed): Promise<void> {
  let sum = 0
  for await (const chunk of await zip.openReadStreamPromise(entry)) sum = crc32(chunk, sum)
  if (sum !== entry.crc32) throw new FormatError((m) => m.archive.damagedFile(name))
}

const unpacked = ({ entry, data }: Packed): Uint8Array =>
  entry.isCompressed() && entry.uncompressedSize > 0
    ? inflateRawSync(data, { maxOutputLength: entry.uncompressedSize })
    : data

/** Whatever stops the reader is in the archive: it has nothing else to go by. */
async function orDamaged<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Problem || !(error instanceof Error)) throw error
    throw new FormatError((m) => m.archive.damaged)
  }
}
