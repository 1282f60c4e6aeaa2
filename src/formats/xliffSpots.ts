import { Invalid } from '../errors.ts'
import { readXml } from '../text/readXml.ts'
import type { State } from '../unit.ts'
import { stateOf } from './fields.ts'
import { MOST_PARAGRAPHS } from './paragraphs.ts'
import { wordsOf } from './xliffContent.ts'
import type { Segment } from './xliffGeneration.ts'
import { type SegmentTexts, textsOf } from './xliffTexts.ts'
import { assembler, type Found, isTranslated } from './xliffUnits.ts'

/** A segment of a file that is to be translated, with the unit it is in and its texts as people edit them. */
export interface Spot extends SegmentTexts {
  found: Found
  segment: Segment
  /** Whether it goes on with the segment before it: they are of one unit. */
  continues: boolean
  state: State
  note: string
}

/** The segments of a file in their order. @throws FormatError where it is no XLIFF. */
export async function spotsIn(file: string): Promise<Spot[]> {
  const assemble = assembler(file)
  const spots: Spot[] = []
  for await (const events of readXml(whole(file))) {
    for (const event of events) {
      const found = assemble(event)
      if (found === undefined || !isTranslated(found)) continue
      for (const spot of spotsOf(file, found)) spots.push(spot)
      if (spots.length > MOST_PARAGRAPHS) throw new Invalid((m) => m.formats.tooManyParagraphs(MOST_PARAGRAPHS))
    }
  }
  return spots
}

async function* whole(file: string): AsyncGenerator<string> {
  yield file
}

function* spotsOf(file: string, found: Found): Generator<Spot> {
  const { unit, generation } = found
  const inline = generation.inline(unit)
  const note = generation.notes(unit).map(wordsOf).filter(Boolean).join('\n')
  let continues = false
  for (const segment of generation.segments(unit)) {
    const texts = textsOf(file, [segment.source, segment.target], inline)
    if (texts.source.trim() === '') continue
    const state = (texts.target !== '' && segment.state) || stateOf(texts.target)
    yield { ...texts, found, segment, continues, state, note }
    continues = true
  }
}
