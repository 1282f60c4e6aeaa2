import type { FC } from 'hono/jsx'
import { Page, type Shell } from './page.tsx'

/** An answer to a request that cannot be met, as a page of its own. */
export const ErrorPage: FC<{ shell: Shell; message: string }> = ({ shell, message }) => (
  <Page shell={shell} title={message}>
    <section class="notice" role="alert">
      <h1>{message}</h1>
      <p>
        <a href="/">{shell.m.page.home}</a>
      </p>
    </section>
  </Page>
)

/** The same as a piece of a page. */
export const ErrorNote: FC<{ message: string }> = ({ message }) => (
  <p class="verdict" role="alert">
    {message}
  </p>
)
