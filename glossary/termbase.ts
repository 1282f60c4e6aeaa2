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
  /** SHA-256 of all that judging reads; a note or a definition changes no judgement, and not the version. */
  version: string
  automata: Readonly<Record<Side, Automaton>>
}

export function compileTermbase(concepts: readonly Concept[], languages: LanguagePair): Termbase {
  const automaton = (language: string) => {
    const automaton = new Automaton(grammarOf(language))
    for (const concept of concepts) {
      for (const term of concept.terms) if (speaks(term, language)) automaton.add(concept, term)
    }
    return automaton
  }
  return {
    languages,
    concepts: new Map(concepts.map((concept) => [concept.id, concept])),
    version: versionOf(concepts),
    automata: { source: automaton(languages.source), target: automaton(languages.target) },
  }
}

/** Neither the order of concepts nor that of their terms decides anything. */
function versionOf(concepts: readonly Concept[]): string {
  return createHash('sha256').update(concepts.map(judgedPart).sort().join('\n')).digest('hex')
}

/** All of a concept that judging reads, as one text. */
export const judgedPart = ({ id, validity, fullAtFirstMention, everyOccurrence, terms }: Concept): string =>
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
