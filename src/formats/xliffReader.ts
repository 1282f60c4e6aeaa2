import { readXml } from '../text/readXml.ts'
import type { LanguagePair, TermPair, Unit } from '../unit.ts'
import { stateOf } from './fields.ts'
import type { PassOver } from './format.ts'
import { type Side, sidesIn } from './languages.ts'
import { type Content, readSegments } from './nativeCodes.ts'
import { child, contentOf, wordsOf } from './xliffContent.ts'
import { assembler, attributesOf, type Found, isTranslated } from './xliffUnits.ts'

/** Every segment as a unit of its own, either side the source. What is not to be translated is left out. */
export async function* readXliff(
  file: AsyncIterable<string>,
  pair: LanguagePair,
  passOver?: PassOver,
): AsyncGenerator<Unit> {
  const assemble = assembler()
  for await (const events of readXml(file)) {
    for (const event of events) {
      const found = assemble(event)
      if (found) yield* unitsOf(found, pair, passOver)
    }
  }
}

function* unitsOf(found: Found, pair: LanguagePair, passOver?: PassOver): Generator<Unit> {
  const { unit, around, generation } = found
  if (!isTranslated(found)) return
  const said = saidOf(found)
  const sides = sidesIn({ source: said[0], target: said[1] }, pair)
  if (!sides) {
    passOver?.(said)
    return
  }

  const { original, id: fileId = original } = attributesOf('file', around)
  const { [generation.unitName]: name, id: unitId = name } = unit.attributes
  const ours = generation.properties(unit)
  const document = original || (ours ? '' : fileId)
  const note = generation.notes(unit).map(wordsOf).filter(Boolean).join('\n')
  const terms = generation.terms?.(unit) ?? []
  const segments = generation.segments(unit)
  const inline = generation.inline(unit)
  for (const [index, segment] of segments.entries()) {
    const content = agreed(contentOf(segment.source, inline), contentOf(segment.target, inline))
    const { texts, codes } = readSegments([content[sides.source], content[sides.target]], ours?.codes ?? [])
    const [source = '', target = ''] = texts
    if (source === '') continue
    const segmentId = segment.id ?? String(index + 1)
    const isNamed = segments.length > 1 || (segment.id !== undefined && !ours)
    const id = [...(ours ? [ours.id] : [fileId, unitId]), isNamed && segmentId].filter(Boolean).join('/')
    yield {
      ...ours,
      source,
      target,
      state: (target === '' ? ours?.state : segment.state) ?? stateOf(target),
      line: segment.element.line,
      ...(id && { id }),
      ...(note && { note }),
      ...(document && { document }),
      ...(codes.length > 0 && { codes }),
      ...(terms.length > 0 && { terms: terms.map((term) => toward(term, sides)) }),
    }
  }
}

const toward = ({ concept, ...term }: TermPair, sides: Record<Side, Side>): TermPair => ({
  concept,
  source: term[sides.source],
  target: term[sides.target],
})

type Said = readonly [source: string, ...target: string[]]

/** The languages a unit says its source and its target are in; where the file does not name that of its targets a target may. */
function saidOf({ unit, around, generation }: Found): Said {
  const { element, source, target } = generation.languages
  const { [source]: ofSource = '', [target]: ofTarget } = attributesOf(element, around)
  const said = ofTarget || child(unit, 'target')?.attributes['xml:lang']
  return said ? [ofSource, said] : [ofSource]
}

/** Its id alone says which code one is: what it stands for is what is said of it first. */
function agreed(source: readonly Content[], target: readonly Content[]): Record<Side, readonly Content[]> {
  const natives = new Map<string, string>()
  const agree = (part: Content): Content => {
    if (typeof part === 'string' || part.x === undefined) return part
    const key = `${part.type} ${part.x}`
    const native = natives.get(key) || part.native
    natives.set(key, native)
    return { ...part, native }
  }
  return { source: source.map(agree), target: target.map(agree) }
}
