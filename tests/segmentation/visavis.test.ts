import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { readXml } from '../../src/text/readXml.ts'

const FILE = 'src/segmentation/visavis.srx'
const SCHEMA = '../shared/standards/srx20.xsd'
const hasXmllint = spawnSync('xmllint', ['--version']).error === undefined

async function expressions(): Promise<{ before: string[]; after: string[] }> {
  const found = { beforebreak: [] as string[], afterbreak: [] as string[] }
  let side: keyof typeof found | undefined
  async function* file() {
    yield await readFile(FILE, 'utf8')
  }
  for await (const events of readXml(file())) {
    for (const event of events) {
      if (event.type === 'open')
        side = event.name === 'beforebreak' || event.name === 'afterbreak' ? event.name : undefined
      if (event.type === 'text' && side) found[side].push(event.text)
      if (event.type === 'close') side = undefined
    }
  }
  return { before: found.beforebreak, after: found.afterbreak }
}

describe('our rules, read by other tools', () => {
  test.skipIf(!hasXmllint || !existsSync(SCHEMA))(
    'are valid (skipped where xmllint or ../shared/standards is absent)',
    () => {
      // Throws where they are not.
      execFileSync('xmllint', ['--nonet', '--noout', '--schema', SCHEMA, FILE], { stdio: 'pipe' })
    },
  )

  test('use no class of characters that differs from tool to tool', async () => {
    const { before, after } = await expressions()
    expect(before.length).toBeGreaterThan(40)
    expect(before.length).toBe(after.length)
    for (const expression of [...before, ...after]) {
      expect(expression).not.toMatch(/\\[wWbBhHvVSDR]/u)
      // A space without those that do not break.
      expect(expression.replaceAll('\\s\\p{Z}', '')).not.toMatch(/\\s/u)
    }
  })

  test('repeat nothing without end before a break, and no group: Java looks no further behind', async () => {
    for (const expression of (await expressions()).before)
      expect(expression).not.toMatch(/[^\\][*+](?![^[]*\])|,\}|\)\{/u)
  })
})
