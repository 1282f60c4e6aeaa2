import { basename } from 'node:path'
import type { Concept } from '../../glossary/concept.ts'
import type { ReadGlossary } from '../../glossary/formats/format.ts'
import { writeMapping } from '../../glossary/formats/mapping.ts'
import { allowed, speaks } from '../../glossary/ledger.ts'
import { type LintFinding, lint } from '../../glossary/lint.ts'
import { compileTermbase, type Termbase } from '../../glossary/termbase.ts'
import { CURATED_LANGUAGES, curatedGlossary } from '../desk/curated.ts'
import { readGlossaryFile } from '../desk/readGlossaryFile.ts'
import { Invalid } from '../errors.ts'
import { ENGLISH } from '../messages/index.ts'
import type { LanguagePair } from '../unit.ts'
import { readBytes } from './input.ts'
import { lintLine } from './lintLine.ts'
import { DESK } from './settings.ts'

/** A glossary: how it is called, its concepts, and the line each of them begins on where they are of one file. */
export interface GlossaryRead extends Pick<ReadGlossary, 'concepts'>, Partial<Pick<ReadGlossary, 'coined' | 'lines'>> {
  name: string
}

/**
 * A glossary file of any tool, the one in force on the desk, or the curated one.
 * @throws Invalid when something in the file is wrong.
 */
export async function glossaryFrom(file: string | undefined, languages = CURATED_LANGUAGES): Promise<GlossaryRead> {
  if (file === undefined) return { name: ENGLISH.command.curatedGlossary, concepts: await curatedGlossary() }
  if (file === DESK) {
    // Whoever checks by a file needs no database.
    const { deskGlossary } = await import('./deskGlossary.ts')
    return { name: ENGLISH.command.deskGlossary, concepts: await deskGlossary() }
  }
  const name = basename(file)
  const read = await readGlossaryFile({ name, bytes: await readBytes(file) }, languages)
  if (read.table) console.error(ENGLISH.command.readAs(name, writeMapping(read.table.mapping)))
  for (const { line, severity, message } of read.problems) {
    console.error(`${severity}: ${ENGLISH.formats.atLine(line, message(ENGLISH))}`)
  }
  const errors = read.problems.filter(({ severity }) => severity === 'error').length
  if (errors > 0) throw new Invalid((m) => m.command.glossaryRefused(name, errors))
  return { ...read, name }
}

/** Whether a concept says anything of a translation: what to write for a term of it, or what not to write at all. */
export function judges(concept: Concept, { source, target }: LanguagePair): boolean {
  const inTarget = concept.terms.filter((term) => speaks(term, target))
  return inTarget.some((term) => !allowed(term)) || (inTarget.length > 0 && stands(concept, source))
}

/** Whether a concept has a term in a language. */
export const stands = ({ terms }: Concept, language: string): boolean => terms.some((term) => speaks(term, language))

/**
 * A glossary ready to be put to use: one that does not contradict itself, and has something to say.
 * @throws Invalid when it does, or has not.
 */
export async function termbaseFrom(
  file: string | undefined,
  languages: LanguagePair,
  isUsed: (concept: Concept, languages: LanguagePair) => boolean,
): Promise<Termbase> {
  const read = await glossaryFrom(file, languages)
  const { name, concepts } = read
  refuse([...lint(concepts, languages)].filter(contradicts), read)
  if (!concepts.some((concept) => isUsed(concept, languages))) {
    throw new Invalid((m) => m.command.nothingInGlossary(name, languages.source, languages.target))
  }
  return compileTermbase(concepts, languages)
}

/** A concept that lacks a language contradicts nothing: it asks for nothing there. */
const contradicts = ({ rule }: LintFinding) => rule !== 'no-term'

/** Say what is wrong in a glossary. @throws Invalid when something is. */
export function refuse(findings: readonly LintFinding[], { name, lines }: Pick<GlossaryRead, 'name' | 'lines'>): void {
  const errors = findings.filter(({ severity }) => severity === 'error')
  for (const finding of errors) console.error(lintLine(finding, lines))
  if (errors.length > 0) throw new Invalid((m) => m.command.glossaryRefused(name, errors.length))
}
