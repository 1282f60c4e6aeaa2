import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { countsOf } from '../../db/documents.ts'
import type { SegmentRow } from '../../db/segments.ts'
import { Standing } from '../../views/desk.tsx'
import { Segment } from '../../views/segment.tsx'
import { SignInNote } from '../../views/signIn.tsx'
import type { Desk } from '../desk/desk.ts'
import { type Environment, isFragment } from './environment.ts'
import { shown } from './shown.ts'

/** After an act: its row to be read again, and the row the person goes on with. Without script, back to the page. */
export async function acted(c: Context<Environment>, desk: Desk, segment: SegmentRow, next?: SegmentRow) {
  const goesOn = next ?? segment
  if (!isFragment(c))
    return c.redirect(`/documents/${segment.documentId}?at=${goesOn.position}#segment-${goesOn.id}`, 303)
  const { messages: m } = c.var
  if (next !== undefined) c.header('Desk-Next', `${next.id} ${next.position}`)
  const starts = 'starts' in (await c.req.parseBody())
  return c.html(
    <>
      <Segment m={m} segment={(await shown(desk, segment)).segment} starts={starts} oob />
      <Standing m={m} counts={(await countsOf(desk.db, [segment.documentId])).get(segment.documentId)!} />
    </>,
  )
}

/** Whoever typed this may no longer be signed in, and somebody else be: it must not become theirs. */
export const drawnForThem = createMiddleware<Environment>(async (c, next) => {
  const drawnFor = c.req.header('desk-person')
  if (drawnFor !== undefined && drawnFor !== c.var.person!.id) return c.html(<SignInNote m={c.var.messages} />, 401)
  return next()
})
