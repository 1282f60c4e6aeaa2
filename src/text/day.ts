/** The day of a moment, in UTC, as ISO 8601 writes it: 2026-06-01. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)
