import type { FC } from 'hono/jsx'
import type { Messages } from '../src/messages/index.ts'
import { ROLES, type Role } from '../src/unit.ts'
import { Page, type Shell } from './page.tsx'

interface Member {
  id: string
  name: string
  email: string
  signsIn: boolean
  roles: readonly { id: number; role: Role; project: string | null }[]
}

interface NewMember {
  email: string
  name: string
  role: string
  /** The id of the project; empty for the whole desk. */
  project: string
}

export interface PeopleProps {
  shell: Shell
  people: readonly Member[]
  projects: readonly { id: number; name: string }[]
  /** A new id for a form, each time one is drawn: posted twice, it is done once. */
  operation: () => string
  /** What was done. */
  done?: string | undefined
  /** An invitation just made, shown this once. */
  link?: { name: string; url: string; hours: number } | undefined
  problem?: string | undefined
  typed?: NewMember | undefined
}

/** Who may do what; for administrators of the desk. */
export const PeoplePage: FC<PeopleProps> = ({ shell, people, projects, operation, done, link, problem, typed }) => {
  const { m } = shell
  return (
    <Page shell={shell} title={m.people.title}>
      <h1>{m.people.title}</h1>
      {done && (
        <p class="notice" role="status">
          {done}
        </p>
      )}
      {link && <Link m={m} link={link} />}
      {problem && !typed && <Problem problem={problem} />}
      <table class="list">
        <thead>
          <tr>
            <th scope="col">{m.people.name}</th>
            <th scope="col">{m.people.email}</th>
            <th scope="col">{m.people.roles}</th>
            <th scope="col">{m.people.password}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((member) => (
            <MemberRow m={m} member={member} operation={operation} />
          ))}
        </tbody>
      </table>
      <AddForm m={m} projects={projects} operation={operation} typed={typed} problem={typed && problem} />
    </Page>
  )
}

const Problem: FC<{ problem: string }> = ({ problem }) => (
  <p class="notice" role="alert">
    {problem}
  </p>
)

const Link: FC<{ m: Messages; link: NonNullable<PeopleProps['link']> }> = ({ m, link }) => (
  <section class="card form" role="status">
    <label class="field">
      <span>{m.people.link(link.name)}</span>
      <input readonly value={link.url} aria-describedby="link-once" />
    </label>
    <p id="link-once" class="muted">
      {m.people.linkOnce(link.hours)}
    </p>
  </section>
)

const MemberRow: FC<{ m: Messages; member: Member; operation: () => string }> = ({ m, member, operation }) => (
  <tr>
    <th scope="row">{member.name}</th>
    <td>{member.email}</td>
    <td>
      {member.roles.length === 0 && <span class="muted">{m.people.noRole}</span>}
      {member.roles.map(({ id, role, project }) => {
        const where = project ?? m.people.wholeDesk
        return (
          <form method="post" action={`/people/roles/${id}/end`}>
            <input type="hidden" name="operation" value={operation()} />
            {m.roles[role]} <span class="muted">{where}</span>{' '}
            <button class="quiet" aria-label={m.people.removeRole(m.roles[role], where, member.name)}>
              {m.people.remove}
            </button>
          </form>
        )
      })}
    </td>
    <td>
      {!member.signsIn && <span class="muted">{m.people.cannotSignIn}</span>}
      <form method="post" action={`/people/${member.id}/invitation`}>
        <input type="hidden" name="operation" value={operation()} />
        <button class="quiet" aria-label={m.people.newLinkFor(member.name)}>
          {m.people.newLink}
        </button>
      </form>
    </td>
  </tr>
)

const AddForm: FC<Pick<PeopleProps, 'projects' | 'operation' | 'typed' | 'problem'> & { m: Messages }> = ({
  m,
  projects,
  operation,
  typed,
  problem,
}) => (
  <form class="card form" method="post" action="/people">
    <h2>{m.people.add}</h2>
    {problem && <Problem problem={problem} />}
    <input type="hidden" name="operation" value={operation()} />
    <label class="field">
      <span>{m.people.email}</span>
      <input type="email" name="email" value={typed?.email} autocomplete="off" required />
    </label>
    <label class="field">
      <span>{m.people.name}</span>
      <input name="name" value={typed?.name} autocomplete="off" maxlength={200} required />
    </label>
    <label class="field">
      <span>{m.people.role}</span>
      <select name="role">
        {ROLES.map((role) => (
          <option value={role} selected={role === typed?.role}>
            {m.roles[role]}
          </option>
        ))}
      </select>
    </label>
    <label class="field">
      <span>{m.people.where}</span>
      <select name="project">
        <option value="">{m.people.everyProject}</option>
        {projects.map(({ id, name }) => (
          <option value={id} selected={String(id) === typed?.project}>
            {name}
          </option>
        ))}
      </select>
    </label>
    <button class="main">{m.people.add}</button>
  </form>
)
