import { escapeXml } from '../../src/text/xml.ts'
import { PARTS_OF_SPEECH, TERM_TYPES } from '../concept.ts'
import { looksOwn, SIGNATURE } from './tbxOwn.ts'

/** A cell as markup; nothing where there is no place for it. */
type Place = (cell: string) => string | undefined

/** The places for the columns of a concept or a term, in the order in which their elements have to stand. */
export type Places = ReadonlyMap<string, Place>

/** How one version of TBX says what every version says. */
export interface TbxDialect {
  before: string
  after: string
  entry: string
  language: string
  term: string
  placesOfConcept: Places
  placesOfTerm: Places
  /** Whether the programs it is written for (OmegaT, Weblate) do not tell a forbidden term from another. */
  statusUnread: boolean
}

/** The words of a closed list, by ours. */
type Values = ReadonlyMap<string, string>

const same = (values: readonly string[]): Values => new Map(values.map((value) => [value, value]))

const place =
  (element: string, category: string, values?: Values): Place =>
  (cell) => {
    const text = values ? values.get(cell) : cell
    return text === undefined ? undefined : `<${element} type="${category}">${escapeXml(text)}</${element}>`
  }

const termNote = (category: string, values: Values) => place('termNote', category, values)

/** It stands in the very element or attribute that makes it what it is. */
const elsewhere: Place = () => ''

const STATUSES: Values = new Map([
  ['preferred', 'preferredTerm-admn-sts'],
  ['admitted', 'admittedTerm-admn-sts'],
  ['superseded', 'supersededTerm-admn-sts'],
  ['forbidden', 'deprecatedTerm-admn-sts'],
])

/** They come before anything else that is said of a term. */
const TERM_NOTES: Places = new Map([
  ['status', termNote('administrativeStatus', STATUSES)],
  ['part_of_speech', termNote('partOfSpeech', same(PARTS_OF_SPEECH))],
  ['term_type', termNote('termType', same(TERM_TYPES))],
  ['gender', termNote('grammaticalGender', same(['masculine', 'feminine', 'neuter', 'other']))],
])

const TERM_TEXTS: Places = new Map([
  ['lang', elsewhere],
  ['term', elsewhere],
  ['context', place('descrip', 'context')],
  ['source', place('admin', 'source')],
  ['note', (cell) => (looksOwn(cell) ? undefined : `<note>${escapeXml(cell)}</note>`)],
])

const CONCEPT_TEXTS: Places = new Map([
  ['concept', (cell) => (xmlId(cell) === cell ? '' : undefined)],
  ['subject', place('descrip', 'subjectField')],
  ['definition', place('descrip', 'definition')],
])

/** TBX 3 (ISO 30042:2019), dialect TBX-Basic, data categories as attributes. */
export const TBX_3: TbxDialect = {
  before: `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>${SIGNATURE}</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
`,
  after: '</body></text>\n</tbx>\n',
  entry: 'conceptEntry',
  language: 'langSec',
  term: 'termSec',
  placesOfConcept: CONCEPT_TEXTS,
  placesOfTerm: new Map([...TERM_NOTES, ...TERM_TEXTS]),
  statusUnread: false,
}

/** TBX 2 (ISO 30042:2008) with its default data categories, which know of numbers. */
export const TBX_2: TbxDialect = {
  before: `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en">
<martifHeader><fileDesc><sourceDesc><p>${SIGNATURE}</p></sourceDesc></fileDesc><encodingDesc><p type="XCSURI">TBXXCSV02.xcs</p></encodingDesc></martifHeader>
<text><body>
`,
  after: '</body></text>\n</martif>\n',
  entry: 'termEntry',
  language: 'langSet',
  term: 'tig',
  placesOfConcept: CONCEPT_TEXTS,
  placesOfTerm: new Map([
    ...TERM_NOTES,
    ['term_type', termNote('termType', new Map([...same(TERM_TYPES), ['phrase', 'phraseologicalUnit']]))],
    ['gender', termNote('grammaticalGender', same(['masculine', 'feminine', 'neuter', 'otherGender']))],
    ['number', termNote('grammaticalNumber', same(['singular', 'plural', 'dual', 'mass', 'otherNumber']))],
    ...TERM_TEXTS,
  ]),
  statusUnread: true,
}

/**
 * An id as XML has them: `_x`, its number and `_` for a character that may not stand in one. No two ids become the same.
 * What is a letter to XML depends on its edition, but for the Latin ones.
 */
export const xmlId = (id: string): string =>
  id.replace(/_(?=x)|[^\w.\-À-ÖØ-öø-ÿ]|^[\d.-]/gu, (character) => `_x${character.codePointAt(0)!.toString(16)}_`)
