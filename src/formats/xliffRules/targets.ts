import type { Finding, UnitRule } from './rule.ts'
import { SIDES } from './texts.ts'

type Found = Omit<Finding, 'rule'>

/** A document with translations says in which language they are. */
export const targetLanguage: UnitRule = {
  id: 'target-language',
  *find({ holder, parts, trgLang, unit }): Generator<Found> {
    if (trgLang !== undefined || holder !== unit) return
    for (const { target } of parts) if (target) yield { line: target.line, message: (m) => m.xliffRules.targetLanguage }
  },
}

/** What is said of the language of a text, there or further up, is what the document says. */
export const textLanguage: UnitRule = {
  id: 'text-language',
  *find({ holder, unit, parts, srcLang, trgLang, outer }): Generator<Found> {
    const inherited = unit.attributes.get('xml:lang') ?? outer.language
    for (const part of parts) {
      for (const side of SIDES) {
        const text = part[side]
        const wanted = side === 'source' ? srcLang : trgLang
        // A match may be into another language that people read for reference.
        const isFree = side === 'target' && holder.attributes.get('reference') === 'yes'
        const said = text?.attributes.get('xml:lang') ?? (holder === unit ? inherited : undefined)
        if (!text || said === undefined || wanted === undefined || isFree) continue
        if (said.toLowerCase() !== wanted.toLowerCase())
          yield { line: text.line, message: (m) => m.xliffRules.textLanguage(said, wanted) }
      }
    }
  },
}

/** Where white space matters in a source it does in its translation. */
export const whiteSpace: UnitRule = {
  id: 'white-space',
  *find({ parts, unit, outer }): Generator<Found> {
    const inherited = unit.attributes.get('xml:space') ?? outer.space ?? 'default'
    for (const { source, target } of parts) {
      if (!source || !target) continue
      const [ofSource, ofTarget] = [source, target].map(({ attributes }) => attributes.get('xml:space') ?? inherited)
      if (ofSource === 'preserve' && ofTarget !== 'preserve')
        yield { line: target.line, message: (m) => m.xliffRules.whiteSpace }
    }
  },
}

/** Without a translation there is nothing that could be translated, reviewed or final. */
export const stateTarget: UnitRule = {
  id: 'state-target',
  *find({ parts }): Generator<Found> {
    for (const { node, target } of parts) {
      const state = node.attributes.get('state') ?? 'initial'
      if (state !== 'initial' && !target) yield { line: node.line, message: (m) => m.xliffRules.stateTarget(state) }
    }
  },
}

/** A sub-state is one of a state that is said. */
export const subState: UnitRule = {
  id: 'sub-state',
  *find({ parts }): Generator<Found> {
    for (const { node } of parts) {
      const { line, attributes } = node
      if (attributes.has('subState') && !attributes.has('state')) yield { line, message: (m) => m.xliffRules.subState }
    }
  },
}

/** Every part of a unit has a place of its own in the translation: the one it says, or its own in the source. */
export const targetOrder: UnitRule = {
  id: 'target-order',
  *find({ parts }): Generator<Found> {
    const places = parts.map(({ target }, at) => Number(target?.attributes.get('order') ?? at + 1))
    const times = new Map<number, number>()
    for (const place of places) times.set(place, (times.get(place) ?? 0) + 1)
    for (const [at, { target }] of parts.entries()) {
      if (target?.attributes.get('order') === undefined) continue
      const { line } = target
      const place = places[at]!
      if (place > parts.length) yield { line, message: (m) => m.xliffRules.orderTooHigh(place, parts.length) }
      else if (times.get(place)! > 1) yield { line, message: (m) => m.xliffRules.orderTwice(place) }
    }
  },
}
