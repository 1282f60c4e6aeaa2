import { Argument, Command, Option } from 'commander'
import { GLOSSARY_FORMATS, glossaryFormatOf } from '../../glossary/formats/index.ts'
import { lint } from '../../glossary/lint.ts'
import { Invalid } from '../errors.ts'
import { ENGLISH } from '../messages/index.ts'
import { writeLine, writeWhole } from './output.ts'
import { sourceOption, targetOption } from './settings.ts'
import { glossaryFrom } from './termbase.ts'

const file = () => new Argument('[file]', 'CSV or TBX (the curated glossary without it)')

export const glossary = () =>
  new Command('glossary')
    .description('judge a glossary, or write it in another format')
    .addCommand(judged())
    .addCommand(converted())

const judged = () =>
  new Command('lint')
    .description('what contradicts itself in a glossary, or is there twice; ends with 1 when something is wrong')
    .addArgument(file())
    .addOption(sourceOption())
    .addOption(targetOption())
    .addOption(new Option('--format <format>', 'how findings are written').choices(['text', 'json']).default('text'))
    .action(
      async (
        name: string | undefined,
        { source, target, format }: { source: string; target: string; format: string },
      ) => {
        const count = { error: 0, warning: 0, info: 0 }
        const { concepts, lines } = await glossaryFrom(name, { source, target })
        for (const { rule, severity, concept, message } of lint(concepts, { source, target })) {
          count[severity] += 1
          const line = lines?.get(concept)
          const said = message(ENGLISH)
          const where = line === undefined ? said : ENGLISH.formats.atLine(line, said)
          await writeLine(
            format === 'json'
              ? JSON.stringify({ concept, line, rule, severity, message: said })
              : `${severity}: ${where} [${rule}]`,
          )
        }
        console.error(ENGLISH.command.linted(count.error, count.warning))
        if (count.error > 0) process.exitCode = 1
      },
    )

const converted = () =>
  new Command('convert')
    .description('write a glossary in another format; says what that format cannot carry')
    .argument('<in>', 'CSV or TBX')
    .argument('<out>', 'its ending says the format, unless --format does')
    .addOption(new Option('--format <format>', 'the format to write').choices(GLOSSARY_FORMATS.map(({ id }) => id)))
    .action(async (from: string, to: string, { format: id }: { format?: string }) => {
      const format = id === undefined ? glossaryFormatOf(to) : GLOSSARY_FORMATS.find((format) => format.id === id)
      if (format === undefined) {
        const endings = GLOSSARY_FORMATS.flatMap(({ extensions }) => extensions)
        throw new Invalid((m) => m.desk.unknownFormat(to, endings))
      }
      const { concepts } = await glossaryFrom(from)
      for (const loss of format.losses(concepts)) console.error(loss(ENGLISH))
      await writeWhole(to, format.write(concepts))
    })
