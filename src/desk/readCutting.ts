import { Invalid } from '../errors.ts'
import { readAbbreviations, separateAbbreviations, withAbbreviations } from '../segmentation/abbreviations.ts'
import { readSrxText } from '../segmentation/srx.ts'
import { withLineFeeds } from '../text/kept.ts'
import type { Segmentation } from '../unit.ts'
import { ourRulesFile } from './ourRules.ts'
import type { Cutting } from './rulesOf.ts'

/** How somebody would have documents cut, as they write it. */
export interface TypedCutting {
  segmentation: Segmentation
  /** An SRX file; where nothing stands there, that of the desk. */
  rules: string
  /** What ends no sentence, one a line. */
  abbreviations: string
}

/** UTF-16 units of a file of rules. Ours has 20,000. */
export const LARGEST_RULES = 1024 * 1024

/**
 * The same as a project keeps it. Rules that are those of the desk are not kept: they change with it.
 * @throws Invalid, with the line where there is one, when the rules cannot be understood or applied.
 */
export async function readCutting(source: string, typed: TypedCutting): Promise<Cutting> {
  const ours = await ourRulesFile()
  const file = withLineFeeds(typed.rules)
  const { rules, abbreviations } = separateAbbreviations(file.trim() === '' ? ours : file)
  const listed = readAbbreviations([...abbreviations, withLineFeeds(typed.abbreviations)].join('\n'))
  const srx = await withAbbreviations(rules, source, listed)
  if (srx.length > LARGEST_RULES) throw rulesTooLarge()
  const { rulesFor } = await readSrxText(srx)
  rulesFor(source)
  return { source, segmentation: typed.segmentation, rules: srx.trim() === ours.trim() ? null : srx }
}

/** The rules a project goes by, as somebody may write on. */
export async function typedCutting({ segmentation, rules: own }: Cutting): Promise<TypedCutting> {
  const { rules, abbreviations } = separateAbbreviations(own ?? (await ourRulesFile()))
  return { segmentation, rules, abbreviations: abbreviations.join('\n') }
}

export const rulesTooLarge = () => new Invalid((m) => m.cutting.tooLarge(LARGEST_RULES))
