import type { FC } from 'hono/jsx'
import { Page, type Shell } from './page.tsx'

interface WelcomeProps {
  shell: Shell
  /** Who is invited; the first administrator is nobody yet and says so here. */
  known: { name: string; email: string } | undefined
  typed?: { name: string; email: string }
  password: { min: number; max: number }
  problem?: string
}

export const WelcomePage: FC<WelcomeProps> = ({ shell, known, typed, password, problem }) => {
  const { people } = shell.m
  return (
    <Page shell={shell} title={people.welcome}>
      <form class="card form" method="post" action={shell.path}>
        <h1>{people.welcome}</h1>
        {problem && (
          <p class="notice" role="alert">
            {problem}
          </p>
        )}
        {known ? (
          <>
            <p>{known.name}</p>
            <label class="field">
              <span>{people.email}</span>
              <input type="email" value={known.email} autocomplete="username" readonly />
            </label>
          </>
        ) : (
          <>
            <p>{people.firstAdministrator}</p>
            <label class="field">
              <span>{people.name}</span>
              <input name="name" value={typed?.name} autocomplete="name" maxlength={200} required />
            </label>
            <label class="field">
              <span>{people.email}</span>
              <input type="email" name="email" value={typed?.email} autocomplete="username" required />
            </label>
          </>
        )}
        <label class="field">
          <span>{people.password}</span>
          <input
            type="password"
            name="password"
            autocomplete="new-password"
            minlength={password.min}
            maxlength={password.max}
            aria-describedby="password-rule"
            required
          />
        </label>
        <p id="password-rule" class="muted">
          {people.choosePassword(password.min, password.max)}
        </p>
        <button class="main">{people.begin}</button>
      </form>
    </Page>
  )
}
