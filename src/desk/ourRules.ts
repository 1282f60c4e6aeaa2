import { createReadStream } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Rules } from '../segmentation/rules.ts'
import { readSrx, type Srx } from '../segmentation/srx.ts'
import { decodeStream } from '../text/decode.ts'

const FILE = fileURLToPath(new URL('../segmentation/visavis.srx', import.meta.url))

let read: Promise<Srx> | undefined

/** The segmentation rules that come with the desk, for a language. */
export async function ourRules(language: string): Promise<Rules> {
  read ??= readSrx(decodeStream(createReadStream(FILE)))
  return (await read).rulesFor(language)
}
