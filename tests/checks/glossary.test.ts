import { describe, expect, test } from 'vitest'
import { judge } from '../../glossary/judge.ts'
import { runChecks } from '../../src/checks/index.ts'
import { en } from '../../src/messages/en.ts'
import { fr } from '../../src/messages/fr.ts'
import { ALONE, concept, LANGUAGES, termbaseOf } from '../glossary/concepts.ts'

const DESK = termbaseOf(
  concept('minsk', 'Groupe de Minsk', { preferred: ['Minsk Group'], forbidden: ['Group of Minsk'] }),
  concept('army', 'armée', { preferred: ['army'], admitted: ['armed forces'], superseded: ['host'] }),
  concept('jam', 'embouteillage', { preferred: ['traffic jam'] }),
  concept('bottling', 'embouteillage', { preferred: ['bottling', 'filling'] }),
  concept('robot', 'robot', { forbidden: ['automaton'] }),
)

const failures = (source: string, target: string) => [
  ...runChecks({ source, target, languages: LANGUAGES, ledger: judge(DESK, source, target, ALONE) }),
]

const ROWS: [name: string, source: string, target: string, found: string[]][] = [
  ['a rendering, whatever its form', 'Les armées', 'Armed forces', []],
  [
    'missing',
    'Le groupe de Minsk',
    'The group',
    ['glossary.missing: Glossary: expected “Minsk Group” for “groupe de Minsk”.'],
  ],
  [
    'one term of two concepts, where either would do: a finding for each',
    'L’embouteillage',
    'The queue',
    [
      'glossary.missing: Glossary: expected “traffic jam” or “bottling” for “embouteillage”.',
      'glossary.missing: Glossary: expected “traffic jam” or “bottling” for “embouteillage”.',
    ],
  ],
  ['one term of two concepts, one of them rendered', 'L’embouteillage', 'The filling', []],
  [
    'forbidden, and so also missing',
    'Le Groupe de Minsk',
    'The Group of Minsk',
    [
      'glossary.missing: Glossary: expected “Minsk Group” for “Groupe de Minsk”.',
      'glossary.forbidden: Glossary: “Group of Minsk” is forbidden; write “Minsk Group”.',
    ],
  ],
  [
    'forbidden where nothing asks for it',
    'La paix',
    'An automaton',
    ['glossary.forbidden: Glossary: “automaton” is forbidden.'],
  ],
  ['superseded', 'L’armée', 'The army, a host', ['glossary.superseded: Glossary: “host” is superseded; write “army”.']],
  [
    'fewer renderings than occurrences',
    'L’armée et l’armée',
    'The army and it',
    ['glossary.count: Glossary: “armée” occurs more often than “army” or its like stands in the translation.'],
  ],
]

describe('glossary checks', () => {
  test.each(ROWS)('%s', (_, source, target, found) => {
    expect(failures(source, target).map(({ check, message }) => `${check}: ${message(en)}`)).toEqual(found)
  })

  test('a finding carries all a pipeline needs', () => {
    const { message, ...finding } = failures('Une armée', 'A band')[0]!
    expect(finding).toEqual({
      check: 'glossary.missing',
      severity: 'error',
      concept: 'army',
      source: { start: 4, end: 9 },
      expected: ['army', 'armed forces'],
    })
    expect(message(fr)).toBe('Glossaire\u00A0: «\u00A0army\u00A0» est attendu pour «\u00A0armée\u00A0».')
  })
})
