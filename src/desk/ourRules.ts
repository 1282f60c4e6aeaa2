import { readFile } from 'node:fs/promises'
import type { Rules } from '../segmentation/rules.ts'
import { readSrxText, type Srx } from '../segmentation/srx.ts'

const FILE = new URL('../segmentation/visavis.srx', import.meta.url)

let file: Promise<string> | undefined
let read: Promise<Srx> | undefined

/** The segmentation rules that come with the desk, as an SRX file. */
export function ourRulesFile(): Promise<string> {
  file ??= readFile(FILE, 'utf8')
  return file
}

/** The same, for a language. */
export async function ourRules(language: string): Promise<Rules> {
  read ??= readSrxText(await ourRulesFile())
  return (await read).rulesFor(language)
}
