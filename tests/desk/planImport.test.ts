import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Concept } from '../../glossary/concept.ts'
import { GLOSSARY_FORMATS } from '../../glossary/formats/index.ts'
import { changeConcepts } from '../../src/desk/changeConcepts.ts'
import { CURATED_LANGUAGES } from '../../src/desk/curated.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { planImport } from '../../src/desk/planImport.ts'
import { readGlossaryFile } from '../../src/desk/readGlossaryFile.ts'
import { ENGLISH } from '../../src/messages/index.ts'
import { concept, term } from '../glossary/concepts.ts'
import { briefly } from '../glossary/formats/tables.ts'
import { operation, testDesk } from '../support/desk.ts'

const [STAFF, SEAT, ARMOUR, SENTRY]: Concept[] = [
  concept('staff', 'état-major', { preferred: ['general staff'], forbidden: ['headquarters'] }),
  concept('seat', 'siège', { preferred: ['seat'] }),
  { id: 'armour', definition: 'Vehicles.', terms: [term('fr', 'blindé'), term('en-GB', 'armour')] },
  concept('sentry', 'siège', { preferred: ['siege'] }),
]
const IN_FORCE = [STAFF!, SEAT!, ARMOUR!, SENTRY!]

const curated = () => testDesk({ concepts: IN_FORCE })

/** What a file would do: what is new, what would be changed, how many are there. */
async function plan(desk: Desk, name: string, text: string) {
  const { concepts, coined } = await readGlossaryFile({ name, bytes: Buffer.from(text) }, CURATED_LANGUAGES)
  const { added, changed, same, findings, idsInFile } = await planImport(desk, concepts, coined)
  return {
    added: briefly(added),
    changed: briefly(changed.map(({ becomes }) => becomes)),
    same,
    findings: findings.map(({ message }) => message(ENGLISH)),
    idsInFile: Object.fromEntries(idsInFile),
  }
}

describe('a table without ids', () => {
  const nothing = { added: {}, changed: {}, same: 0, findings: [] }
  test.each<[string, string, object]>([
    [
      'adds its terms to the concepts that have its source terms, whatever their accents and case',
      'fr,en\nEtat-major,staff\nblindé,armoured vehicle\n',
      {
        changed: {
          staff: 'fr état-major, en general staff, -en headquarters, ~en staff',
          armour: 'fr blindé, en-GB armour, ~en armoured vehicle',
        },
        idsInFile: { staff: 'etat-major', armour: 'blinde' },
      },
    ],
    ['and nothing that they have', 'fr,en\nétat-major,General staff\nblindé,armour\n', { same: 2 }],
    [
      'from several rows to one',
      'fr,en,note\nétat-major,staff,x\nétat-major,command staff,y\n',
      { changed: { staff: 'fr état-major, en general staff, -en headquarters, ~en staff, ~en command staff' } },
    ],
    [
      'what leads in a language without a term stays preferred',
      'fr,en,de\nblindé,armour,Panzer\n',
      { changed: { armour: 'fr blindé, en-GB armour, de Panzer' } },
    ],
    [
      'does not allow in silence what is forbidden',
      'fr,en\nétat-major,headquarters\n',
      {
        changed: { staff: 'fr état-major, en general staff, -en headquarters, ~en headquarters' },
        findings: ['“état-major” both allows and rejects “headquarters”.'],
      },
    ],
    [
      'is not guessed where two concepts have its term',
      'fr,en\nsiège,head office\n',
      {
        added: { siege: 'fr siège, en head office' },
        findings: ['“siège” is a term of “seat”, “siege” and “head office” alike.'],
      },
    ],
    ['is new where none has it', 'fr,en\nchar,tank\n', { added: { char: 'fr char, en tank' } }],
  ])('%s', async (_, text, expected) => {
    const { desk } = await curated()
    expect(await plan(desk, 'a.csv', text)).toMatchObject({ ...nothing, ...expected })
  })

  test('keeps what is said of a concept, and says what was not', async () => {
    const text = 'fr,en,definition\nblindé,tank,Another.\nétat-major,staff,Officers.\n'
    const { concepts, coined } = await readGlossaryFile({ name: 'a.csv', bytes: Buffer.from(text) }, CURATED_LANGUAGES)
    const { desk } = await curated()
    const { changed } = await planImport(desk, concepts, coined)
    expect(changed.map(({ becomes }) => becomes.definition)).toEqual(['Vehicles.', 'Officers.'])
  })
})

describe('an id under which a concept would have no page', () => {
  test.each(['new', '.', '..'])('%s is another here, and the same the next time', async (id) => {
    const { desk } = await curated()
    const file = `concept,lang,term\n${id},fr,char\n${id},en,tank\n`
    expect(await plan(desk, 'a.csv', file)).toMatchObject({
      added: { [`${id}-2`]: 'fr char, en tank' },
      idsInFile: { [`${id}-2`]: id },
    })
    const { concepts } = await readGlossaryFile({ name: 'a.csv', bytes: Buffer.from(file) }, CURATED_LANGUAGES)
    const { changes } = await planImport(desk, concepts)
    await changeConcepts(desk, { changes, reason: '', by: null, operationId: operation() })
    expect(await plan(desk, 'a.csv', file)).toMatchObject({ added: {}, changed: {}, same: 1 })
  })
})

describe.each(GLOSSARY_FORMATS)('a file we wrote in $id', ({ extensions, write }) => {
  test('says the same of its concepts, in whatever order their terms stand', async () => {
    const t = await curated()
    const french = fc.uniqueArray(fc.constantFrom('un', 'une', 'des'), { minLength: 1 })
    const english = fc.uniqueArray(fc.constantFrom('one', 'a', 'an'), { minLength: 1 })
    const terms = fc.tuple(french, english).chain(([french, english]) => {
      const all = [...french.map((text) => term('fr', text)), ...english.map((text) => term('en', text))]
      return fc.shuffledSubarray(all, { minLength: all.length })
    })
    await fc.assert(
      fc.asyncProperty(terms, async (terms) => {
        const mixed = { id: 'mixed', terms }
        const desk = { ...t.desk, concepts: new Map([['mixed', mixed]]) }
        const file = [...write([mixed])].join('')
        expect(await plan(desk, `a${extensions[0]}`, file)).toMatchObject({ added: {}, changed: {}, same: 1 })
      }),
      { seed: 20_261_124, numRuns: 60 },
    )
  })
})
