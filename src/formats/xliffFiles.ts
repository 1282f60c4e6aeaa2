import type { Unit } from '../unit.ts'

/** What XLIFF writes around the units of a document and for each of them, all numbered from 1. */
interface Parts {
  open(document: string, number: number): string
  unit(unit: Unit, number: number): string
  /** What stands in a file that has no units. */
  empty: string
  close: string
}

/** A `file` for each document whose units follow one another, and one that is empty where there are no units at all. */
export async function* byDocument(
  units: AsyncIterable<Unit> | Iterable<Unit>,
  { open, unit: written, empty, close }: Parts,
): AsyncGenerator<string> {
  let [files, number] = [0, 0]
  let within: string | undefined
  for await (const unit of units) {
    const { document = '' } = unit
    if (document !== within) {
      if (files > 0) yield close
      yield open(document, ++files)
      within = document
    }
    yield written(unit, ++number)
  }
  if (files === 0) yield open('', 1) + empty
  yield close
}
