import { createHash, randomBytes } from 'node:crypto'

/** What stands in an invitation's link. Whoever has it may set the password, so the database keeps only its hash. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
