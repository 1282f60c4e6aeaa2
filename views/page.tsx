import { html } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import type { Messages } from '../src/messages/index.ts'
import { LANGUAGES } from '../src/messages/index.ts'

/** What every page needs to know of the request it answers. */
export interface Shell {
  m: Messages
  nonce: string
  path: string
  /** Where to come back to: the address of the page, or the first page when this answers a form. */
  back: string
  person?: { id: string; name: string; administrator: boolean } | undefined
}

/** htmx answers with an error are never swapped over a box somebody types in, unless the element asks for that status. */
const HTMX = JSON.stringify({
  noSwap: [204, 304, '4xx', '5xx'],
  includeIndicatorCSS: false,
  history: false,
  defaultTimeout: 20_000,
})

/** Without it browsers draw the page as they did in 1998. */
const DOCTYPE = html`<!doctype html>`

interface PageProps {
  shell: Shell
  title: string
  /** What stands in the bar beside the name of the desk: crumbs, progress, acts. */
  bar?: Child
  children: Child
}

/** The frame of every page: head, bar, main. */
export const Page: FC<PageProps> = ({ shell: { m, nonce, path, back, person }, title, bar, children }) => (
  <>
    {DOCTYPE}
    <html lang={m.language.tag}>
      <head>
        <meta charset="utf-8" />
        <title>{`${title} — Vis-à-vis`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="htmx-config" content={HTMX} />
        <link rel="icon" href="/static/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/static/desk.css" />
        <script src="/static/htmx.js" nonce={nonce} defer />
        <script src="/static/desk.js" nonce={nonce} type="module" />
      </head>
      <body data-person={person?.id}>
        <a class="skip" href="#main">
          {m.page.skip}
        </a>
        <header class="bar">
          <a class="brand" href="/" aria-label="Vis-à-vis">
            Vis<i>-à-</i>vis
          </a>
          {person && (
            <a class="place" href="/glossary" aria-current={path.startsWith('/glossary') ? 'true' : undefined}>
              {m.termbase.title}
            </a>
          )}
          {bar ?? <span class="grow" />}
          {person && <PersonMenu m={m} person={person} />}
        </header>
        <main id="main" class={bar === undefined ? 'sheet-page' : undefined}>
          {children}
        </main>
        <footer class="foot">
          <form method="post" action="/language">
            <input type="hidden" name="back" value={back} />
            {Object.values(LANGUAGES).map(({ language }) => (
              <button
                class="quiet"
                name="language"
                value={language.tag}
                lang={language.tag}
                disabled={language.tag === m.language.tag}
              >
                {language.name}
              </button>
            ))}
          </form>
        </footer>
      </body>
    </html>
  </>
)

const PersonMenu: FC<{ m: Messages; person: { name: string; administrator: boolean } }> = ({ m, person }) => (
  <details class="menu">
    <summary class="chip person">{person.name}</summary>
    <div class="sheet">
      {person.administrator && <a href="/people">{m.page.people}</a>}
      <form method="post" action="/session/end">
        <button class="quiet">{m.page.signOut}</button>
      </form>
    </div>
  </details>
)
