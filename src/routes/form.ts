import { zValidator } from '@hono/zod-validator'
import type { ZodType } from 'zod'
import { Invalid } from '../errors.ts'

/** Read the form as `schema`, or refuse it. Browsers send what our pages hold, so only a stranger's form fails. */
export const form = <Schema extends ZodType>(schema: Schema) =>
  zValidator('form', schema, (result) => {
    if (!result.success) {
      const fields = result.error.issues.map(({ path }) => path.join('.')).join(', ')
      throw new Invalid((m) => m.errors.form(fields))
    }
  })
