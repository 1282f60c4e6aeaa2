import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ENGINES, engineOfRules } from './engines.ts'
import { type LabelledText, readCorpus, textsOfSpecification, textsOfTreebank } from './readCorpus.ts'
import { comparisonHeader, comparisonRow, figuresOf, grouped, groupOf, measure, phenomenaTable } from './table.ts'

// Prints the tables of the README. Files that are not in the repository may be set beside ours: rules of other programs
// (--srx NAME=FILE), treebanks (--gold FILE.conllu), specifications of pragmatic_segmenter (--spec FILE).
// --wrong shows what is cut otherwise than labelled; --record takes today's figures as those not to fall below.
const { values } = parseArgs({
  options: {
    srx: { type: 'string', multiple: true, default: [] },
    gold: { type: 'string', multiple: true, default: [] },
    spec: { type: 'string', multiple: true, default: [] },
    wrong: { type: 'boolean' },
    record: { type: 'boolean' },
  },
})
const others = await Promise.all(
  values.srx.map((option) => {
    const [name = '', file = ''] = option.split(/=(.*)/su)
    return engineOfRules(name, file)
  }),
)
const engines = [ENGINES.ours, ...ENGINES.libraries, ...ENGINES.native, ...others]

const corpus = await readCorpus()
const rows = await measure(ENGINES.ours, corpus, ({ text, cut }) => {
  if (values.wrong) console.error(`${text.phenomenon}.txt:${text.line}\n  ${cut.join('\n  ')}\n`)
})
for (const line of phenomenaTable(rows)) console.log(line)
console.log('')
await compare(corpus, groupOf)

const given: LabelledText[] = []
const language = (file: string) => (/(?:^|[/_])en/iu.test(basename(file)) ? 'en' : 'fr')
for (const file of values.spec)
  given.push(...textsOfSpecification(await readFile(file, 'utf8'), language(file), basename(file)))
for (const file of values.gold)
  given.push(...textsOfTreebank(await readFile(file, 'utf8'), language(file), basename(file)))
if (given.length > 0) {
  if (values.wrong) {
    await measure(ENGINES.ours, given, ({ text, cut }) => console.error(wrongEnds(text, cut)))
  }
  console.log('')
  await compare(given, (phenomenon) => phenomenon)
}

if (values.record) {
  const figures = Object.fromEntries([...rows].map(([name, row]) => [name, figuresOf(row)]))
  await writeFile(fileURLToPath(new URL('figures.json', import.meta.url)), `${JSON.stringify(figures, null, 2)}\n`)
}

async function compare(texts: readonly LabelledText[], group: (phenomenon: string) => string) {
  let header = false
  for (const engine of engines) {
    const groups = grouped(await measure(engine, texts), group)
    if (!header) for (const line of comparisonHeader(groups.keys())) console.log(line)
    header = true
    console.log(comparisonRow(engine.name, groups))
  }
}

/** The sentences that are only on one side. */
function wrongEnds({ phenomenon, line, sentences }: LabelledText, cut: readonly string[]): string {
  const onlyIn = (some: readonly string[], others: readonly string[]) =>
    some.filter((sentence) => !others.includes(sentence))
  const labelled = onlyIn(sentences, cut).map((sentence) => `  - ${sentence}`)
  const found = onlyIn(cut, sentences).map((sentence) => `  + ${sentence}`)
  return [`${phenomenon}:${line}`, ...labelled, ...found].join('\n')
}
