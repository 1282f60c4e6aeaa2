/** A data category of TBX: which column its text belongs to, and what the text means there. */
export interface Category {
  column: string
  /** What the words of a closed list mean; without one, a text means itself. */
  meanings?: ReadonlyMap<string, string>
  /** What a word counts as that is not in the list. Nothing: it is left out. */
  otherwise?: string
}

/** Our word, and the words for it: those of TBX 2 and 3, and what programs and people write. */
type Words = Readonly<Record<string, readonly string[]>>

/** A word without what only spelling tells apart: `preferredTerm-admn-sts` is `preferred`. */
const bare = (word: string) =>
  word
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')
    .replace(/admnsts$/u, '')
    .replace(/(?<=.)term$/u, '')

const meaningsOf = (words: Words): ReadonlyMap<string, string> =>
  new Map(Object.entries(words).flatMap(([ours, theirs]) => theirs.map((word) => [bare(word), ours] as const)))

/** What TBX deprecates we forbid. A term whose status nobody knows may be written, and is not the one to prefer. */
const status: Category = {
  column: 'status',
  meanings: meaningsOf({
    preferred: ['preferredTerm', 'standardizedTerm', 'legalTerm', 'regulatedTerm', 'approved', 'préféré', 'privilégié'],
    admitted: ['admittedTerm', 'admis', 'toléré'],
    superseded: ['supersededTerm', 'abandonné', 'dépassé'],
    forbidden: [
      'deprecatedTerm',
      'obsolete',
      'forbidden',
      'not recommended',
      'rejected',
      'déconseillé',
      'interdit',
      'proscrit',
    ],
  }),
  otherwise: 'admitted',
}

const partOfSpeech: Category = {
  column: 'part_of_speech',
  meanings: meaningsOf({
    noun: ['noun', 'properNoun', 'nom', 'substantif'],
    verb: ['verb', 'verbe'],
    adjective: ['adjective', 'adj', 'adjectif'],
    adverb: ['adverb', 'adv', 'adverbe'],
    other: ['other'],
  }),
}

const termType: Category = {
  column: 'term_type',
  meanings: meaningsOf({
    fullForm: ['fullForm'],
    acronym: ['acronym', 'initialism'],
    abbreviation: ['abbreviation'],
    shortForm: ['shortForm', 'clippedTerm'],
    variant: ['variant'],
    phrase: ['phrase', 'phraseologicalUnit'],
  }),
}

/** The columns that hold prose: what a file says there several times is one text, a line each. */
export const PROSE: ReadonlySet<string> = new Set(['subject', 'definition', 'context', 'source', 'note'])

const CATEGORIES: ReadonlyMap<string, Category> = new Map(
  Object.entries({
    term: { column: 'term' },
    administrativeStatus: status,
    normativeAuthorization: status,
    usageStatus: status,
    partOfSpeech,
    termType,
    grammaticalGender: { column: 'gender' },
    grammaticalNumber: { column: 'number' },
    subjectField: { column: 'subject' },
    definition: { column: 'definition' },
    // Without a type it is what Weblate calls the explanation.
    descrip: { column: 'definition' },
    context: { column: 'context' },
    source: { column: 'source' },
    note: { column: 'note' },
  } satisfies Readonly<Record<string, Category>>).map(([name, category]) => [name.toLowerCase(), category]),
)

/** The category of a name, in any case. */
export const categoryOf = (name: string): Category | undefined => CATEGORIES.get(name.toLowerCase())

/** What a text of a category says; nothing when that is nothing known. */
export const meaningOf = ({ meanings }: Category, text: string): string | undefined =>
  meanings ? meanings.get(bare(text)) : text
