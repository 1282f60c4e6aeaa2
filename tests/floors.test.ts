import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

/** Each floor may import what stands below it, never what stands above; rooms of one floor are strangers. Types count too. */
const FLOORS: readonly RegExp[][] = [
  [/^src\/messages\//, /^src\/unit\.ts$/],
  [/^src\/errors\.ts$/],
  [/^src\/text\//],
  [/^glossary\//],
  [/^src\/segmentation\//, /^src\/memory\//, /^src\/checks\//, /^src\/formats\//],
  [/^db\//, /^views\//],
  [/^src\/desk\//, /^src\/people\//],
  [/^src\/sample\//],
  [/^src\/routes\//],
  [/^src\/app\.tsx$/],
  [/^src\/main\.ts$/],
  [/^src\/command\//],
  [/^src\/cli\.ts$/],
]

const floorOf = (file: string) => FLOORS.findIndex((floor) => floor.some((pattern) => pattern.test(file)))
const roomOf = (file: string) => FLOORS.flat().findIndex((pattern) => pattern.test(file))

/** The relative imports of a source file, types and dynamic ones included. */
const importsOf = (code: string) =>
  [...code.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/gu)].map(([, specifier]) => specifier!)

test('imports go down', async () => {
  const climbs: string[] = []
  for (const root of ['src', 'glossary', 'db', 'views']) {
    for (const name of await readdir(root, { recursive: true })) {
      if (!/\.tsx?$/u.test(name)) continue
      const file = join(root, name)
      if (/config\.ts$/u.test(file)) continue
      expect(floorOf(file), `${file} stands on no floor`).toBeGreaterThanOrEqual(0)
      for (const specifier of importsOf(await readFile(file, 'utf8'))) {
        const imported = relative('.', join(dirname(file), specifier))
        const [from, to] = [floorOf(file), floorOf(imported)]
        const climbing = to > from || (to === from && roomOf(file) !== roomOf(imported))
        if (climbing) climbs.push(`${file} → ${imported}`)
      }
    }
  }
  expect(climbs).toEqual([])
})
