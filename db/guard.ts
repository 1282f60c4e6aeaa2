import { LibsqlError } from '@libsql/client'
import { type SQL, sql } from 'drizzle-orm'

/** A statement that undoes its batch unless the condition holds at that moment. */
export const onlyIf = (condition: SQL): SQL => sql`insert into guard select (${condition})`

/** Whether that is why a batch failed. */
export const isUndone = (error: unknown): boolean => error instanceof LibsqlError && /\bguard$/u.test(error.message)
