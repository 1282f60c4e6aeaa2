import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readCorpora } from './readCorpus.ts'
import { comparison, figuresOf, phenomena, tables } from './table.ts'

// Prints the tables of the README, and with --record takes today's figures as those not to fall below.
const corpora = await readCorpora()
const rows = phenomena(corpora)
for (const line of tables(rows, comparison(corpora))) console.log(line)
if (process.argv.includes('--record')) {
  const figures = Object.fromEntries([...rows].map(([name, row]) => [name, figuresOf(row)]))
  await writeFile(fileURLToPath(new URL('figures.json', import.meta.url)), `${JSON.stringify(figures, null, 2)}\n`)
}
