import { createHash } from 'node:crypto'
import type { LanguagePair } from '../src/unit.ts'
import { Automaton } from './automaton.ts'
import type { Concept, Term } from './concept.ts'
import { grammarOf } from './grammar.ts'
import { speaks } from './ledger.ts'

/** Which text of a segment a term stands in. */
export type Side = 'source' | 'target'

/** A glossary ready to recognise its terms in both languages of a pair. */
export interface Termbase {
  languages: LanguagePair
  concepts: ReadonlyMap<string, Concept>
  automata: Readonly<Record<Side, Automaton>>
}

export function compileTermbase(concepts: readonly Concept[], languages: LanguagePair): Termbase {
  const automaton = (language: string) => {
    const automaton = new Automaton(grammarOf(language))
    const spoken = new Map<string, boolean>()
    for (const concept of concepts) {
      for (const term of concept.terms) {
        const known = spoken.get(term.language) ?? speaks(term, language)
        spoken.set(term.language, known)
        if (known) automaton.add(concept, term)
      }
    }
    return automaton
  }
  return {
    languages,
    concepts: new Map(concepts.map((concept) => [concept.id, concept])),
    automata: { source: automaton(languages.source), target: automaton(languages.target) },
  }
}

/**
 * SHA-256 of all that judging reads of these concepts, whatever their order and that of their terms. A note or a definition
 * changes no judgement, and not this.
 */
export const versionOf = (concepts: readonly Concept[]): string =>
  createHash('sha256').update(concepts.map(judgedPart).sort().join('\n')).digest('hex')

const judgedPart = ({ id, validity, fullAtFirstMention, everyOccurrence, terms }: Concept): string =>
  JSON.stringify([id, validity, fullAtFirstMention, everyOccurrence, ...terms.map(judged).sort()])

const judged = ({
  language,
  text,
  status,
  match,
  partOfSpeech,
  type,
  variants,
  appliesWhen,
  notWhen,
  validity,
}: Term) =>
  JSON.stringify([language, text, status, match, partOfSpeech, type, variants, appliesWhen, notWhen, validity])
