import { Command, Option } from 'commander'
import { CLAUSES } from '../formats/xliffRules/rule.ts'
import { validateXliff2 } from '../formats/xliffRules/validate.ts'
import { ENGLISH } from '../messages/index.ts'
import { decodeStream } from '../text/decode.ts'
import { eachFile } from './eachFile.ts'
import { DONE, REFUSED, UNREADABLE } from './failure.ts'
import { readChunks } from './input.ts'
import { writeLine } from './output.ts'
import { onOneLine } from './reports.ts'

export const validate = () =>
  new Command('validate')
    .description('what the standard does not allow in XLIFF 2 files; ends with 1 when it finds something')
    .argument('<file...>', 'XLIFF 2.0 to 2.2; “-” is standard input')
    .addOption(
      new Option('--format <format>', 'how findings are written: json is one object a line')
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(async (files: string[], { format }: { format: 'text' | 'json' }) => {
      let findings = 0
      const unreadable = await eachFile(files, async (file) => {
        for await (const { rule, line, message } of validateXliff2(decodeStream(readChunks(file)))) {
          findings += 1
          const said = message(ENGLISH)
          await writeLine(
            format === 'json'
              ? JSON.stringify({ file, line, rule, clause: CLAUSES[rule], message: said })
              : onOneLine(`${file}:${line}: ${said} [${rule}]`),
          )
        }
      })
      console.error(ENGLISH.command.validated(files.length - unreadable, findings))
      process.exitCode = unreadable > 0 ? UNREADABLE : findings > 0 ? REFUSED : DONE
    })
