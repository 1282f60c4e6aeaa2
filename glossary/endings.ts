/** How an ending changes: what stands at the end of a word, and what may stand there instead. */
export type Rule = readonly [ending: RegExp, ...instead: string[]]

/** What the first rule that fits makes of a word. */
export function changed(word: string, rules: readonly Rule[]): string[] {
  const rule = rules.find(([ending]) => ending.test(word))
  if (!rule) return []
  const [ending, ...instead] = rule
  return instead.map((by) => word.replace(ending, by))
}

export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u))
