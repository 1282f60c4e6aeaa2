import { deflateRawSync } from 'node:zlib'
import { strToU8, unzipSync, Zip, ZipDeflate, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openArchive } from '../../src/formats/archive.ts'
import { zipped } from './word.ts'

/** Not the clock: other tests run beside this one. */
const cpuMilliseconds = () => process.cpuUsage().user / 1000

const PICTURE = Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 251)

const THREE = zipSync({
  mimetype: [strToU8('text/plain'), { level: 0, mtime: '2020-02-02T02:02:02' }],
  'a/texte.xml': [
    strToU8('<a>mot mot mot mot mot mot</a>'),
    { level: 9, mtime: '2021-03-03T03:03:04', comment: 'dit' },
  ],
  'b.png': [PICTURE, { level: 6, extra: { 39321: Uint8Array.of(1, 2, 3) } }],
})

/** As programs write that do not know yet how long a file will be: its size stands behind it. */
function streamed(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  for (const [name, content] of Object.entries(files)) {
    const file = new ZipDeflate(name)
    zip.add(file)
    file.push(content, true)
  }
  zip.end()
  return Buffer.concat(chunks)
}

const refusal = async (bytes: Uint8Array): Promise<string> => {
  try {
    return `not refused: ${(await openArchive(bytes)).names}`
  } catch (error) {
    if (error instanceof Error && /^(?:Invalid|FormatError)$/u.test(error.name)) return error.message
    throw error
  }
}

/** Where the headers of a file stand: in front of it, and in the table of contents. */
function headers(bytes: Buffer, nth = 0): { local: number; central: number } {
  let central = bytes.indexOf('PK\x01\x02', 0, 'latin1')
  for (let at = 0; at < nth; at++) central = bytes.indexOf('PK\x01\x02', central + 4, 'latin1')
  return { local: bytes.readUInt32LE(central + 42), central }
}

/** A file as it lies in the archive. */
function packedBytes(bytes: Buffer, nth: number): Buffer {
  const { local, central } = headers(bytes, nth)
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  return bytes.subarray(start, start + bytes.readUInt32LE(central + 20))
}

/** The three files with something said otherwise of one of them: offsets count from each of its headers. */
function changed(change: (bytes: Buffer, local: number, central: number) => void, nth = 1, of = THREE): Buffer {
  const bytes = Buffer.from(of)
  const { local, central } = headers(bytes, nth)
  change(bytes, local, central)
  return bytes
}

describe('an archive with another content in a file', () => {
  const text = strToU8('<a>other</a>')

  test.each([
    ['stored and packed files, comments and extra fields', THREE],
    ['sizes behind the files', streamed({ 'a/texte.xml': strToU8('<a>mot</a>'), 'b.png': PICTURE })],
  ])('%s', async (_, bytes) => {
    const archive = await openArchive(bytes)
    const written = archive.with(new Map([['a/texte.xml', text]]))
    const again = await openArchive(written)
    expect(again.names).toEqual(archive.names)
    expect(Buffer.from(written).readUInt16LE(6) & 8).toBe(0)
    expect(unzipSync(written)).toEqual({ ...unzipSync(bytes), 'a/texte.xml': text })
    expect(Buffer.from(written).includes(packedBytes(Buffer.from(bytes), archive.names.indexOf('b.png')))).toBe(true)
  })

  test('it is the same whenever it is written', async () => {
    const write = async () => (await openArchive(THREE)).with(new Map([['a/texte.xml', text]]))
    expect(await write()).toEqual(await write())
  })

  test('the first file stays first and stored, and every date what it was', async () => {
    const written = Buffer.from((await openArchive(THREE)).with(new Map([['mimetype', strToU8('text/html')]])))
    expect(written.subarray(30, 47).toString()).toBe('mimetypetext/html')
    for (const nth of [0, 1, 2]) {
      const [before, after] = [Buffer.from(THREE), written].map((bytes) => {
        const { central } = headers(bytes!, nth)
        return bytes!.subarray(central + 12, central + 16).toString('hex')
      })
      expect(after).toBe(before)
    }
    expect(written.includes('dit')).toBe(true)
  })

  test('a name is the same in capitals', async () => {
    const archive = await openArchive(THREE)
    expect(archive.read('A/Texte.XML')).toEqual(archive.read('a/texte.xml'))
    expect(archive.read('c')).toBeUndefined()
  })
})

