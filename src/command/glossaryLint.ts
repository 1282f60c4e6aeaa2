import { Command, Option } from 'commander'
import { lint } from '../../glossary/lint.ts'
import { ENGLISH } from '../messages/index.ts'
import { lintLine } from './lintLine.ts'
import { writeLine } from './output.ts'
import { DESK, sourceOption, targetOption } from './settings.ts'
import { glossaryFrom } from './termbase.ts'

interface Options {
  source: string
  target: string
  format: 'text' | 'json'
}

export const lintGlossary = () =>
  new Command('lint')
    .description('what contradicts itself in a glossary, or is there twice; ends with 1 when something is wrong')
    .argument('[file]', `CSV or TBX, or “${DESK}” for the one in force on the desk (the curated glossary without it)`)
    .addOption(sourceOption())
    .addOption(targetOption())
    .addOption(
      new Option('--format <format>', 'how findings are written: json is one object a line')
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(async (name: string | undefined, { source, target, format }: Options) => {
      const count = { error: 0, warning: 0, info: 0 }
      const { concepts, lines } = await glossaryFrom(name, { source, target })
      for (const finding of lint(concepts, { source, target })) {
        const { rule, severity, concept, message } = finding
        count[severity] += 1
        await writeLine(
          format === 'json'
            ? JSON.stringify({ concept, line: lines?.get(concept), rule, severity, message: message(ENGLISH) })
            : lintLine(finding, lines),
        )
      }
      console.error(ENGLISH.command.linted(count.error, count.warning))
      if (count.error > 0) process.exitCode = 1
    })
