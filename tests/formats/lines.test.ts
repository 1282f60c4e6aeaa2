import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formatOf } from '../../src/formats/index.ts'
import { chunked, collected, FR_EN } from './streams.ts'

/** How a unit begins in the files of each folder of fixtures. */
const BEGINNINGS: readonly (readonly [folder: string, beginning: RegExp])[] = [
  ['tmx', /<(?:\w+:)?tu\b/u],
  ['xliff', /<(?:\w+:)?(?:trans-unit|segment|mrk)\b/u],
  ['po', /^\s*(?:msgctxt|msgid)\b/u],
]

const linesIn = async (name: string, file: string, size?: number) =>
  (await collected(formatOf(name)!.read(chunked(file, size), FR_EN))).map(({ line }) => line)

describe.each(BEGINNINGS)('%s: a unit is on the line where it begins', async (folder, beginning) => {
  const path = join(import.meta.dirname, '../fixtures', folder)
  const names = (await readdir(path)).filter((name) => formatOf(name) !== undefined)

  test.each(names)('%s', async (name) => {
    const file = await readFile(join(path, name), 'utf8')
    const lines = await linesIn(name, file)
    for (const line of lines) expect(file.split(/\r\n?|\n/u)[line! - 1]).toMatch(beginning)
    expect(lines).toEqual(lines.toSorted((a, b) => a! - b!))
    expect(await linesIn(name, file, 1)).toEqual(lines)
  })
})

/** Name, file, the lines of its units. */
const FILES: readonly (readonly [what: string, name: string, file: string, lines: number[]])[] = [
  ['a row after a cell of several lines', 'a.csv', 'fr,en\r\n"Un\r\nDeux",One\r\n\r\nTrois,Three\r\n', [2, 5]],
  ['a first line for Excel', 'a.csv', 'sep=;\r\nfr;en\r\nUn;One\r\n', [3]],
  ['an old line end', 'a.csv', 'fr,en\rUn,One\rDeux,Two\r', [2, 3]],
  [
    'a tag of several lines',
    'a.tmx',
    '<tmx><body>\n<tu\n  tuid="a"\n><tuv xml:lang="fr"><seg>Un</seg></tuv><tuv xml:lang="en"><seg>One</seg></tuv></tu>\n</body></tmx>',
    [2],
  ],
  [
    'segments of one unit',
    'a.xlf',
    '<xliff version="2.0" srcLang="fr" trgLang="en"><file id="f"><unit id="u">\r\n<segment><source>Un</source></segment>\r\n<segment>\r\n<source>Deux</source></segment></unit></file></xliff>',
    [2, 3],
  ],
]

test.each(FILES)('%s', async (_, name, file, lines) => {
  for (const size of [1, 7, 65_536]) expect(await linesIn(name, file, size)).toEqual(lines)
})
