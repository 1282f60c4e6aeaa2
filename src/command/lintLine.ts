import type { LintFinding } from '../../glossary/lint.ts'
import { ENGLISH } from '../messages/index.ts'

/** A finding in a glossary for people to read, with the id of its concept and of its rule. `lines` say where its concepts begin, where it is of one file. */
export function lintLine(
  { rule, severity, concept, message }: LintFinding,
  lines: ReadonlyMap<string, number> | undefined,
): string {
  const line = lines?.get(concept)
  const said = message(ENGLISH)
  return `${severity}: ${line === undefined ? said : ENGLISH.formats.atLine(line, said)} (${concept}) [${rule}]`
}
