import { Command, Option } from 'commander'
import { projectNamed } from '../../db/projects.ts'
import { NotFound } from '../errors.ts'
import { ENGLISH } from '../messages/index.ts'
import { addPerson } from '../people/addPerson.ts'
import { emailFrom } from '../people/identity.ts'
import { ROLES } from '../unit.ts'
import { withDesk } from './desk.ts'

interface Options {
  role: string
  project?: string
  name?: string
  url: string
}

export const user = () =>
  new Command('user').description('people of the desk').addCommand(
    new Command('add')
      .description('give somebody a role, and a link to choose a password if they have none')
      .argument('<email>')
      .addOption(new Option('--role <role>', 'what they may do').choices(ROLES).makeOptionMandatory())
      .option('--project <name>', 'project the role is for (the whole desk without it)')
      .option('--name <name>', 'how they are called (the address without it)')
      .addOption(
        new Option('--url <url>', 'where people reach the desk').env('PUBLIC_URL').default('http://127.0.0.1:3000'),
      )
      .action(async (email: string, { role, project, name, url }: Options) => {
        emailFrom(email)
        await withDesk(async ({ db }) => {
          const row = project === undefined ? undefined : await projectNamed(db, project)
          if (project !== undefined && row === undefined) throw new NotFound((m) => m.command.noProject(project))
          const added = await addPerson(db, { email, name: name ?? email, role, projectId: row?.id })
          console.error(ENGLISH.command[added.outcome === 'had' ? 'hasRole' : 'added'](email, role))
          if (added.invitation !== undefined) console.log(`${url.replace(/\/$/u, '')}/welcome/${added.invitation}`)
        })
      }),
  )
