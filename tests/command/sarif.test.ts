import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { folderOf, GLOSSARY, type Outcome, run, startIn } from './run.ts'

/** What the schema of SARIF 2.1.0 says of the properties we write; it allows no others. */
const text = z.strictObject({ text: z.string().min(1) })
const level = z.enum(['none', 'note', 'warning', 'error'])
const uri = z.string().refine((uri) => URL.canParse(uri, 'file:///root/') && !/[\s<>"\\]/u.test(uri), 'no reference')
const artifactLocation = z.strictObject({ uri, uriBaseId: z.string().optional() })
const region = z.strictObject({ startLine: z.int().min(1), snippet: text.optional() })
const location = z.strictObject({
  physicalLocation: z.strictObject({ artifactLocation, region: region.optional() }).optional(),
  logicalLocations: z.array(z.strictObject({ name: z.string(), kind: z.string() })),
})
const Log = z.strictObject({
  $schema: z.literal('https://json.schemastore.org/sarif-2.1.0.json'),
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          version: z.string(),
          rules: z.array(
            z.strictObject({ id: z.string(), shortDescription: text, defaultConfiguration: z.strictObject({ level }) }),
          ),
        }),
      }),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      // 3.14.14: of the root itself, which is absolute and ends with a slash.
      originalUriBaseIds: z.record(z.string(), z.strictObject({ uri: z.string().regex(/^file:\/\/\/.*\/$/u) })),
      invocations: z.array(z.strictObject({ executionSuccessful: z.boolean() })),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          level,
          message: text,
          locations: z.array(location),
          properties: z.record(z.string(), z.unknown()),
        }),
      ),
    }),
  ]),
})

const CSV = `id,source,target
a,Le Groupe de Minsk attend.,It waits.
b,Le cessez-le-feu tient.,The armistice holds.
c,Les forces spéciales partent.,"The special forces, or commandos, leave."
`

/** The run of a log, which is one by the rules. */
const runIn = ({ stdout }: Outcome) => Log.parse(JSON.parse(stdout)).runs[0]

const placesIn = (outcome: Outcome) =>
  runIn(outcome).results.map(({ locations: [place] }) => place?.physicalLocation?.artifactLocation)

/** A folder with files of difficult names in it, and one of them in another folder. */
async function sarifFolder() {
  const folder = await folderOf({
    'g.csv': GLOSSARY,
    'clean.csv': 'fr,en\nBonjour,Hello\n',
    'a.csv': CSV,
    '..b.csv': CSV,
  })
  await mkdir(join(folder, 'élan 100%'))
  await writeFile(join(folder, 'élan 100%', 'c:d #1.csv'), CSV)
  return folder
}

const sarif = ['--format', 'sarif', '--glossary']

test('a log holds every finding, by a rule it names, at its line and with its words', async () => {
  const folder = await sarifFolder()
  const [checked, clean, terms] = await Promise.all([
    run(folder, 'check', 'a.csv', ...sarif, 'g.csv'),
    run(folder, 'check', 'clean.csv', ...sarif, 'g.csv'),
    run(folder, 'terms', 'a.csv', ...sarif, 'g.csv'),
  ])
  const { tool, results, invocations } = runIn(checked)
  expect(
    results.map(({ ruleId, level, locations: [place] }) => [ruleId, level, place?.physicalLocation?.region]),
  ).toEqual([
    ['glossary.missing', 'error', { startLine: 2, snippet: { text: 'Groupe de Minsk' } }],
    ['glossary.missing', 'error', { startLine: 3, snippet: { text: 'cessez-le-feu' } }],
    ['glossary.superseded', 'warning', { startLine: 3, snippet: { text: 'armistice' } }],
    ['glossary.forbidden', 'error', { startLine: 4, snippet: { text: 'commandos' } }],
  ])
  const rules = tool.driver.rules.map(({ id }) => id)
  for (const { ruleId } of [...results, ...runIn(clean).results]) expect(rules).toContain(ruleId)
  expect(invocations).toEqual([{ executionSuccessful: true }])
  expect(runIn(clean).results).toEqual([])
  expect(runIn(terms).results.map(({ ruleId, level }) => [ruleId, level])).toEqual(
    Array.from({ length: 3 }, () => ['glossary.term', 'note']),
  )
})

test('a file is named from the working directory where it lies below it', async () => {
  const folder = await sarifFolder()
  const [below, above] = await Promise.all([
    run(folder, 'check', join(folder, 'a.csv'), 'élan 100%/c:d #1.csv', '..b.csv', ...sarif, 'g.csv'),
    startIn(join(folder, 'élan 100%'), folder, 'check', '../a.csv', ...sarif, '../g.csv').outcome,
  ])
  const root = runIn(below).originalUriBaseIds['%SRCROOT%']!.uri
  expect(root).toBe(`${pathToFileURL(folder).href}/`)
  const places = placesIn(below)
  expect(new Set(places.map((place) => place?.uriBaseId))).toEqual(new Set(['%SRCROOT%']))
  expect(new Set(places.map((place) => fileURLToPath(new URL(place!.uri, root))))).toEqual(
    new Set(['a.csv', 'élan 100%/c:d #1.csv', '..b.csv'].map((name) => join(folder, name))),
  )
  expect(places[0]!.uri).toBe('a.csv')
  for (const place of placesIn(above)) expect(place).toEqual({ uri: pathToFileURL(join(folder, 'a.csv')).href })
})

test('a log of files that cannot all be read is whole, and says so', async () => {
  const folder = await sarifFolder()
  const outcome = await run(folder, 'check', 'nowhere.tmx', 'a.csv', ...sarif, 'g.csv')
  expect(outcome.code).toBe(2)
  expect(runIn(outcome).results).toHaveLength(4)
  expect(runIn(outcome).invocations).toEqual([{ executionSuccessful: false }])
})
