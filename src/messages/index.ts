import { en } from './en.ts'
import { fr } from './fr.ts'

/** Every word the interface says, in one language. A missing one does not compile. */
export type Messages = typeof en

/** A sentence still waiting for its language. */
export type Say = (messages: Messages) => string

export const ENGLISH: Messages = en

/** The languages of the interface by their BCP 47 tag. */
export const LANGUAGES: Readonly<Record<'en' | 'fr', Messages>> = { en, fr }
