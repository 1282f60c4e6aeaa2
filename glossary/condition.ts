/** Where words stand, seen from the term: right before it, right behind it, anywhere in the same segment. */
const PLACES = ['after', 'before', 'near'] as const

/** How the term is written, or introduced. */
const MANNERS = ['capital', 'lowercase', 'determiner', 'no determiner'] as const

/** Something about the words around a term, or about how it is written, that tells in which sense it is used. */
export type Condition = { kind: (typeof PLACES)[number]; words: string } | { kind: (typeof MANNERS)[number] }

/** A condition as people write it: `after rébellion`, `near carnaval`, `capital`. Nothing when it is none. */
export function readCondition(text: string): Condition | undefined {
  const written = text.trim().replace(/\s+/gu, ' ')
  const manner = MANNERS.find((kind) => kind === written.toLowerCase())
  if (manner !== undefined) return { kind: manner }
  const [first = ''] = written.split(' ', 1)
  const kind = PLACES.find((kind) => kind === first.toLowerCase())
  const words = written.slice(first.length + 1)
  return kind !== undefined && /[\p{L}\p{N}]/u.test(words) ? { kind, words } : undefined
}

/** The condition as `readCondition` reads it. */
export const writeCondition = (condition: Condition): string =>
  'words' in condition ? `${condition.kind} ${condition.words}` : condition.kind
