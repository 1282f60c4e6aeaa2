import { setImmediate } from 'node:timers/promises'
import type { DocumentFormat, Original, Paragraph } from '../formats/document.ts'
import { changes, type Recut } from '../segmentation/preview.ts'
import { type Cutting, rulesOf } from './rulesOf.ts'

/** What other cutting would do to a document. */
export interface CuttingPreview {
  /** Of the document. */
  paragraphs: number
  /** Of them, those that would be cut otherwise, and the first few. */
  changed: number
  shown: readonly Recut[]
}

/** Of the paragraphs that change, how many are shown. */
const SHOWN = 100

/** Paragraphs cut before others have their turn. */
const SLICE = 100

/** What would become of a document if it were imported with another cutting. What a bilingual document has cut stays so. */
export async function previewCutting(
  { format, original }: { format: DocumentFormat; original: Original },
  before: Cutting,
  after: Cutting,
): Promise<CuttingPreview> {
  const [now, then] = [await rulesOf(before), await rulesOf(after)]
  const shown: Recut[] = []
  let paragraphs = 0
  let changed = 0
  for await (const slice of slicesOf(format.read(original))) {
    const uncut = slice.filter(({ translation }) => translation === undefined)
    for (const recut of changes(uncut, now, then)) {
      changed += 1
      if (changed <= SHOWN) shown.push({ ...recut, paragraph: paragraphs + recut.paragraph })
    }
    paragraphs += slice.length
    await setImmediate()
  }
  return { paragraphs, changed, shown }
}

async function* slicesOf(paragraphs: Iterable<Paragraph> | AsyncIterable<Paragraph>): AsyncGenerator<Paragraph[]> {
  let slice: Paragraph[] = []
  for await (const paragraph of paragraphs) {
    slice.push(paragraph)
    if (slice.length < SLICE) continue
    yield slice
    slice = []
  }
  yield slice
}
