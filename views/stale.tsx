import type { FC } from 'hono/jsx'
import type { Sentence } from '../src/unit.ts'
import { Page, type Shell } from './page.tsx'
import { Sentences } from './sentences.tsx'

interface StaleProps {
  shell: Shell
  all: number
  segments: readonly Sentence[]
}

/** The queue of what was approved and the glossary no longer bears out. */
export const StalePage: FC<StaleProps> = ({ shell, all, segments }) => {
  const { m } = shell
  return (
    <Page shell={shell} title={m.stale.title}>
      <p>
        <a href="/glossary">{m.termbase.title}</a>
      </p>
      <h1>{m.stale.title}</h1>
      {all === 0 ? <p class="muted empty">{m.stale.none}</p> : <p>{m.stale.count(all)}</p>}
      <Sentences m={m} sentences={segments} show="stale" />
      {segments.length < all && <p class="muted">{m.termbase.andMore(all - segments.length)}</p>}
    </Page>
  )
}
