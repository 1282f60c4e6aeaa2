import { pathToFileURL } from 'node:url'
import type { Span } from '../../glossary/ledger.ts'
import manifest from '../../package.json' with { type: 'json' }
import type { Severity } from '../checks/check.ts'
import { ENGLISH, type Say } from '../messages/index.ts'
import type { Plain } from '../text/tags.ts'

interface Quoted {
  text: string
  start: number
  end: number
}

/** Words of a text as they leave the command, from their span in the text without tags. */
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
}

/** How findings are written: what stands before them, each of them, and what stands behind. Line by line, so that none waits. */
export interface Report {
  head?: readonly string[]
  line(finding: Reported, file: string, first: boolean): string
  foot?: readonly string[]
}

const text: Report = {
  line({ unit, id, severity, check, message }) {
    const named = id === null || id === String(unit) ? unit : `${unit} (${id})`
    return `${named}: ${severity}: ${message} [${check}]`
  },
}

const json: Report = { line: (finding) => JSON.stringify(finding) }

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

/** What findings are by. */
interface Rule {
  id: string
  title: Say
  severity: Severity
}

const driverOf = (rules: readonly Rule[]) => ({
  name: manifest.name,
  version: manifest.version,
  rules: rules.map(({ id, title, severity }) => ({
    id,
    shortDescription: { text: title(ENGLISH) },
    defaultConfiguration: { level: LEVELS[severity] },
  })),
})

/** SARIF 2.1.0. A unit has no line that holds for every format, so it is a logical location (3.33). */
const sarifBy = (rules: readonly Rule[]): Report => ({
  head: [
    '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[',
    `{"tool":{"driver":${JSON.stringify(driverOf(rules))}},"columnKind":"utf16CodeUnits","results":[`,
  ],
  line({ unit, id, check, severity, message, ...properties }, file, first) {
    const result = {
      ruleId: check,
      level: LEVELS[severity],
      message: { text: message },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: pathToFileURL(file).href } },
          logicalLocations: [{ name: id ?? String(unit), kind: 'element' }],
        },
      ],
      properties: { unit, ...properties },
    }
    return `${first ? '' : ','}${JSON.stringify(result)}`
  },
  foot: [']}]}'],
})

export const REPORT_FORMATS = ['text', 'json', 'sarif'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** How findings by these rules are written, by format. */
export const reportsBy = (rules: readonly Rule[]): Readonly<Record<ReportFormat, Report>> => ({
  text,
  json,
  sarif: sarifBy(rules),
})
