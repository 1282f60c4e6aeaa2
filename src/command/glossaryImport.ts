import { randomUUID } from 'node:crypto'
import { Command } from 'commander'
import { changeConcepts } from '../desk/changeConcepts.ts'
import { judgeAnew } from '../desk/judgeAnew.ts'
import { planImport } from '../desk/planImport.ts'
import { ENGLISH } from '../messages/index.ts'
import { withDesk } from './desk.ts'
import { glossaryFrom, refuse } from './termbase.ts'

export const importGlossary = () =>
  new Command('import')
    .description('take a glossary into that of the desk, whole or not at all; what it breaks becomes stale')
    .argument('<file>', 'CSV or TBX')
    .option('--reason <text>', 'why, for the history of its concepts')
    .action(async (file: string, { reason }: { reason?: string }) => {
      const read = await glossaryFrom(file)
      await withDesk(async (desk) => {
        const { changes, added, changed, same, findings } = await planImport(desk, read.concepts, read.coined)
        refuse(findings, read)
        if (changes.length > 0) {
          const why = reason?.trim() || ENGLISH.imports.reason(read.name)
          await changeConcepts(desk, { changes, reason: why, by: null, operationId: randomUUID() })
          await judgeAnew(desk)
        }
        console.error(ENGLISH.command.glossaryTaken(read.name, added.length, changed.length, same))
      })
    })
