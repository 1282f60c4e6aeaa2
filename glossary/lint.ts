import type { Say } from '../src/messages/index.ts'
import type { LanguagePair } from '../src/unit.ts'
import { introductionOf } from './abbreviation.ts'
import type { Concept, Term } from './concept.ts'
import { fold } from './fold.ts'
import { grouped } from './grouped.ts'
import { allowed, speaks } from './ledger.ts'
import { rivalsAmong } from './rivals.ts'
import { titleOf } from './search.ts'
import { overlap } from './validity.ts'

/** Something in a glossary that somebody should look at. An error makes the glossary contradict itself. */
export interface LintFinding {
  /** Stable: people's pipelines refer to it. */
  rule: string
  severity: 'error' | 'warning' | 'info'
  /** The id of the concept it is found in, the first of them where there are several. */
  concept: string
  /** The ids of the others. */
  others?: readonly string[]
  message: Say
}

/** What is wrong in each concept, then between them: one finding for a term, however many concepts share it. */
export function* lint(concepts: readonly Concept[], languages: LanguagePair): Generator<LintFinding> {
  for (const concept of concepts) {
    yield* inLanguages(concept, languages)
    yield* amongItsTerms(concept, languages)
    yield* asItAsks(concept, languages)
    if (!concept.definition && concept.terms.every(({ note }) => !note)) {
      const message: Say = (m) => m.glossary.noDefinition(titleOf(concept, languages.source))
      yield { rule: 'no-definition', severity: 'info', concept: concept.id, message }
    }
  }
  const held = concepts.flatMap((concept) => concept.terms.map((term) => ({ concept, term })))
  yield* circularVariants(held, languages)
  for (const group of grouped(held, ({ term }) => loose(term)).values()) {
    if (group.length > 1) yield* amongConcepts(group, languages)
  }
}

function* inLanguages(concept: Concept, { source, target }: LanguagePair): Generator<LintFinding> {
  const { id } = concept
  for (const language of new Set([source, target])) {
    const terms = concept.terms.filter((term) => speaks(term, language) && allowed(term))
    // What only forbids needs no other term.
    if (terms.length === 0 && (concept.terms.length === 0 || concept.terms.some(allowed))) {
      const message: Say = (m) => m.glossary.noTerm(titleOf(concept, source), language)
      yield { rule: 'no-term', severity: 'error', concept: id, message }
    }
    const claims = terms
      .filter(({ status }) => status === 'preferred')
      .map((term) => ({ owner: term, validity: term.validity }))
    const preferred = claims.filter(rivalsAmong(claims)).map(({ owner }) => owner.text)
    if (preferred.length > 0) {
      const message: Say = (m) => m.glossary.twoPreferred(titleOf(concept, source), language, preferred)
      yield { rule: 'two-preferred', severity: 'error', concept: id, message }
    }
  }
}

function* amongItsTerms(concept: Concept, { source }: LanguagePair): Generator<LintFinding> {
  const { id, terms } = concept
  for (const same of grouped(terms, literal).values()) {
    const { text } = same[0]!
    const byUse = same.map((term) => ({ owner: allowed(term), validity: term.validity }))
    const bySelf = same.map((term) => ({ owner: term, validity: term.validity }))
    if (byUse.some(rivalsAmong(byUse))) {
      const message: Say = (m) => m.glossary.allowedAndNot(titleOf(concept, source), text)
      yield { rule: 'allowed-and-not', severity: 'error', concept: id, message }
    } else if (bySelf.some(rivalsAmong(bySelf))) {
      const message: Say = (m) => m.glossary.termTwice(titleOf(concept, source), text)
      yield { rule: 'term-twice', severity: 'warning', concept: id, message }
    }
  }
  for (const term of terms) {
    const idle = term.variants.find((variant) => literal({ ...term, text: variant }) === literal(term))
    if (idle === undefined) continue
    const message: Say = (m) => m.glossary.idleVariant(titleOf(concept, source), idle)
    yield { rule: 'idle-variant', severity: 'warning', concept: id, message }
  }
}

