import { expect } from 'vitest'
import type { Concept } from '../../../glossary/concept.ts'
import { type Mapping, type Meaning, readMappingColumn } from '../../../glossary/formats/mapping.ts'
import { readTable } from '../../../glossary/formats/tableConcepts.ts'
import { ENGLISH } from '../../../src/messages/index.ts'
import { FR_EN } from '../../formats/streams.ts'

/** Columns as a form carries them, with commas between. */
export const columnsOf = (words: string): Meaning[] =>
  words.split(', ').map((word) => {
    const meaning = readMappingColumn(word)
    if (!meaning) throw new Error(`no column: ${word}`)
    return meaning
  })

/** What is read by a mapping, each problem on a line. */
export function read(text: string, mapping: Mapping, languages = FR_EN, most?: number) {
  const { concepts, problems } = readTable(text, mapping, languages, most)
  const said = problems.map(({ severity, line, message }) => `${severity} ${line}: ${message(ENGLISH)}`)
  return { concepts, problems: said }
}

export const readAs = (words: string, ...rows: string[]) =>
  read(rows.join('\n'), { header: false, columns: columnsOf(words) })

/** The concepts of a table in which nothing is wrong. */
export function sound(words: string, ...rows: string[]): readonly Concept[] {
  const { concepts, problems } = readAs(words, ...rows)
  expect(problems).toEqual([])
  return concepts
}

/** The terms of each concept by its id: what is forbidden with a minus before it, what is admitted with a tilde. */
export const briefly = (concepts: readonly Concept[]) =>
  Object.fromEntries(
    concepts.map(({ id, terms }) => [
      id,
      terms.map(({ language, text, status }) => `${MARKS[status]}${language} ${text}`).join(', '),
    ]),
  )
const MARKS = { preferred: '', admitted: '~', superseded: '?', forbidden: '-' }
