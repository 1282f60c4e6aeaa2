import type { Say } from '../src/messages/index.ts'
import type { LanguagePair } from '../src/unit.ts'
import { introductionOf } from './abbreviation.ts'
import type { Concept, Term } from './concept.ts'
import { fold } from './fold.ts'
import { allowed, speaks } from './ledger.ts'
import { overlap } from './validity.ts'

/** Something in a glossary that somebody should look at. An error makes the glossary contradict itself. */
export interface LintFinding {
  /** Stable: people's pipelines refer to it. */
  rule: string
  severity: 'error' | 'warning' | 'info'
  concept: string
  message: Say
}

export function* lint(concepts: readonly Concept[], languages: LanguagePair): Generator<LintFinding> {
  const everyTerm = byText(concepts)
  for (const concept of concepts) {
    yield* inLanguages(concept, languages)
    yield* amongItsTerms(concept)
    yield* asItAsks(concept, languages)
    yield* amongConcepts(concept, everyTerm, languages)
    if (!concept.definition && concept.terms.every(({ note }) => !note)) {
      yield {
        rule: 'undefined',
        severity: 'info',
        concept: concept.id,
        message: (m) => m.glossary.undefined(concept.id),
      }
    }
  }
}

function* inLanguages(concept: Concept, { source, target }: LanguagePair): Generator<LintFinding> {
  for (const language of new Set([source, target])) {
    const terms = concept.terms.filter((term) => speaks(term, language) && allowed(term))
    const preferred = terms
      .filter(({ status }) => status === 'preferred')
      .filter((term, _, all) => all.some((other) => other !== term && overlap(term.validity, other.validity)))
    // What only forbids needs no other term.
    if (terms.length === 0 && (concept.terms.length === 0 || concept.terms.some(allowed))) {
      const message: Say = (m) => m.glossary.noTerm(concept.id, language)
      yield { rule: 'no-term', severity: 'error', concept: concept.id, message }
    }
    if (preferred.length > 0) {
      const message: Say = (m) => m.glossary.twoPreferred(concept.id, language, textsOf(preferred))
      yield { rule: 'two-preferred', severity: 'error', concept: concept.id, message }
    }
  }
}

function* amongItsTerms({ id, terms }: Concept): Generator<LintFinding> {
  for (const [at, term] of terms.entries()) {
    const earlier = terms
      .slice(0, at)
      .find((other) => literal(other) === literal(term) && overlap(other.validity, term.validity))
    const { text } = term
    if (earlier && allowed(earlier) !== allowed(term)) {
      yield {
        rule: 'allowed-and-not',
        severity: 'error',
        concept: id,
        message: (m) => m.glossary.allowedAndNot(id, text),
      }
    } else if (earlier) {
      yield { rule: 'term-twice', severity: 'warning', concept: id, message: (m) => m.glossary.termTwice(id, text) }
    }
    if (terms.slice(0, at).some((other) => varies(other, term) && varies(term, other))) {
      const message: Say = (m) => m.glossary.circularVariants(id, text)
      yield { rule: 'circular-variants', severity: 'error', concept: id, message }
    }
    for (const variant of term.variants) {
      if (literal({ ...term, text: variant }) !== literal(term)) continue
      yield {
        rule: 'idle-variant',
        severity: 'warning',
        concept: id,
        message: (m) => m.glossary.idleVariant(id, variant),
      }
    }
  }
}

/** What a concept asks for that can never be given. */
function* asItAsks(concept: Concept, { target }: LanguagePair): Generator<LintFinding> {
  const { id, validity, terms } = concept
  for (const one of [{ validity }, ...terms]) {
    if (overlap(one.validity, one.validity)) continue
    const { from, until } = one.validity!
    const message: Say = (m) => m.glossary.neverValid(id, from!, until!)
    yield { rule: 'never-valid', severity: 'error', concept: id, message }
  }
  const renderings = terms.filter((term) => speaks(term, target) && allowed(term))
  // Where there is no rendering at all, that is what is said of it.
  if (concept.fullAtFirstMention && renderings.length > 0 && introductionOf(renderings) === undefined) {
    const message: Say = (m) => m.glossary.noIntroduction(id, target)
    yield { rule: 'no-introduction', severity: 'error', concept: id, message }
  }
}

function* amongConcepts(
  { id, terms }: Concept,
  everyTerm: TermsByText,
  { source }: LanguagePair,
): Generator<LintFinding> {
  for (const term of terms) {
    const { text } = term
    const others = (everyTerm.get(loose(term)) ?? []).filter(({ concept }) => concept.id !== id)
    for (const other of others) {
      if (!overlap(term.validity, other.term.validity)) continue
      if (term.status === 'forbidden' && allowed(other.term)) {
        const message: Say = (m) => m.glossary.forbiddenElsewhere(text, id, other.concept.id)
        yield { rule: 'forbidden-elsewhere', severity: 'error', concept: id, message }
      } else if (speaks(term, source) && id < other.concept.id && ambiguous(term, other.term)) {
        const message: Say = (m) => m.glossary.sharedTerm(text, id, other.concept.id)
        yield { rule: 'shared-term', severity: 'warning', concept: id, message }
      }
    }
  }
}

/** Whether nothing says which of two concepts is meant by the term they share. */
const ambiguous = (term: Term, other: Term): boolean =>
  allowed(term) && allowed(other) && !(hasConditions(term) && hasConditions(other))

const hasConditions = ({ appliesWhen = [], notWhen = [] }: Term): boolean => appliesWhen.length + notWhen.length > 0

type TermsByText = ReadonlyMap<string, readonly { concept: Concept; term: Term }[]>

function byText(concepts: readonly Concept[]): TermsByText {
  const terms = new Map<string, { concept: Concept; term: Term }[]>()
  for (const concept of concepts) {
    for (const term of concept.terms) {
      const found = terms.get(loose(term))
      if (found) found.push({ concept, term })
      else terms.set(loose(term), [{ concept, term }])
    }
  }
  return terms
}

/** Whether one term lists another as a variant of itself. */
const varies = (term: Term, other: Term) =>
  term.variants.some((variant) => literal({ ...term, text: variant }) === literal(other))

/** A term as it is told from others that differ in case alone, in accents, in a hyphen. */
const literal = ({ language, text }: Term) => `${language.toLowerCase()} ${fold(text).text.trim()}`
const loose = (term: Term) => literal(term).toLowerCase()

const textsOf = (terms: readonly Term[]) => terms.map(({ text }) => text)
