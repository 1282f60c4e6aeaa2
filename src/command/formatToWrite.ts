import { basename } from 'node:path'
import { Option } from 'commander'
import { Invalid } from '../errors.ts'
import type { Format } from '../formats/format.ts'
import { FORMATS, formatOf } from '../formats/index.ts'
import { STANDARD_OUTPUT } from './output.ts'

/** The format of a file to write; `others` are what else a command writes, with what each is. */
export const formatOption = (others: Readonly<Record<string, string>> = {}) =>
  new Option(
    '--format <format>',
    [
      'file format; what the name of the file says without it',
      ...Object.entries(others).map(([id, what]) => `“${id}” is ${what}`),
    ].join('; '),
  ).choices([...FORMATS.map(({ id }) => id), ...Object.keys(others)])

/**
 * The format to write a file in: the one asked for, or else the one its name says.
 * @throws Invalid where that is none we write, or the name would make another one of it for everybody who reads it.
 */
export function formatToWrite(output: string, id: string | undefined): Format {
  const named = output === STANDARD_OUTPUT ? undefined : formatOf(output)
  const format = FORMATS.find((format) => format.id === (id ?? named?.id))
  const name = basename(output)
  if (format === undefined) {
    const endings = new Set(FORMATS.flatMap(({ extensions }) => extensions))
    throw new Invalid((m) => m.command.notWritten(name, [...endings]))
  }
  if (named !== undefined && !format.extensions.some((extension) => named.extensions.includes(extension))) {
    throw new Invalid((m) => m.command.otherFormat(name, named.id, format.id))
  }
  return format
}
