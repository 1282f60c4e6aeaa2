import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeMapping } from '../../../glossary/formats/mapping.ts'
import { proposeMapping } from '../../../glossary/formats/proposal.ts'
import { decode } from '../../../src/text/decode.ts'
import { decodeLoosely } from '../../../src/text/decodeLoosely.ts'
import { term } from '../concepts.ts'
import { briefly, read } from './tables.ts'

const EN_IT = { source: 'en', target: 'it' }
const CORPORA = join(import.meta.dirname, '../../../../shared/corpora')

type Reading = readonly [name: string, columns: string, concepts: number, problems: readonly string[]]

/** MateCat’s own examples: V is valid there, NV is not. What it refuses can be read, or is refused here too. */
const MATECAT: readonly Reading[] = [
  [
    'V - Formato completo.csv',
    'forbidden, subject, subject, definition, term en-GB, note 4, context 4, term es-ES, note 7, context 7, term it-IT, note 10, context 10',
    12,
    [],
  ],
  [
    'V - Formato lingue + campi termine (non per tutte le lingue).csv',
    'term en-GB, term es-ES, context 1, term it-IT, note 3',
    7,
    [
      'warning 4: this row says the same as line 3; it is left out.',
      'warning 10: “Perro” has no preferred or admitted term in en.',
      'warning 10: “Perro” has no preferred or admitted term in it.',
    ],
  ],
  [
    'V - Formato lingue + campi termine.csv',
    'term en-GB, note 0, context 0, term es-ES, note 3, context 3, term it-IT, note 6, context 6',
    7,
    [
      'warning 4: this row says the same as line 3; it is left out.',
      'warning 10: “Cavallo” has no preferred or admitted term in en.',
    ],
  ],
  [
    'V - Formato semplice solo lingue.csv',
    'term en-GB, term es-ES, term it-IT',
    8,
    [
      'warning 4: this row says the same as line 3; it is left out.',
      'warning 10: “Cavallo” has no preferred or admitted term in en.',
      'warning 12: “Cane” has no preferred or admitted term in en.',
    ],
  ],
  ['V - Formato solo blacklist combinata.csv', 'forbidden, term en-GB, term es-ES, term it-IT', 2, []],
  ['V - Formato solo blacklist language-specific.csv', 'forbidden, term en-GB, term es-ES, term it-IT', 1, []],
  [
    'V - Header-vuoti.csv',
    'term en-GB, term es-ES, term it-IT',
    1,
    ['warning 4: this row says the same as line 3; it is left out.'],
  ],
  [
    'full-structure-valid.csv',
    'forbidden, subject, subject, definition, term en-US, note 4, context 4, term it-IT, note 7, context 7, term es-ES, note 10, context 10',
    2,
    [],
  ],
  ['minimal-valid.csv', 'term en-US, term it-IT, note 1', 3, []],
  [
    'mixed-valid.csv',
    'subject, subject, definition, term en-US, note 3, term it-IT, note 5, term es-ES, note 7',
    2,
    [],
  ],

  // Of one language: nothing is asked of a translation, which is said; what is forbidden is so in any.
  ...(
    [
      ['NV - Campi concetto + una sola lingua solo termini.csv', 'subject, subject, definition, term en-GB', 8, []],
      [
        'NV - Formato campi concetto + una sola lingua solo esempi.csv',
        'subject, subject, definition, term en-GB, context 3',
        8,
        [],
      ],
      [
        'NV - Formato campi concetto + una sola lingua solo note.csv',
        'subject, subject, definition, term en-GB, note 3',
        8,
        [],
      ],
      [
        'NV - Formato campi concetto + una sola lingua.csv',
        'subject, subject, definition, term en-GB, note 3, context 3',
        8,
        [],
      ],
      ['NV - Formato una sola lingua completa.csv', 'term en-GB, note 0, context 0', 5, [3, 4]],
      ['NV - Formato una sola lingua solo esempi.csv', 'term en-GB, context 0', 5, [3, 4, 6]],
      ['NV - Formato una sola lingua solo note.csv', 'term en-GB, note 0', 5, [3, 4]],
    ] as const
  ).map(
    ([name, columns, concepts, twice]): Reading => [
      name,
      columns,
      concepts,
      [
        'warning 1: no column holds terms in it.',
        ...twice.map(
          (line) => `warning ${line}: this row says the same as line ${line === 6 ? 5 : 2}; it is left out.`,
        ),
      ],
    ],
  ),
  ['NV -Formato solo blacklist generale.csv', 'forbidden, term it-IT', 1, ['warning 1: no column holds terms in en.']],

  // A column without a name, which is left out; languages MateCat does not know; names that are none.
  [
    'NV - Header vuoto.csv',
    'term en-GB, term es-ES, ignore, term it-IT',
    1,
    ['warning 4: this row says the same as line 3; it is left out.'],
  ],
  ['minimal-invalid.csv', 'term en-US, term it-IT, term es-419', 3, []],
  ['invalid-structure.csv', 'term en-ZZ, term it-IT, note 1', 3, []],
  ['invalid-language.csv', 'term en, term it, note 1, ignore', 3, []],
]

