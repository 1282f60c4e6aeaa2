import type { Code } from '../unit.ts'
import { plain } from './tags.ts'

const MARKS = /\p{M}+/gu

/** A text as it is searched: without tags, accents, case or the kinds of apostrophe and space. */
export const searchable = (text: string, codes: readonly Code[] = []): string =>
  plain(text, codes)
    .text.normalize('NFD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[’‘ʼ]/gu, "'")
    .replace(/\s+/gu, ' ')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
