import type { FC } from 'hono/jsx'
import type { Messages } from '../src/messages/index.ts'
import { Page, type Shell } from './page.tsx'

interface SignInProps {
  shell: Shell
  /** Where to go afterwards. */
  next: string
  email?: string
  problem?: string
}

export const SignInPage: FC<SignInProps> = ({ shell, next, email = '', problem }) => {
  const { people } = shell.m
  return (
    <Page shell={shell} title={people.signIn}>
      <form class="card form" method="post" action="/session">
        <h1>{people.signIn}</h1>
        {problem && (
          <p class="notice" role="alert">
            {problem}
          </p>
        )}
        <input type="hidden" name="next" value={next} />
        <label class="field">
          <span>{people.email}</span>
          <input type="email" name="email" value={email} autocomplete="username" required autofocus />
        </label>
        <label class="field">
          <span>{people.password}</span>
          <input type="password" name="password" autocomplete="current-password" required />
        </label>
        <button class="main">{people.signIn}</button>
      </form>
    </Page>
  )
}

/** Instead of a piece of a page, for somebody whose session has ended. */
export const SignInNote: FC<{ m: Messages }> = ({ m }) => (
  <p class="verdict" role="alert">
    {m.people.signInFirst}{' '}
    <a href="/sign-in" target="_blank" rel="noopener">
      {m.people.signInElsewhere}
    </a>
  </p>
)