describe.skipIf(!existsSync(CORPORA))('public files (skipped where ../shared/corpora is absent)', () => {
  const folder = join(CORPORA, 'glossary-csv')
  const readIn = async (name: string, languages = EN_IT) => {
    const text = decode(await readFile(join(CORPORA, name)))
    const mapping = proposeMapping(text, languages)
    return { columns: writeMapping(mapping).join(', '), ...read(text, mapping, languages) }
  }

  test.each(MATECAT)('%s', async (name, columns, count, problems) => {
    const found = await readIn(join('glossary-csv', name))
    expect({ ...found, concepts: found.concepts.length }).toEqual({ columns, concepts: count, problems })
  })

  /** MateCat refuses its order of columns. A spreadsheet saved it in another encoding than the others. */
  const misplaced = 'NV - Formato completo con colonne lingua spostate.csv'

  test(misplaced, async () => {
    const { text, guessed } = decodeLoosely(await readFile(join(folder, misplaced)))
    expect(guessed).toEqual({ line: 7, word: 'diseño' })
    const { concepts, problems } = read(text, proposeMapping(text, EN_IT), EN_IT)
    expect(problems).toEqual(['warning 12: “Cane” has no preferred or admitted term in en.'])
    expect(concepts[5]?.terms[1]).toEqual(
      term('es-ES', 'verificado por su calidad y diseño', {
        context: 'Estas casas se han verificado por su calidad y diseño',
        note: '"calidad" siempre debe estar antes de "diseño"',
      }),
    )
  })

  test('every one of MateCat’s is looked at', async () => {
    const names = [...MATECAT.map(([name]) => name), misplaced]
    expect(names.sort()).toEqual((await readdir(folder)).sort())
  })

  test('what they say, in full', async () => {
    expect(briefly((await readIn('glossary-csv/V - Formato completo.csv')).concepts)).toEqual({
      contact: 'en-GB Contact, es-ES Contactar, it-IT Contatta',
      'contact-2': 'en-GB Contact, es-ES Contacto, it-IT Contatto',
      'contact-3': 'en-GB Contact, es-ES Contacto, it-IT Contatto',
      driver: 'en-GB Driver, es-ES Conductor partner, it-IT Autista partner',
      'driver-2': 'en-GB Driver, es-ES Chofer, it-IT Autista partner',
      'verified-for-quality-and-design':
        'en-GB Verified for quality and design, es-ES verificado por su calidad y diseño, it-IT verificato per qualità e design',
      'community-guidelines':
        'en-GB Community guidelines, es-ES directrices de la comunidad, it-IT Linee guida della community',
      cg: 'en-GB CG, es-ES Directrices de la comunidad, it-IT CG',
      cavallo: '-it-IT Cavallo',
      house: 'en-GB House, -es-ES Gato, -it-IT Orso',
      ask: 'en-GB Ask, it-IT Chiedere',
      alert: 'en-GB Alert, it-IT Notificare',
    })
    expect(briefly((await readIn('glossary-csv/V - Formato semplice solo lingue.csv')).concepts)).toMatchObject({
      contact: 'en-GB Contact, es-ES Contactar, it-IT Contatta, ~es-ES Contacto, ~it-IT Contatto',
      driver: 'en-GB Driver, es-ES Conductor partner, it-IT Autista partner, ~es-ES Chofer',
    })
  })

  test.each([
    [
      'test01.csv',
      {
        'source-1': 'en source 1, it target 1',
        'source-2': 'en source 2, it target 2',
        'source-3': 'en source 3, it target 3',
      },
      ['warning 4: this row says the same as line 3; it is left out.'],
    ],
    [
      'test01.tsv',
      {
        'source-1': 'en source 1, it target 1',
        'term-2': 'en term 2, it trans term 2',
        jasjjal: 'en jasjjal',
        'entry-with-one-tab-no-target': 'en entry with one tab no target',
        'no-source': 'it no source',
        'source-3': 'en source 3, it target 3',
      },
      [
        'warning 8: “jasjjal” has no preferred or admitted term in it.',
        'warning 10: “entry with one tab no target” has no preferred or admitted term in it.',
        'warning 12: “no source” has no preferred or admitted term in en.',
      ],
    ],
    ['test02_utf16be.tsv', { 'entry-1': 'en entry 1, it trans 1', 'source-2': 'en source 2, it éßÑ￦ target 2' }, []],
  ])('%s', async (name, expected, problems) => {
    const found = await readIn(join('tbx', name))
    expect({ ...found, concepts: briefly(found.concepts) }).toEqual({
      columns: 'term en, term it',
      concepts: expected,
      problems,
    })
  })
})
