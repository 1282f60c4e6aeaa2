import { z } from 'zod'
import { Invalid } from '../errors.ts'
import { PASSWORD_LENGTH } from './auth.ts'

/** The same judge of addresses as the sign-in library has: another would let in people who can never sign in. */
const Email = z.email().max(254)

export function emailFrom(typed: string): string {
  const email = Email.safeParse(typed.trim().toLowerCase())
  if (!email.success) throw new Invalid((m) => m.people.badEmail)
  return email.data
}

export function nameFrom(typed: string): string {
  const name = typed.trim()
  if (name === '' || name.length > 200 || /[\p{Cc}\p{Cs}]/u.test(name)) throw new Invalid((m) => m.people.badName)
  return name
}

export function passwordFrom(typed: string): string {
  const { min, max } = PASSWORD_LENGTH
  if (typed.length < min || typed.length > max) throw new Invalid((m) => m.people.badPassword(min, max))
  return typed
}
