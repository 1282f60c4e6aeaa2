import { isAbsolute, relative, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import manifest from '../../package.json' with { type: 'json' }
import type { Severity } from '../checks/check.ts'
import { ENGLISH } from '../messages/index.ts'
import { STANDARD_INPUT } from './input.ts'
import type { Report, Reported, Rule } from './reports.ts'

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

/** The name by which viewers know the root of what is checked. */
const ROOT = '%SRCROOT%'

/** SARIF 2.1.0. A unit is a logical location (3.33); where its format has lines it is a region of the file as well. */
export const sarifBy = (rules: readonly Rule[]): Report => ({
  head: [
    '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[',
    `{"tool":{"driver":${JSON.stringify(driverOf(rules))}},"columnKind":"utf16CodeUnits",`,
    `"originalUriBaseIds":${JSON.stringify({ [ROOT]: { uri: pathToFileURL(`${process.cwd()}${sep}`).href } })},"results":[`,
  ],
  line({ unit, id, check, severity, message, file, line, ...properties }, first) {
    const result = {
      ruleId: check,
      level: LEVELS[severity],
      message: { text: message },
      locations: [
        {
          ...(file !== STANDARD_INPUT && { physicalLocation: placeOf({ file, line, ...properties }) }),
          logicalLocations: [{ name: id ?? String(unit), kind: 'element' }],
        },
      ],
      properties: { unit, ...properties },
    }
    return `${first ? '' : ','}${JSON.stringify(result)}`
  },
  foot: (isWhole) => [`],"invocations":[{"executionSuccessful":${isWhole}}]}]}`],
})

const driverOf = (rules: readonly Rule[]) => ({
  name: manifest.name,
  version: manifest.version,
  rules: rules.map(({ id, title, severity }) => ({
    id,
    shortDescription: { text: title(ENGLISH) },
    defaultConfiguration: { level: LEVELS[severity] },
  })),
})

/** The words of the file that a finding is about. */
function placeOf({ file, line, source, target }: Pick<Reported, 'file' | 'line' | 'source' | 'target'>) {
  const words = (target ?? source)?.text
  return {
    artifactLocation: artifactOf(file),
    ...(line !== null && { region: { startLine: line, ...(words !== undefined && { snippet: { text: words } }) } }),
  }
}

/** Below the working directory by its way from there, so that the same file is the same on every machine. */
function artifactOf(file: string) {
  const way = relative(process.cwd(), resolve(file))
  if (isAbsolute(way) || way.split(sep)[0] === '..') return { uri: pathToFileURL(file).href }
  return { uri: way.split(sep).map(encodeURIComponent).join('/'), uriBaseId: ROOT }
}
