import { type SQL, sql } from 'drizzle-orm'

/** A statement that undoes its batch unless the condition holds at that moment. */
export const onlyIf = (condition: SQL): SQL => sql`insert into guard select (${condition})`
