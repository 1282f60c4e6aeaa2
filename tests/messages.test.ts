import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../src/messages/index.ts'

/** Every message by its path, a function as it answers some arguments. */
function* messages(value: unknown, path = ''): Generator<readonly [path: string, text: string]> {
  if (typeof value === 'string') yield [path, value]
  else if (typeof value === 'function') {
    for (const [kind, args] of Object.entries(ARGUMENTS)) {
      const text = said(value as (...args: unknown[]) => unknown, args)
      if (text !== undefined) yield [`${path}(${kind})`, text]
    }
  } else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) yield* messages(inner, path === '' ? key : `${path}.${key}`)
  }
}

/** Messages take names, numbers, lists and counts; each understands one of these. */
const ARGUMENTS: Readonly<Record<string, readonly unknown[]>> = {
  names: ['nom', 'autre', ['un', 'deux']],
  numbers: [2, 3, 4],
  one: [1, 1, 1],
  mixed: ['nom', 2, 3, 4],
  passed: [2, 'fr', 'en', ['de', 'it']],
  lists: [['un', 'deux'], 'nom'],
  known: ['nom', ['un', 'deux']],
  tags: ['fr', 'en', 'de'],
  counts: [{ approved: 1, translated: 2, draft: 3, initial: 4 }],
  day: ['2024-05-31'],
  pairs: ['nom', 'autre', 'nom', 'autre'],
  lost: [2, 'nom', 'tmx', ['un', 'deux']],
  sides: ['nom', ['un', 'deux'], ['un', 'deux', 'trois', 'quatre', 'cinq']],
}

function said(message: (...args: unknown[]) => unknown, args: readonly unknown[]): string | undefined {
  try {
    const text = message(...args)
    return typeof text === 'string' && !/undefined|NaN|\[object/u.test(text) ? text : undefined
  } catch {
    return undefined
  }
}

/** What a catalogue holds and of which kind, without its words. */
const shape = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(shape)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
      : typeof value === 'function'
        ? `function of ${value.length}`
        : typeof value

const paths = (value: unknown, path = ''): string[] =>
  value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => paths(inner, `${path}.${key}`))
    : [`${path}: ${shape(value)}`.replace(/function of \d/u, 'function')]

test('every language says the same things', () => {
  for (const catalogue of Object.values(LANGUAGES)) {
    expect(paths(catalogue).sort()).toEqual(paths(LANGUAGES.en).sort())
  }
})

describe.each(Object.entries(LANGUAGES))('in %s', (_, catalogue) => {
  test('nothing is empty, and nothing is left out of this test', () => {
    const found = [...messages(catalogue)]
    expect(found.filter(([, text]) => text.trim() === '')).toEqual([])
    const covered = new Set(found.map(([path]) => path.replace(/\(\w+\)$/u, '')))
    const all = paths(catalogue).map((path) => path.slice(1).replace(/: \w+$/u, ''))
    expect(all.filter((path) => !covered.has(path))).toEqual([])
  })
})

describe('the French', () => {
  // A file's own &entity; is not French.
  const found = [...messages(LANGUAGES.fr)].map(([path, text]) => [path, text.replace(/&[\p{L},]+;/gu, '')] as const)

  test('has no typewriter apostrophe', () => {
    expect(found.filter(([, text]) => text.includes("'"))).toEqual([])
  })

  test('has a space that does not break before : ; ? ! and inside «  », and no other', () => {
    expect(found.filter(([, text]) => / [:;?!»]|« /u.test(text))).toEqual([])
    expect(found.filter(([, text]) => /\p{L}[;?!»]|\p{L}:(?!\/)|«\p{L}/u.test(text))).toEqual([])
  })

  test('is another language than the English', () => {
    const english = new Map(messages(LANGUAGES.en))
    const same = found.filter(([path, text]) => english.get(path) === text && /\p{L}{9}/u.test(text))
    expect(same.length).toBeLessThan(15)
  })
})
