import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import { Invalid } from '../errors.ts'

/** A form that ends with a file, read as it arrives: the file stands nowhere whole. */
export interface Upload {
  /** The fields before the file. */
  fields: ReadonlyMap<string, string>
  /** Of the file. */
  name: string
  file: AsyncIterable<Uint8Array>
  /** Bytes of the form, hardly more than those of the file; nothing where the browser does not say. */
  size: number | undefined
  /** Let what nobody reads pass by: a browser that cannot send its form to the end shows no answer. */
  rest(): Promise<void>
}

const WITH_FILES = /^multipart\/form-data\s*;.*\bboundary=./iu
const LIMITS = { files: 1, fields: 20, fieldSize: 4096, parts: 40, headerPairs: 50 }

/**
 * Read a form up to its file.
 * @throws Invalid where it has none, or is known to be larger than `largest` bytes; the file throws it further on.
 */
export async function uploadIn({ headers, body }: Request, largest: number): Promise<Upload> {
  const type = headers.get('content-type') ?? ''
  const length = headers.get('content-length')
  const size = length === null ? undefined : Number(length)
  if (body === null || !WITH_FILES.test(type)) throw new Invalid((m) => m.memories.noFile)
  if (size !== undefined && size > largest) throw tooLarge(largest)

  const form = new Busboy({ headers: { 'content-type': type }, limits: { ...LIMITS, fileSize: largest } })
  const fields = new Map<string, string>()
  form.on('field', (name, value) => fields.set(name, value))
  let file: BusboyFileStream | undefined
  const begun = new Promise<string>((resolve) => {
    form.once('file', (_, stream, name) => {
      file = stream
      // Whoever reads it hears of it; until somebody does it is no fault of ours.
      stream.on('error', () => undefined)
      stream.once('limit', () => stream.destroy(tooLarge(largest)))
      resolve(name)
    })
  })
  const ended = pipeline(fromWeb(body), form).catch((fault) => {
    file?.destroy(fault)
  })
  const name = await Promise.race([begun, ended])
  if (file === undefined || !name) {
    file?.resume()
    throw new Invalid((m) => m.memories.noFile)
  }
  const stream = file
  return {
    fields,
    name,
    file: bytesOf(stream),
    size,
    async rest() {
      if (stream.truncated) return
      // Somebody may have asked for a piece before they gave up, and a stream that is waited for does not flow.
      stream.removeAllListeners('readable').resume()
      await ended
    },
  }
}

/** Whatever else goes wrong with a file on its way, it was cut short. */
async function* bytesOf(stream: BusboyFileStream): AsyncGenerator<Uint8Array> {
  try {
    yield* stream.iterator({ destroyOnReturn: false })
  } catch (error) {
    throw error instanceof Invalid ? error : new Invalid((m) => m.memories.cutShort)
  }
}

const tooLarge = (bytes: number) => new Invalid((m) => m.memories.tooLarge(bytes))

/** The types of Node's streams and of the browser's know of each other only by name. */
const fromWeb = (body: ReadableStream<Uint8Array>) => Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
