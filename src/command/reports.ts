import type { Span } from '../../glossary/ledger.ts'
import type { Severity } from '../checks/check.ts'
import type { Say } from '../messages/index.ts'
import type { Plain } from '../text/tags.ts'
import { writeLine } from './output.ts'
import { sarifBy } from './sarif.ts'

interface Quoted {
  text: string
  start: number
  end: number
}

/** Words of a text as read, tags and all, from their span in the text without tags. */
export function quoted(text: string, words: Plain, { start, end }: Span): Quoted {
  const [from, to] = words.spanOf(start, end)
  return { text: text.slice(from, to), start: from, end: to }
}

/** A finding as it leaves the command. Spans are offsets in the unit's texts as read. */
export interface Reported {
  unit: number
  id: string | null
  check: string
  severity: Severity
  concept: string | null
  source: Quoted | null
  target: Quoted | null
  expected: readonly string[]
  message: string
  /** As it was named. */
  file: string
  /** Where the unit begins in it, counted from 1, where its format has lines. */
  line: number | null
}

/** What findings are by. */
export interface Rule {
  id: string
  title: Say
  severity: Severity
}

/** How findings are written: what stands before them, each of them, and what stands behind. Line by line, so that none waits. */
export interface Report {
  head?: readonly string[]
  line(finding: Reported, first: boolean): string
  /** `isWhole` tells whether everything could be read. */
  foot?(isWhole: boolean): readonly string[]
}

/** What would end a line or change how a terminal shows it. */
const CONTROL = /\s*[\p{Cc}\u2028\u2029]+\s*/gu

export const onOneLine = (text: string): string => text.replace(CONTROL, ' ')

const text: Report = {
  line({ file, line, unit, id, severity, check, message }) {
    const named = id === null || id === String(unit) ? unit : `${unit} (${id})`
    const place = line === null ? `${file}: unit ${named}` : `${file}:${line}`
    return onOneLine(`${place}: ${severity}: ${message} [${check}]`)
  },
}

const json: Report = { line: (finding) => JSON.stringify(finding) }

export const REPORT_FORMATS = ['text', 'json', 'sarif'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** Writes findings by these rules to standard output, in one of the formats. */
export class Reporter {
  readonly #report: Report
  #first = true

  constructor(rules: readonly Rule[], format: ReportFormat) {
    this.#report = { text, json, sarif: sarifBy(rules) }[format]
  }

  async begin(): Promise<void> {
    for (const line of this.#report.head ?? []) await writeLine(line)
  }

  async write(finding: Reported): Promise<void> {
    await writeLine(this.#report.line(finding, this.#first))
    this.#first = false
  }

  /** `isWhole` tells whether everything could be read. */
  async end(isWhole: boolean): Promise<void> {
    for (const line of this.#report.foot?.(isWhole) ?? []) await writeLine(line)
  }
}
