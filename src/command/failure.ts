import { CommanderError } from 'commander'
import { CalledOff, Conflict, Forbidden, NotFound, Problem } from '../errors.ts'

/** What the command ends with: done, findings or a refusal, and what could not be understood or read. */
export const DONE = 0
export const REFUSED = 1
export const UNREADABLE = 2
/** What shells say of a program that Ctrl-C has ended. */
const INTERRUPTED = 130

export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : UNREADABLE
  if (error instanceof CalledOff) return INTERRUPTED
  if (error instanceof Conflict || error instanceof Forbidden || error instanceof NotFound) return REFUSED
  return UNREADABLE
}

/** What went wrong, in a sentence; nothing of a fault of ours, which is shown with where it happened. */
export function sentenceOf(error: unknown): string | undefined {
  if (error instanceof Problem) return error.message
  // What the operating system refuses: a file, a port.
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return undefined
  return 'path' in error ? `${error.path} cannot be opened (${error.code}).` : `${error.message}.`
}
