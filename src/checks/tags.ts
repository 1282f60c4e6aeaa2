import type { Check } from './check.ts'

/** What a document is put together from again has to be there: a translation without it would lose a link or a footnote. */
export const tags: Check = {
  id: 'tags',
  title: (m) => m.checks.tags.title,
  severity: 'error',

  *run({ tags }) {
    if (tags === undefined) return
    const { missing, broken } = tags
    if (missing.length > 0) yield { message: (m) => m.checks.tags.missing(missing) }
    if (broken.length > 0) yield { message: (m) => m.checks.tags.broken(broken) }
  },
}
