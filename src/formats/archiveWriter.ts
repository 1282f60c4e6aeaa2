import { crc32 } from 'node:zlib'
import { deflateSync } from 'fflate'
import type { Entry } from 'yauzl'

/** A file in an archive as its table of contents has it, its bytes as they lie there, and behind which of the archive's they end. */
export interface Packed {
  name: string
  entry: Entry
  data: Uint8Array
  end: number
}

/** In the order they lie in the archive. */
export const inPlace = (files: readonly Packed[]): Packed[] =>
  [...files].sort((a, b) => a.entry.relativeOffsetOfLocalHeader - b.entry.relativeOffsetOfLocalHeader)

/** What becomes of a file: where its header stands, and what stands there. */
interface Written {
  offset: number
  checksum: number
  size: number
  data: Uint8Array
}

/** Sizes stand in front of the data and not behind it. */
const SIZES_BEHIND = 0x0008
const ZIP64 = 0x0001

/** An archive of these files (APPNOTE 6.3.10), some with another content. What is not replaced is not packed anew. */
export function packed(files: readonly Packed[], contents: ReadonlyMap<Packed, Uint8Array>): Uint8Array {
  const pieces: Uint8Array[] = []
  let length = 0
  const put = (...bytes: Uint8Array[]) => {
    pieces.push(...bytes)
    for (const { byteLength } of bytes) length += byteLength
  }
  const written = new Map<Packed, Written>()
  for (const file of inPlace(files)) {
    const { entry, data } = file
    const content = contents.get(file)
    const own = content
      ? {
          checksum: crc32(content),
          size: content.byteLength,
          data: entry.isCompressed() ? deflateSync(content) : content,
        }
      : { checksum: entry.crc32, size: entry.uncompressedSize, data }
    written.set(file, { offset: length, ...own })
    put(localHeader(entry, own), entry.fileNameRaw, own.data)
  }
  const start = length
  for (const file of files) put(centralHeader(file.entry, written.get(file)!))
  put(endRecord(files.length, start, length - start))
  return Buffer.concat(pieces, length)
}

/** 4.3.7 */
function localHeader(entry: Entry, { checksum, size, data }: Omit<Written, 'offset'>): Uint8Array {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  common(header, 4, entry, { checksum, size, data })
  return header
}

/** 4.3.12 */
function centralHeader(entry: Entry, written: Written): Uint8Array {
  const extra = Buffer.concat(entry.extraFields.filter(({ id }) => id !== ZIP64).map(extraField))
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(entry.versionMadeBy, 4)
  common(header, 6, entry, written)
  header.writeUInt16LE(extra.byteLength, 30)
  header.writeUInt16LE(entry.fileCommentRaw.byteLength, 32)
  header.writeUInt16LE(entry.internalFileAttributes, 36)
  header.writeUInt32LE(entry.externalFileAttributes, 38)
  header.writeUInt32LE(written.offset, 42)
  return Buffer.concat([header, entry.fileNameRaw, extra, entry.fileCommentRaw])
}

/** What both headers say, from `at` on. */
function common(header: Buffer, at: number, entry: Entry, { checksum, size, data }: Omit<Written, 'offset'>): void {
  header.writeUInt16LE(entry.versionNeededToExtract, at)
  header.writeUInt16LE(entry.generalPurposeBitFlag & ~SIZES_BEHIND, at + 2)
  header.writeUInt16LE(entry.compressionMethod, at + 4)
  header.writeUInt16LE(entry.lastModFileTime, at + 6)
  header.writeUInt16LE(entry.lastModFileDate, at + 8)
  header.writeUInt32LE(checksum, at + 10)
  header.writeUInt32LE(data.byteLength, at + 14)
  header.writeUInt32LE(size, at + 18)
  header.writeUInt16LE(entry.fileNameLength, at + 22)
}

function extraField({ id, data }: Entry['extraFields'][number]): Uint8Array {
  const header = Buffer.alloc(4)
  header.writeUInt16LE(id, 0)
  header.writeUInt16LE(data.byteLength, 2)
  return Buffer.concat([header, data])
}

/** 4.3.16 */
function endRecord(files: number, start: number, size: number): Uint8Array {
  const record = Buffer.alloc(22)
  record.writeUInt32LE(0x06054b50, 0)
  record.writeUInt16LE(files, 8)
  record.writeUInt16LE(files, 10)
  record.writeUInt32LE(size, 12)
  record.writeUInt32LE(start, 16)
  return record
}
