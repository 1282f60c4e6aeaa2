import { readDocument } from '../../src/desk/importDocument.ts'
import { ourRules } from '../../src/desk/ourRules.ts'
import { Invalid } from '../../src/errors.ts'
import type { Replacement } from '../../src/formats/document.ts'
import { documentFormatOf } from '../../src/formats/documents.ts'
import { formatOf } from '../../src/formats/index.ts'
import { readSrx } from '../../src/segmentation/srx.ts'
import { decodeStream } from '../../src/text/decode.ts'
import { FR_EN } from '../formats/streams.ts'
import { ATTACKS, type Attack } from './attacks.ts'

/**
 * A program that gives a reader the files made against it, one after another, and says of each on a line what became of it:
 * `attacked.ts documents md [name...]`. One that takes too long or too much memory is ended by whoever started it.
 */

/** What became of a file: read, or the sentence it was refused with; what the longest step took, and the most that was resident until then. */
export interface Attacked {
  name: string
  outcome: string
  milliseconds: number
  megabytes: number
}

const rules = await ourRules(FR_EN.source)

/** Does what is to be timed. */
type Timed = <Value>(act: () => Promise<Value>) => Promise<Value>

const READERS: Readonly<Record<string, (ending: string, attack: Attack, timed: Timed) => Promise<void>>> = {
  async documents(ending, { file }, timed) {
    const name = `a.${ending}`
    const bytes = Buffer.concat([...file()])
    await timed(() => readDocument(name, { bytes }, FR_EN, rules))
    const replacements: Replacement[] = []
    const format = documentFormatOf(name)!
    for await (const { slot, text, codes } of format.read({ bytes }))
      replacements.push({ slot, text, codes, state: 'approved' })
    await timed(async () => format.finish({ bytes }, replacements, FR_EN))
  },
  units: (ending, { file }, timed) =>
    timed(async () => {
      for await (const _ of formatOf(`a.${ending}`)!.read(decodeStream(streamed(file())), FR_EN));
    }),
  rules: (_, { file }, timed) =>
    timed(async () => {
      const { ends } = (await readSrx(decodeStream(streamed(file())))).rulesFor(FR_EN.source)
      ends(`${'a'.repeat(5000)} b`.repeat(3))
    }),
}

/** As a file arrives. */
async function* streamed(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at += CHUNK) yield piece.subarray(at, at + CHUNK)
  }
}
const CHUNK = 65_536

const [kind = '', ending = '', ...only] = process.argv.slice(2)
for (const attack of ATTACKS[kind]![ending]!) {
  if (only.length > 0 && !only.includes(attack.name)) continue
  globalThis.gc?.()
  let milliseconds = 0
  let outcome = 'read'
  try {
    await READERS[kind]!(ending, attack, async (act) => {
      const start = process.cpuUsage()
      try {
        return await act()
      } finally {
        const { user, system } = process.cpuUsage(start)
        milliseconds = Math.max(milliseconds, Math.round((user + system) / 1000))
      }
    })
  } catch (error) {
    outcome =
      error instanceof Invalid ? `refused: ${error.message}` : `fault: ${error instanceof Error ? error.stack : error}`
  }
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  const attacked: Attacked = { name: attack.name, outcome, milliseconds, megabytes }
  console.log(JSON.stringify(attacked))
}