/** What a concept asks for that can never be given. */
function* asItAsks(concept: Concept, { source, target }: LanguagePair): Generator<LintFinding> {
  const { id, validity, terms } = concept
  for (const one of [{ validity }, ...terms]) {
    if (overlap(one.validity, one.validity)) continue
    const { from, until } = one.validity!
    const message: Say = (m) => m.glossary.neverValid(titleOf(concept, source), from!, until!)
    yield { rule: 'never-valid', severity: 'error', concept: id, message }
  }
  const renderings = terms.filter((term) => speaks(term, target) && allowed(term))
  // Where there is no rendering at all, that is what is said of it.
  if (concept.fullAtFirstMention && renderings.length > 0 && introductionOf(renderings) === undefined) {
    const message: Say = (m) => m.glossary.noIntroduction(titleOf(concept, source), target)
    yield { rule: 'no-introduction', severity: 'error', concept: id, message }
  }
}

/** A term and the concept it is of. */
interface Held {
  concept: Concept
  term: Term
}

/** Terms that list each other as variants, of one concept or of two. */
function* circularVariants(held: readonly Held[], { source }: LanguagePair): Generator<LintFinding> {
  const lists = new Map<string, Map<string, Held>>()
  for (const one of held) {
    const { term } = one
    if (term.variants.length === 0) continue
    const listed = lists.get(literal(term)) ?? new Map<string, Held>()
    for (const text of term.variants) listed.set(literal({ ...term, text }), one)
    lists.set(literal(term), listed)
  }
  for (const [term, variants] of lists) {
    for (const [variant, one] of variants) {
      const other = lists.get(variant)?.get(term)
      if (other === undefined || variant <= term) continue
      const ofOne = [one.term.text, titleOf(one.concept, source)] as const
      const ofOther = [other.term.text, titleOf(other.concept, source)] as const
      yield {
        rule: 'circular-variants',
        severity: 'error',
        ...idsOf([one.concept, other.concept]),
        message: (m) => m.glossary.circularVariants(...ofOne, ...ofOther),
      }
    }
  }
}

/** What several concepts say of a term that differs in case at most. */
function* amongConcepts(group: readonly Held[], { source, target }: LanguagePair): Generator<LintFinding> {
  const claims = group.map(({ concept, term }) => ({ owner: concept, term, validity: term.validity }))
  const { text } = group[0]!.term
  // A concept is called by what is not the same in all of them.
  const isOfSource = speaks(group[0]!.term, source)
  const names = (concepts: readonly Concept[]) => namesOf(concepts, isOfSource ? target : source)

  const allowing = claims.filter(({ term }) => allowed(term))
  const forbidding = claims.filter(({ term }) => term.status === 'forbidden')
  const forbidden = ownersOf(forbidding.filter(rivalsAmong(allowing)))
  if (forbidden.length > 0) {
    const permitted = ownersOf(allowing.filter(rivalsAmong(forbidding)))
    yield {
      rule: 'forbidden-elsewhere',
      severity: 'error',
      ...idsOf([...forbidden, ...permitted]),
      message: (m) => m.glossary.forbiddenElsewhere(text, names(forbidden), names(permitted)),
    }
  }

  // Nothing says which of two concepts is meant by the term they share, unless both have conditions.
  const unconditional = allowing.filter(({ term }) => !hasConditions(term))
  const [contested, contestedByAny] = [rivalsAmong(unconditional), rivalsAmong(allowing)]
  const sharing = ownersOf(
    allowing.filter((claim) => (hasConditions(claim.term) ? contested(claim) : contestedByAny(claim))),
  )
  if (isOfSource && sharing.length > 0) {
    yield {
      rule: 'shared-term',
      severity: 'warning',
      ...idsOf(sharing),
      message: (m) => m.glossary.sharedTerm(text, names(sharing)),
    }
  }
}

const hasConditions = ({ appliesWhen = [], notWhen = [] }: Term): boolean => appliesWhen.length + notWhen.length > 0

const ownersOf = (claims: readonly { owner: Concept }[]): Concept[] => [...new Set(claims.map(({ owner }) => owner))]

function idsOf(concepts: readonly Concept[]): Pick<LintFinding, 'concept' | 'others'> {
  const [concept = '', ...others] = new Set(concepts.map(({ id }) => id))
  return { concept, ...(others.length > 0 && { others }) }
}

/** What concepts are called, with their ids where they are called the same. */
function namesOf(concepts: readonly Concept[], language: string): string[] {
  const titles = concepts.map((concept) => titleOf(concept, language))
  const told = new Set(titles).size === titles.length
  return titles.map((title, at) => (told ? title : `${title} (${concepts[at]!.id})`))
}

/** A term as it is told from others that differ in case alone, in accents, in a hyphen. */
const literal = ({ language, text }: Term) => `${language.toLowerCase()} ${fold(text).text.trim()}`
const loose = (term: Term) => literal(term).toLowerCase()
