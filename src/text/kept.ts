import { Invalid } from '../errors.ts'

/** UTF-16 units. A sentence has a few hundred. */
const LONGEST = 100_000

/** A text with the line ends we keep: forms send CRLF, files hold whatever they like. */
export const withLineFeeds = (text: string): string => text.replace(/\r\n?/gu, '\n')

/** Whether the database gives a text back as it is: the driver would cut it at a NUL and mangle half a surrogate pair. */
export const isKeepable = (text: string): boolean => !/[\0\p{Surrogate}]/u.test(text)

/**
 * A text as the database keeps it.
 * @throws Invalid on what it cannot.
 */
export function kept(text: string): string {
  if (text.length > LONGEST) throw new Invalid((m) => m.desk.tooLong(LONGEST))
  if (!isKeepable(text)) throw new Invalid((m) => m.desk.brokenCharacters)
  return withLineFeeds(text)
}