describe('refused', () => {
  test.each(['../a', 'a/../../b', '/etc/passwd', 'C:/a', 'a\\b', '~/a', '..'])('a file called %s', async (name) => {
    expect(await refusal(zipped({ [name]: 'x' }))).toContain(`“${name}”`)
  })

  test.each<[name: string, sentence: string, bytes: Uint8Array]>([
    ['nothing', 'damaged', new Uint8Array()],
    ['a few letters', 'damaged', strToU8('PK')],
    ['the half of it', 'damaged', THREE.subarray(0, THREE.length / 2)],
    ['an end missing', 'damaged', THREE.subarray(0, -3)],
    ['two of a name', 'are called “a/texte.xml”', zipped({ 'A/TEXTE.xml': '', 'a/texte.xml': '' })],
    ['a password', 'password', changed((bytes, _, central) => bytes.writeUInt16LE(1, central + 8))],
    ['strong encryption', 'damaged', changed((bytes, _, central) => bytes.writeUInt16LE(0x41, central + 8))],
    [
      'another way of packing',
      'cannot be read here',
      changed((bytes, _, central) => bytes.writeUInt16LE(12, central + 10)),
    ],
    [
      'a wrong checksum',
      '“a/texte.xml” in it cannot be unpacked',
      changed((bytes, _, central) => bytes.writeUInt32LE(7, central + 16)),
    ],
    ['a byte that fell over', 'damaged', changed((bytes, local) => bytes.writeUInt8(0xff, local + 41))],
    ['a size that is too small', 'damaged', changed((bytes, _, central) => bytes.writeUInt32LE(5, central + 24))],
    ['a size that is too large', 'damaged', changed((bytes, _, central) => bytes.writeUInt32LE(500, central + 24))],
    [
      'gigabytes that are announced',
      'larger than 200 MB',
      changed((bytes, _, central) => bytes.writeUInt32LE(0xffff_fff0, central + 24)),
    ],
    [
      'two files in one place',
      'damaged',
      changed((bytes, _, central) => {
        const other = headers(bytes, 2).central
        bytes.copy(bytes, other + 6, central + 6, central + 28)
        bytes.copy(bytes, other + 42, central + 42, central + 46)
      }),
    ],
    ['a place outside', 'damaged', changed((bytes, _, central) => bytes.writeUInt32LE(0x7fff_ffff, central + 42))],
    ['a table of contents outside', 'damaged', changed((bytes) => bytes.writeUInt32LE(0x7fff_ffff, bytes.length - 6))],
    ['more files than stand there', 'damaged', changed((bytes) => bytes.writeUInt16LE(900, bytes.length - 12))],
    [
      'files without number',
      'more than 4,000 files',
      changed((bytes) => bytes.writeUInt16LE(0xfff0, bytes.length - 12)),
    ],
  ])('%s', async (_, sentence, bytes) => {
    expect(await refusal(bytes)).toContain(sentence)
  })

  test('a bomb that claims to be small, at once', async () => {
    const zeros = deflateRawSync(new Uint8Array(100 * 1024 * 1024), { level: 1 })
    const bytes = Buffer.from(zipSync({ bomb: [zeros, { level: 0 }] }))
    const { local, central } = headers(bytes)
    for (const at of [local + 8, central + 10]) bytes.writeUInt16LE(8, at)
    for (const at of [local + 22, central + 24]) bytes.writeUInt32LE(1_000, at)
    const before = cpuMilliseconds()
    expect(await refusal(bytes)).toContain('damaged')
    expect(cpuMilliseconds() - before).toBeLessThan(500)
  })

  test('as many files as are allowed take no time', async () => {
    const many = Object.fromEntries(Array.from({ length: 4_000 }, (_, at) => [`f${at}`, 'x']))
    const bytes = zipped(many)
    const before = cpuMilliseconds()
    expect((await openArchive(bytes)).names).toHaveLength(4_000)
    expect(cpuMilliseconds() - before).toBeLessThan(3_000)
  })
})
