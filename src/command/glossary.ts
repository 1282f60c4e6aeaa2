import { Command } from 'commander'
import { convertGlossary } from './glossaryConvert.ts'
import { exportGlossary } from './glossaryExport.ts'
import { importGlossary } from './glossaryImport.ts'
import { lintGlossary } from './glossaryLint.ts'

export const glossary = () =>
  new Command('glossary')
    .description('judge a glossary, write it in another format, take it out of the desk or into it')
    .addCommand(lintGlossary())
    .addCommand(convertGlossary())
    .addCommand(exportGlossary())
    .addCommand(importGlossary())
