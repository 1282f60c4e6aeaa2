import { Command, CommanderError } from 'commander'
import { DONE, exitCodeOf, sentenceOf } from './command/failure.ts'

/** The subcommands, in the order the help lists them. Each is loaded when it is asked for: most need no database. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./command/serve.ts')).serveDesk(),
  import: async () => (await import('./command/import.ts')).importFiles(),
  export: async () => (await import('./command/export.ts')).exportUnits(),
  segment: async () => (await import('./command/segment.ts')).segmentFile(),
  terms: async () => (await import('./command/terms.ts')).terms(),
  check: async () => (await import('./command/check.ts')).check(),
  validate: async () => (await import('./command/validate.ts')).validate(),
  convert: async () => (await import('./command/convert.ts')).convert(),
  glossary: async () => (await import('./command/glossary.ts')).glossary(),
  user: async () => (await import('./command/user.ts')).user(),
}

const program = new Command('visavis')
  .description('A translation desk that enforces its glossary.')
  .exitOverride()
  .showHelpAfterError('(visavis --help says what there is)')

const asked = COMMANDS[process.argv[2] ?? '']
for (const load of asked === undefined ? Object.values(COMMANDS) : [asked]) {
  const command = (await load()).copyInheritedSettings(program)
  for (const part of command.commands) part.copyInheritedSettings(command)
  program.addCommand(command)
}

// Whoever reads our output may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(DONE)
  throw error
})

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) console.error(sentenceOf(error) ?? error)
  process.exitCode = exitCodeOf(error)
}
