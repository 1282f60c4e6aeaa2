/** The first and the last day on which something holds, both included: ISO 8601 calendar dates, compared as texts. */
export interface Validity {
  from?: string
  until?: string
}

/** Whether something holds on a day. */
export const holdsOn = ({ from, until }: Validity, date: string): boolean =>
  (from === undefined || from <= date) && (until === undefined || date <= until)

/** Whether there is a day on which both hold. */
export const overlap = (one: Validity = {}, other: Validity = {}): boolean =>
  (one.from ?? '') <= (other.until ?? '9999') && (other.from ?? '') <= (one.until ?? '9999')

/** A calendar date as ISO 8601 writes it, `undefined` for anything else: 2024-02-30 is none. */
export function readDay(text: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\d$/u.test(text)) return undefined
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : undefined
}
