const plurals = new Intl.PluralRules('en')
const one = (count: number, singular: string, plural: string) => (plurals.select(count) === 'one' ? singular : plural)
// The server knows no other clock than its readers' common one.
const moments = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
})
const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const languages = new Intl.DisplayNames('en', { type: 'language' })
const number = new Intl.NumberFormat('en-GB')
const lists = new Intl.ListFormat('en-GB')
/** Things in quotation marks, all of four at most, otherwise three of them and how many there are besides. */
const named = (names: readonly string[]) => {
  const shown = (names.length > 4 ? names.slice(0, 3) : names).map((name) => `“${name}”`)
  const others = names.length - shown.length
  return lists.format(others === 0 ? shown : [...shown, `${number.format(others)} others`])
}
const percent = new Intl.NumberFormat('en-GB', { style: 'percent' })

/** How long something may still take. */
const left = (seconds: number) =>
  seconds < 60
    ? `about ${number.format(seconds)} ${one(seconds, 'second', 'seconds')} left`
    : `about ${number.format(Math.ceil(seconds / 60))} ${one(Math.ceil(seconds / 60), 'minute', 'minutes')} left`

/** The interface in English. `fr.ts` has the same shape. */
export const en = {
  language: { tag: 'en' as string, name: 'English' },

  count: (count: number) => number.format(count),
  /** A day in ISO 8601. */
  day: (date: string) => days.format(new Date(`${date}T00:00:00Z`)),
  moment: (at: Date) => moments.format(at),
  languages: (tag: string) => languages.of(tag) ?? tag,

  /** How a term came out, as its underline says it. */
  outcomes: {
    rendered: 'rendered',
    implied: 'rendered, but less often than it occurs',
    unexpanded: 'rendered, but not in full at its first mention',
    missing: 'missing',
    waived: 'waived',
    open: 'to render',
    forbidden: 'forbidden here',
    superseded: 'out of date',
  },

  /** Where a segment is, as its dot says it. */
  looks: {
    initial: 'not translated',
    draft: 'draft',
    translated: 'waiting for review',
    approved: 'approved',
    stale: 'approved, but the glossary has changed',
    blocked: 'blocked by the glossary',
  },

  severities: { error: 'Error:', warning: 'Warning:', info: 'Note:' },

  /** What a screen reader says before words that a suggestion strikes out or puts in. */
  diff: { removed: 'removed:', added: 'added:' },

  page: {
    skip: 'Skip to the text',
    home: 'Back to the documents',
    people: 'People',
    signOut: 'Sign out',
  },

  errors: {
    noDatabase: (url: string, code: string) => `${url} cannot be opened as a database (${code}).`,
    guard: 'This request is refused: it did not come from a page of this desk.',
    portTaken: (host: string, port: number) => `Port ${port} on ${host} is taken. Choose another one with --port.`,
    formTooLarge: 'This form is too large.',
    form: (fields: string) => `This form cannot be read: ${fields}.`,
    databaseHeld: (file: string, process: string) =>
      `The database ${file} is open in another process (${process}). Stop that one first; two writers would lose work.`,
    notFound: 'There is nothing here.',
    bug: 'Something went wrong on our side. What you typed is still in the box.',
  },

  /** The kinds of files as people call them. */
  fileFormats: {
    text: 'Plain text',
    markdown: 'Markdown',
    tmx: 'TMX – translation memory',
    html: 'Web page (HTML)',
    docx: 'Word document',
    table: 'Table of sources and translations',
    xliffDocument: 'XLIFF file',
    csv: 'CSV for spreadsheets',
    csvSemicolon: 'CSV for spreadsheets, with semicolons',
    csvExact: 'CSV for programs, cells exactly as they are',
    tsv: 'TSV – a table with tabs',
    xliff: 'XLIFF 2.1 – for other translation tools',
    xliff12: 'XLIFF 1.2 – for older translation tools',
    po: 'PO – translations of software',
  },

  formats: {
    unknown: (id: string, known: readonly string[]) => `“${id}” is not a format. The desk writes ${known.join(', ')}.`,
    atLine: (line: number, problem: string) => `Line ${line}: ${problem}`,
    notXml: 'This is not an XML file.',
    xmlCut: 'The file ends in the middle: part of it is missing.',
    xmlMalformed: 'The XML is not well-formed here.',
    xmlAmpersand: 'An & stands alone here. In XML it is written &amp;.',
    xmlEntity: (name: string) => `&${name}; means nothing in this file. Write the character itself.`,
    xmlDtd:
      'The file declares a document type of its own. Such files are refused for safety; remove what stands between [ and ].',
    xmlLongAside: (most: number) =>
      `A comment, an instruction or a section is longer than ${number.format(most)} characters here.`,
    xmlDepth: (most: number) => `Elements are nested more than ${number.format(most)} deep.`,
    xmlElements: (most: number) =>
      `One element consists of more than ${number.format(most)} others. No program writes such a file; it is not read.`,
    notTmx: (root: string) => `This is not a TMX file: it begins with <${root}>.`,
    csvEmpty: 'The file is empty. Its first line must name the columns.',
    csvHeader: (source: string, target: string) =>
      `The first line must name the columns, with “source” and “target” or “${source}” and “${target}” among them.`,
    csvQuote: 'A quotation mark opens a cell here and nothing closes it.',
    csvStrayQuote:
      'A quotation mark stands inside a cell. Such a cell is put in quotation marks, and its own are doubled.',
    csvRagged: 'This row does not have as many cells as there are columns.',
    csvState: (word: string, states: string) => `“${word}” is not a state. The states are ${states}.`,
    csvCell: (text: string, column: string) => `“${text}” makes no sense in the column “${column}”.`,
    empty: 'The file is empty.',
    binary: 'The file is not a text.',
    notUtf8: (byte: number, line: number) =>
      `The file is not UTF-8: byte ${number.format(byte)}, on line ${number.format(line)}, cannot be read. Save it as UTF-8 and try again.`,
    unknownEncoding: (name: string) => `The file says that it is in “${name}”, which cannot be read. Save it as UTF-8.`,
    encodingUnknown: (guess: string, word: string) =>
      `The file is not UTF-8. If “${word}” is what it says there, it is in ${guess}: import it as that, or save it as UTF-8.`,
    notDeclared: (name: string) => `The file says that it is in “${name}”, and is not. Save it as UTF-8.`,
    guessedEncoding: (word: string) =>
      `The file is not UTF-8; it is read as Windows-1252. Look whether “${word}” is right.`,
    tooLarge: (bytes: number) =>
      `This file is too large: a document has at most ${number.format(bytes / 1_048_576)} MB.`,
    tooManyParagraphs: (most: number) =>
      `The document has more than ${number.format(most)} paragraphs. Cut it in two and import both.`,
    paragraphTooLong: (most: number) =>
      `A paragraph of the document is longer than ${number.format(most)} characters. Break it into lines.`,
    tooManyLines: (most: number) =>
      `The document has more than ${number.format(most)} lines. Cut it in two and import both.`,
    markdownCostly: 'There is too much markup in one paragraph here, or too large a table. Cut the document in two.',
    tooMuchMarkup: (most: number) =>
      `The document has more than ${number.format(most)} pieces of markup. Cut it in two and import both.`,
    tooManyCells: (most: number) => `The table has more than ${number.format(most)} cells. Cut it in two.`,
    tooDeep: 'Lists, quotations or markup are nested too deeply here.',
    notUtf16: 'The file claims to be UTF-16 and is not: half a character stands in it.',
  },

  archive: {
    damaged:
      'The file is damaged or incomplete. Open it in the program it was made with, save it under a new name and import that.',
    damagedFile: (name: string) =>
      `The file is damaged: “${name}” in it cannot be unpacked. Open it in the program it was made with, save it under a new name and import that.`,
    tooManyFiles: (most: number) =>
      `There are more than ${number.format(most)} files in this one. It was not made by an office program and is not opened.`,
    tooLarge: (bytes: number) =>
      `Unpacked, the file is larger than ${number.format(bytes / 1024 / 1024)} MB. Take pictures out of it, or divide it, and import the parts.`,
    textsTooLarge: (bytes: number) =>
      `Unpacked, the texts of this file are larger than ${number.format(bytes / 1024 / 1024)} MB. Divide the document and import its parts.`,
    unsafeName: (name: string) =>
      `A file in this one is called “${name}”, which could name a file outside of it. It was not made by an office program and is not opened.`,
    nameTwice: (name: string) =>
      `Two files in this one are called “${name}”, and no two programs would open the same. Save it under a new name in the program it was made with and import that.`,
    locked: 'The file is locked with a password. Save it without one and import that.',
    unknownMethod: (name: string) =>
      `“${name}” in this file is packed in a way that cannot be read here. Save it anew in the program it was made with and import that.`,
    tooManyTags: (most: number) =>
      `The texts of this file have more than ${number.format(most)} tags in them. Divide the document and import its parts.`,
    documentType: (name: string) =>
      `“${name}” in this file declares a document type, which no office program does. It is not opened.`,
    inPart: (part: string, problem: string) => `In “${part}”: ${problem}`,
  },

  docx: {
    encrypted:
      'The document is locked with a password. Take it off in Word (File → Info → Protect Document → Encrypt with Password, leave it empty), save, and import the document again.',
    binary:
      'This is a Word document of the old kind (.doc). Open it in Word and save it as “Word Document (*.docx)”, then import that.',
    notWord:
      'This is not a Word document. If it opens in Word, save it from there as “Word Document (*.docx)” and import that.',
    trackedChanges:
      'Changes are tracked in the document. Accept or reject them first (in Word: Review → Accept → Accept All Changes and Stop Tracking), save, and import it again.',
    external: (target: string) =>
      `The document would fetch “${target}” from elsewhere when it is opened. Break that link in Word (File → Info → Edit Links to Files, or Developer → Document Template for a template), save, and import it again.`,
    tooManyTags: (most: number) =>
      `A paragraph has more than ${number.format(most)} changes of formatting or objects in it. Clear its formatting in Word (Ctrl+Space), save, and import the document again.`,
  },

  xliff: {
    notXliff: (root: string) => `This is not an XLIFF file: it begins with <${root}>.`,
    version: (version: string) =>
      version === ''
        ? 'The file does not say which version of XLIFF it is.'
        : `This is XLIFF “${version}”. The desk reads 1.x and 2.x.`,
    noLanguage: (element: string, attribute: string) =>
      `<${element}> does not say in which language its texts are: ${attribute} is missing.`,
  },

  xliffRules: {
    version: (version: string) => `The rules are those of XLIFF 2.0 to 2.2, and this is XLIFF “${version}”.`,
    namespace: 'The root is not in a namespace of XLIFF 2.',
    unbound: (prefix: string) => `The prefix “${prefix}” stands for no namespace.`,
    elementUnknown: (element: string) => `XLIFF has no <${element}>.`,
    elementMisplaced: (element: string, parent: string) => `<${element}> may not stand at this place in <${parent}>.`,
    elementMissing: (elements: readonly string[], parent: string) =>
      `<${parent}> lacks ${elements.map((element) => `<${element}>`).join(' or ')}.`,
    textMisplaced: (element: string) => `Words stand in <${element}>, which holds elements only.`,
    modulePlace: (element: string, parent: string) =>
      `<${element}> may not stand in <${parent}>, or stands there a second time.`,
    attributeUnknown: (attribute: string, element: string) => `<${element}> has no attribute ${attribute}.`,
    attributeMissing: (attribute: string, element: string) => `<${element}> lacks its attribute ${attribute}.`,
    attributeValue: (value: string, attribute: string, element: string) =>
      `“${value}” is no value for ${attribute} of <${element}>.`,
    skeleton: 'A skeleton either holds something or names a file with href.',
    unitSegment: 'A unit has at least one segment.',
    idTwice: (id: string) => `The id “${id}” is taken already.`,
    idOfOther: (id: string) => `The id “${id}” is that of something else in the source.`,
    targetLanguage: 'There is a translation, and trgLang does not say in which language.',
    textLanguage: (said: string, wanted: string) => `This text is said to be in “${said}” and must be in “${wanted}”.`,
    whiteSpace: 'White space is preserved in the source and not in the target.',
    stateTarget: (state: string) => `A segment without a target cannot be “${state}”.`,
    subState: 'A subState needs a state.',
    subType: 'A subType needs a type.',
    subTypeOf: (subType: string, type?: string) =>
      type === undefined ? `“${subType}” is no subType of the standard.` : `“${subType}” is a subType of “${type}”.`,
    orderTooHigh: (order: number, parts: number) =>
      `The order ${number.format(order)} is too high: the unit has ${number.format(parts)} ${one(parts, 'part', 'parts')}.`,
    orderTwice: (order: number) => `Two parts of the unit have the order ${number.format(order)}.`,
    dataReference: (id: string) => `No original data of this unit has the id “${id}”.`,
    dataReferencePair: 'dataRefStart and dataRefEnd are said together.',
    copyOfNothing: (id: string) => `No code of this unit that could be copied has the id “${id}”.`,
    copyOfData: (id: string) => `The code “${id}” has original data: a copy refers to that and not to the code.`,
    copyNotAllowed: (id: string) => `The code “${id}” may not be copied.`,
    endBeforeStart: (id: string) => `The end of “${id}” stands before its start.`,
    startWithoutEnd: (id: string) => `“${id}” starts and has no end in this unit; isolated would have to say so.`,
    endWithoutStart: (id: string) => `“${id}” ends and has no start in this unit; isolated would have to say so.`,
    isolatedPair: 'Both ends stand in this unit: neither is isolated.',
    isolatedEnd: 'An end says startRef, or else an id and that it is isolated.',
    isolatedDirection: 'Only an isolated end has a direction.',
    startEndHints: (attribute: string, wanted: string) =>
      `${attribute} must be “${wanted}” here, because of what it is at the start.`,
    reorderHints: 'What may not be reordered may not be copied or deleted: canCopy and canDelete must say no.',
    reorderFirst: 'No code with canReorder="firstNo" begins this sequence.',
    reorderSequence: (ids: readonly string[]) => `The codes ${ids.join(', ')} are in another order than in the source.`,
    codeRemoved: (id: string) => `The code “${id}” may not be deleted and is missing.`,
    subFlow: (id: string) => `No unit of this file has the id “${id}”.`,
    annotationEnd: (id: string) => `The annotation “${id}” ends here and has not begun.`,
    annotationStart: (id: string) => `The annotation “${id}” begins and does not end in this unit.`,
    commentTwice: 'A comment has either a value or a reference to a note.',
    commentNote: (ref: string) => `“${ref}” is no note of this unit.`,
    fragment: (ref: string) => `“${ref}” does not have the form of a reference.`,
    fragmentTarget: (ref: string) => `Nothing in this unit is “${ref}”.`,
    styleOnEnd: 'An end that is not isolated has no style of its own.',
    subStyle: 'A subFs needs an fs.',
    matchReference: 'The match is for no text of this unit.',
    matchLanguage: 'A match does not say its language.',
    glossaryEntry: 'The entry has neither a translation nor a definition.',
    glossaryReference: 'The entry is about no text of this unit.',
    sizeOnEnd: 'An end that is not isolated has no size of its own.',
    sizeData: (id: string) => `No data on sizes that stands before has the id “${id}”.`,
    sizeTwice: 'A size is said in place or referred to, not both.',
    resource: 'A resource either holds something or names a file with href.',
    validationOne: 'A rule asks one thing.',
    validationOccurs: 'occurs goes with isPresent only.',
    validationSource: 'existsInSource does not go with isNotPresent.',
  },

  po: {
    stray:
      'This is neither a keyword, nor a comment, nor a text in quotation marks. Inside a text a quotation mark is written \\".',
    unclosed: 'A quotation mark opens a text here and nothing closes it.',
    noMessage: 'No msgid stands before this.',
    noTranslation: 'The message that begins here has no msgstr. Part of the file may be missing.',
    charset: (name: string) =>
      `The file says that it is in ${name}. Convert it with msgconv --to-code=UTF-8 and try again.`,
  },

  segmentation: {
    notSrx: (root: string) => `This is not an SRX file: it begins with <${root}>.`,
    version: (version: string) =>
      version === ''
        ? 'The file does not say which version of SRX it is.'
        : `This is SRX “${version}”. The desk reads 1.0 and 2.0.`,
    missing: (element: string, attribute: string) => `<${element}> lacks ${attribute}.`,
    unknownValue: (attribute: string, value: string, values: readonly string[]) =>
      `“${value}” is no “${attribute}”; it must be one of ${values.join(', ')}.`,
    noMaps: 'The file does not say for which language its rules are: it has no <languagemap>.',
    noRulesFor: (language: string) => `These rules have nothing for ${language}: no abbreviation can be added to them.`,
    unknownRules: (name: string) => `There are no rules called “${name}”.`,
    inExpression: (pattern: string, problem: string) => `In the expression “${pattern}”: ${problem}`,
    unfinished: 'It ends with a backslash.',
    unclosed: (sign: string) => `“${sign}” opens here and nothing closes it.`,
    unopened: 'A “)” closes what nothing opened.',
    nothingToRepeat: 'A repetition has nothing to repeat, or its numbers are missing. A bracket itself is written \\{.',
    range: 'A range ends before it begins.',
    unsupported: (construct: string) => `The desk does not know what “${construct}” means.`,
    unknownClass: (name: string) => `The desk knows no characters called “${name}”.`,
    tooLarge: 'It is too large: it repeats or nests too much.',
    costly: 'The segmentation rules go through this text too often. A rule that looks at a whole text is too costly.',
  },

  glossary: {
    missingColumns: (columns: readonly string[]) =>
      `the header lacks ${one(columns.length, 'the column', 'the columns')} ${columns.join(', ')}.`,
    columnTwice: (column: string) => `the column “${column}” stands twice in the header.`,
    tooManyCells: (columns: number) => `there are more cells than the ${number.format(columns)} columns of the header.`,
    emptyCell: (column: string) => `the cell “${column}” is empty.`,
    noLanguage: (tag: string) => `“${tag}” is not a language tag such as “fr” or “en-GB”.`,
    unknownLanguage: (tag: string) => `“${tag}” is no language known here.`,
    noSuchValue: (column: string, value: string, values: readonly string[]) =>
      `“${value}” is no “${column}”; it must be one of ${values.join(', ')}.`,
    invisible: 'This term has no letter and no sign that could be seen.',
    tooLong: (length: number, most: number) =>
      `a term of ${number.format(length)} characters is none; at most ${number.format(most)} are read as one.`,
    noDay: (column: string, value: string) => `“${value}” is no date for “${column}”; write it as 2024-05-31.`,
    noCondition: (column: string, value: string) =>
      `“${value}” is no condition for “${column}”; write “after …”, “before …”, “near …”, “capital”, “lowercase”, “determiner” or “no determiner”.`,
    brokenCsv: 'this is not valid CSV; a quotation mark may not be closed.',
    rowTooLong: (most: number) =>
      `a row of more than ${number.format(most)} characters is none; a quotation mark may not be closed.`,
    saidTwice: (column: string, kept: string, other: string) =>
      `“${column}” is “${kept}” already; “${other}” is left out.`,
    noTerm: (concept: string, language: string) => `“${concept}” has no preferred or admitted term in ${language}.`,
    twoPreferred: (concept: string, language: string, terms: readonly string[]) =>
      `“${concept}” has more than one preferred term in ${language}: ${named(terms)}.`,
    termTwice: (concept: string, term: string) => `“${concept}” has the term “${term}” more than once.`,
    allowedAndNot: (concept: string, term: string) => `“${concept}” both allows and rejects “${term}”.`,
    idleVariant: (concept: string, variant: string) => `“${concept}”: the variant “${variant}” is the term itself.`,
    circularVariants: (term: string, concept: string, other: string, otherConcept: string) =>
      `“${term}” (${concept}) and “${other}” (${otherConcept}) are each listed as a variant of the other; keep one of them.`,
    neverValid: (concept: string, from: string, until: string) =>
      `“${concept}”: what begins on ${from} cannot end on ${until}.`,
    noIntroduction: (concept: string, language: string) =>
      `“${concept}” asks for its full form at the first mention, and lacks a full form or an abbreviation in ${language}.`,
    sharedTerm: (term: string, concepts: readonly string[]) => `“${term}” is a term of ${named(concepts)} alike.`,
    forbiddenElsewhere: (term: string, forbidding: readonly string[], allowing: readonly string[]) =>
      `“${term}” is forbidden by ${named(forbidding)} and allowed by ${named(allowing)}.`,
    noDefinition: (concept: string) => `“${concept}” has neither a definition nor a note.`,
  },

  tbx: {
    notTbx: (root: string) => `This is not a TBX file: it begins with <${root}>.`,
    noId: (id: string) => `this concept has no id; it is called “${id}” here.`,
    idTwice: (id: string) => `“${id}” is the id of an earlier concept.`,
    noTerms: 'this concept has no term.',
    emptyTerm: 'this term is empty; it is left out.',
    unknownCategory: (category: string) => `there is no place for “${category}”; it is left out, here and below.`,
    misplaced: (column: string) => `“${column}” is of terms and stands outside of any; it is left out.`,
    unknownValue: (category: string, value: string, instead: string | undefined) =>
      instead === undefined
        ? `“${value}” is no “${category}” known here; it is left out, here and below.`
        : `“${value}” is no “${category}” known here; it counts as “${instead}”, here and below.`,
    brokenExtra: 'the columns of another program cannot be read in this note, or one is called like a column of ours.',
    onlyHere: (column: string, count: number) =>
      `“${column}” (${number.format(count)}): only this desk understands it; other programs show it as a note.`,
    statusUnread: (count: number) =>
      `Forbidden or superseded terms (${number.format(count)}): OmegaT offers them like any others, and Weblate forbids every term of a concept that has a forbidden one.`,
    cut: (count: number) =>
      `Terms with a | in a variant or a condition (${number.format(count)}): it comes back cut in two there.`,
    replaced: (count: number) =>
      `Texts with characters that XML cannot hold (${number.format(count)}): they come back with “\uFFFD” instead.`,
    withoutTerms: (count: number) =>
      `Concepts without a term (${number.format(count)}): TBX has no place for them, and they are left out.`,
  },

  table: {
    noTermColumn: 'no column holds terms.',
    noTermsIn: (column: number, of: number) =>
      `column ${number.format(column)} is about column ${number.format(of)}, and that holds no terms.`,
    noColumn: (language: string) => `no column holds terms in ${language}.`,
    unknownHeading: (heading: string) =>
      `“${heading}” is no language known here, nor anything that is said of terms; its column is left out.`,
    unnamedColumn: (column: number) => `column ${number.format(column)} has no name; it is left out.`,
    unusedHeading: (heading: string) => `the column “${heading}” is left out.`,
    noHeadings: (source: string, target: string) =>
      `no column is named here; terms in ${source} and in ${target} are read from this row on.`,
    tooManyColumns: (most: number) => `there are more than ${number.format(most)} columns.`,
    tooManyCells: (columns: number) =>
      `there are more cells than the ${number.format(columns)} ${one(columns, 'column', 'columns')} of the table.`,
    noTerm: 'there is no term in this row.',
    neitherYesNorNo: (value: string) => `“${value}” is neither yes nor no.`,
    forbidsNothing: (language: string) => `this row forbids nothing: it has terms in ${language} only.`,
    sameRow: (line: number) => `this row says the same as line ${number.format(line)}; it is left out.`,
  },

  checks: {
    tags: {
      title: 'Tags of the document',
      missing: (numbers: readonly number[]) =>
        `${one(numbers.length, 'A tag', 'Tags')} of the source ${one(numbers.length, 'is', 'are')} missing: ${numbers.join(', ')}.`,
      broken: (numbers: readonly number[]) =>
        `${one(numbers.length, 'A tag is', 'Tags are')} not opened and closed in turn: ${numbers.join(', ')}.`,
    },
    glossaryMissing: {
      title: 'Glossary: missing term',
      expected: (expected: readonly string[], source: string) =>
        `Glossary: expected ${expected.map((term) => `“${term}”`).join(' or ')} for “${source}”.`,
    },
    glossaryFirstMention: {
      title: 'Glossary: full form at first mention',
      inFull: (expected: string) => `Glossary: expected “${expected}” at first mention.`,
    },
    glossaryForbidden: {
      title: 'Glossary: forbidden term',
      instead: (term: string, expected: string | undefined) =>
        expected === undefined
          ? `Glossary: “${term}” is forbidden.`
          : `Glossary: “${term}” is forbidden; write “${expected}”.`,
    },
    glossarySuperseded: {
      title: 'Glossary: superseded term',
      instead: (term: string, expected: string | undefined) =>
        expected === undefined
          ? `Glossary: “${term}” is superseded.`
          : `Glossary: “${term}” is superseded; write “${expected}”.`,
    },
    glossaryCount: {
      title: 'Glossary: term rendered fewer times than it occurs',
      fewer: (expected: string, source: string) =>
        `Glossary: “${source}” occurs more often than “${expected}” or its like stands in the translation.`,
    },
  },

  people: {
    signIn: 'Sign in',
    email: 'E-mail',
    password: 'Password',
    name: 'Name',
    refused: 'This e-mail and this password do not go together.',
    tooMany: (seconds: number) =>
      `Too many tries from your address. Wait ${number.format(seconds)} ${one(seconds, 'second', 'seconds')} and try again.`,
    signInFirst: 'Your session has ended, and this was not done. What you typed is still here.',
    signInElsewhere: 'Sign in (new tab), then try again',

    firstAdministrator: 'Nobody administers this desk yet. You will: you add the others.',
    welcome: 'Welcome to the desk',
    choosePassword: (min: number, max: number) =>
      `Choose a password of ${number.format(min)} to ${number.format(max)} characters. A few words make a good one.`,
    begin: 'Set the password and sign in',
    linkGone:
      'This link has been used or has expired. If you chose a password with it, sign in; otherwise ask an administrator for a new one.',
    badEmail: 'This is not an e-mail address.',
    badName: 'Please give a name of up to 200 characters.',
    badPassword: (min: number, max: number) =>
      `A password has ${number.format(min)} to ${number.format(max)} characters.`,

    title: 'People',
    roles: 'Roles',
    wholeDesk: 'whole desk',
    everyProject: 'The whole desk',
    noRole: 'none',
    cannotSignIn: 'has no password yet',
    remove: 'Remove',
    removeRole: (role: string, where: string, name: string) => `Remove: ${name}, ${role}, ${where}`,
    newLink: 'New link',
    newLinkFor: (name: string) => `New link for ${name}`,
    add: 'Add a person',
    role: 'Role',
    where: 'Where',
    added: (name: string) => `${name} has the role now.`,
    had: (name: string) => `${name} has this role already.`,
    repeated: 'This was done already. If you have not copied the link, make a new one.',
    link: (name: string) => `Send this link to ${name}:`,
    linkOnce: (hours: number) =>
      `It is shown only now, works once and for ${number.format(hours)} ${one(hours, 'hour', 'hours')}, and sets a password.`,
    linkShown: 'This link was made and shown before. Make a new one if you have not copied it.',
    unknownRole: (role: string) => `“${role}” is not a role.`,
    unknownProject: 'There is no such project.',
    lastAdministrator: 'Nobody else who can sign in administers the desk. Make somebody else administrator first.',
  },

  waivers: {
    title: 'Waivers',
    ask: 'Ask for a waiver…',
    waive: 'Waive…',
    term: 'Which term',
    granted: 'Waived:',
    why: 'Why need it not be rendered?',
    codes: {
      pronoun: 'English says it with a pronoun, or leaves it out',
      quotation: 'It is a title or a quotation',
      sense: 'It means something else here',
      client: 'The client wants it so',
      other: 'Another reason',
    },
    reason: 'In words',
    makeRule: 'Make it a rule…',
    send: 'Ask',
    grantNow: 'Waive it',
    asked: (name: string) => `${name} asks for a waiver:`,
    grant: 'Grant',
    refuseWhy: 'Refuse…',
    refuse: 'Refuse',
    answer: 'Why not?',
    refused: (answer: string) => `A waiver was refused: ${answer}`,
    pending: 'A reviewer decides.',
    noLonger: 'No longer waived:',
    ended: {
      text: 'The text has changed since.',
      concept: 'The concept has changed since.',
    },
    reasonMissing: 'Say in a few words why it need not be rendered.',
    answerMissing: 'Say in a few words why not.',
    nothingToWaive: 'There is nothing to waive: the term is rendered, or does not stand there.',
    askedAlready: 'A waiver for this has been asked for already.',
    decidedAlready: 'Somebody has decided on this already.',
    ownWork: 'You wrote this text yourself: somebody else has to grant a waiver in it.',
  },

  termbase: {
    title: 'Glossary',
    fileName: 'glossary',
    concepts: (count: number) => `${number.format(count)} ${one(count, 'concept', 'concepts')}`,
    formats: { csv: 'CSV', tbx: 'TBX 3', 'tbx-v2': 'TBX 2 (OmegaT, Weblate)' } as Readonly<Record<string, string>>,
    search: 'Search terms, definitions and notes',
    find: 'Find',
    subject: 'Subject',
    anySubject: 'Any subject',
    status: 'Status',
    anyStatus: 'Any status',
    ruled: 'with rules',
    oftenWaived: 'often waived',
    nothing: 'No concept is like this.',
    pages: 'Pages',
    before: 'Earlier',
    after: 'Later',
    shown: (first: number, last: number, all: number) =>
      `${number.format(first)}–${number.format(last)} of ${number.format(all)}`,
    judging: (count: number) =>
      `The glossary has changed: ${number.format(count)} ${one(count, 'text is', 'texts are')} still to be judged by it. Work can go on.`,
    findings: 'Findings',
    noFindings: 'Nothing in the glossary contradicts itself.',
    look: 'Look at it',
    newConcept: 'New concept',
    newTerm: 'New term',
    statuses: { preferred: 'preferred', admitted: 'admitted', superseded: 'superseded', forbidden: 'forbidden' },
    matches: { inflected: 'any form', exact: 'exactly so' },
    columns: {
      lang: 'Language',
      term: 'Term',
      status: 'Status',
      match: 'Recognised in',
      part_of_speech: 'Part of speech',
      term_type: 'Kind',
      gender: 'Gender',
      number: 'Number',
      variants: 'Other forms, with | between them',
      applies_when: 'Applies when (after …, before …, near …, capital, determiner; | between them)',
      not_when: 'Not when',
      valid_from: 'Holds from',
      valid_until: 'Holds until',
      note: 'Note',
      source: 'Source',
      context: 'Context',
      subject: 'Subject',
      definition: 'Definition',
      first_mention: 'At its first mention',
      every_occurrence: 'A rendering for every occurrence',
      concept_valid_from: 'The concept holds from',
      concept_valid_until: 'The concept holds until',
    } as Readonly<Record<string, string>>,
    values: {
      full: 'full form with its abbreviation',
      yes: 'yes',
      noun: 'noun',
      verb: 'verb',
      adjective: 'adjective',
      adverb: 'adverb',
      other: 'other',
      fullForm: 'full form',
      acronym: 'acronym',
      abbreviation: 'abbreviation',
      shortForm: 'short form',
      variant: 'variant',
      phrase: 'phrase',
    } as Readonly<Record<string, string>>,
    more: (count: number) => (count === 0 ? 'More' : `More (${number.format(count)})`),
    ruleAdded: (term: string, condition: string) =>
      `To “${term}” this form adds “not when ${condition}”, because of a waiver in this sentence:`,
    reason: 'Why this change',
    preview: 'See what it would change',
    retire: 'Retire this concept…',
    inTerm: (term: string, problem: string) => `“${term}”: ${problem}`,
    noTerms: 'A concept needs a term.',
    overtaken:
      'Somebody changed this concept a moment ago. Its history says what it is now; what you typed is still in the form.',
    nothingChanged: 'Nothing in it is different.',
    revision: (number: number) => `Revision ${number}`,
    restore: 'Back to this one…',
    said: (label: string, value: string) => `${label}: ${value}`,
    changeOf: (term: string) => `Change of “${term}”`,
    wouldRetire: 'The concept would be retired: nothing would ask for its terms, nor forbid them.',
    wouldTurn: (judged: number, breaks: number, mends: number) =>
      `${number.format(judged)} ${one(judged, 'text', 'texts')} may be about it. ${number.format(breaks)} would no longer meet the glossary, ${number.format(mends)} would meet it again.`,
    breaks: (count: number) => `Would no longer meet the glossary (${number.format(count)})`,
    mends: (count: number) => `Would meet it again (${number.format(count)})`,
    andMore: (count: number) => `And ${number.format(count)} more.`,
    apply: 'Put it into force',
    applyAll: (count: number) =>
      `Put it into force and take ${one(count, 'the suggested text', `all ${number.format(count)} suggested texts`)}`,
    applyEvery: (most: number) =>
      `Put it into force and take every suggested text, also for those not shown (${number.format(most)} at most)`,
    take: 'Take it',
    rewritten: (count: number) =>
      count === 0
        ? 'It is in force. None of the texts was written: somebody else was there first.'
        : `It is in force. ${number.format(count)} ${one(count, 'text was', 'texts were')} written anew; what was approved or handed over waits for review again.`,
    goOnEditing: 'Go on editing',
    leave: 'Leave it as it is',
    usage: 'Use',
    unused: 'It stands in no text that has been translated.',
    share: (count: number, share: number) => `${number.format(count)} (${percent.format(share)})`,
    withTheDesk: 'came with the desk',
    retired: 'Retired.',
  },

  proposals: {
    title: 'Proposals',
    none: 'Nobody has proposed a term.',
    propose: 'Propose a term…',
    send: 'Propose',
    nothing: 'Say which term you propose.',
    sent: (term: string) => `“${term}” is proposed.`,
    addTo: (title: string) => `Add to “${title}”…`,
    choose: 'Add to another concept…',
    chooseFor: (term: string) => `Which concept is “${term}” a term of? Open it to add the words.`,
    accept: 'Accept as a new concept…',
    accepted: (name: string, asProposed: boolean) =>
      asProposed ? `Accepted by ${name} as proposed:` : `Accepted by ${name}, changed:`,
    acceptedOnce: (name: string) => `Accepted by ${name}. The concept is no longer in the glossary.`,
    answer: (name: string) => `A word to ${name}`,
    known: (title: string, rendering: string) =>
      `The glossary has this already: “${title}” is rendered as “${rendering}” there.`,
    open: (term: string, name: string) => `“${term}” has been proposed by ${name} already, and waits for an answer.`,
    refused: (name: string, answer: string) => `Refused by ${name}: ${answer}`,
    decided: 'Somebody has decided on this already.',
    reason: (name: string) => `Proposed by ${name}.`,
  },

  retired: {
    title: 'Retired',
    none: 'No concept was retired.',
  },

  candidates: {
    title: 'Candidates',
    what: 'Names and phrases that the documents of a project use more than once and the glossary does not have, the likeliest terms first.',
    project: 'Project',
    look: 'Look',
    none: 'Nothing is said more than once that the glossary does not have.',
    stands: (occurrences: number, segments: number) =>
      `${number.format(occurrences)} times in ${number.format(segments)} ${one(segments, 'segment', 'segments')}`,
  },

  imports: {
    title: 'Import a glossary',
    link: 'Import…',
    of: (name: string) => `Import “${name}”`,
    what: 'TBX of any version, the desk’s own CSV, or a table from another tool. You see what it would change before anything is taken.',
    file: 'File',
    look: 'Look at it',
    noFile: 'There is no file to look at.',
    tooLarge: (bytes: number) => `The file is too large: at most ${number.format(bytes / 1024 / 1024)} MB.`,
    another: 'Another file',
    overtaken: 'The glossary has changed since you looked. Look at the file again.',
    reason: (name: string) => `Imported from ${name}.`,
    would: (added: number, changed: number, same: number) =>
      `${number.format(added)} ${one(added, 'concept', 'concepts')} would be new, ${number.format(changed)} would be changed, ${number.format(same)} ${one(same, 'is', 'are')} there already as ${one(same, 'it stands', 'they stand')}.`,
    refused: (errors: number) =>
      `Nothing can be taken from this file while ${number.format(errors)} ${one(errors, 'thing is', 'things are')} wrong in it.`,
    added: (count: number) => `New (${number.format(count)})`,
    changed: (count: number) => `Changed (${number.format(count)})`,
    calledInFile: (id: string) => `(in the file: ${id})`,
    columns: 'Columns',
    columnsHint: 'What each column was taken for. Correct it where it is something else.',
    header: 'The first row names the columns',
    column: (at: number) => `Column ${number.format(at)}`,
    readSo: 'Read it so',
    terms: (language: string, split?: string) =>
      split === undefined ? `terms: ${language}` : `terms: ${language}, several with ${split} between them`,
    ofColumn: (kind: string, at: number) => `${kind} of column ${number.format(at)}`,
    kinds: {
      ignore: 'nothing, leave it out',
      language: 'language',
      note: 'note',
      context: 'context',
      source: 'source',
      'part of speech': 'part of speech',
      gender: 'gender',
      status: 'status',
      forbidden: 'forbidden: yes or no',
      'case sensitive': 'case sensitive: yes or no',
      abbreviation: 'abbreviation: yes or no',
      'term info': 'term info (memoQ)',
      'concept id': 'id of the concept',
      definition: 'definition',
      subject: 'subject',
      'do not translate': 'do not translate: yes or no',
      translatable: 'translatable: yes or no',
    },
  },

  memories: {
    title: 'Memory',
    of: (project: string) => `Memory of “${project}”`,
    what: (pair: string) => `Translations made elsewhere, kept for reuse: units of bilingual files, ${pair}.`,
    none: 'Nothing is kept here yet.',
    name: 'File',
    size: 'Units',
    when: 'Came',
    who: 'Brought by',
    command: 'the command',
    passedOver: (count: number) => `(${number.format(count)} in other languages passed over)`,
    came: (name: string, units: number, passedOver: number) =>
      `“${name}” is in the memory: ${number.format(units)} ${one(units, 'unit', 'units')}${passedOver === 0 ? '' : `; ${number.format(passedOver)} in other languages ${one(passedOver, 'was', 'were')} passed over`}.`,
    exportNamed: (name: string) => `Export “${name}”`,
    remove: 'Remove…',
    removeNamed: (name: string) => `Remove “${name}”…`,
    removeHelp: (units: number) =>
      `${number.format(units)} ${one(units, 'unit', 'units')} will be gone for everybody. There is no way back but the file.`,
    removeNow: 'Remove it',
    callOff: 'Call it off',
    callOffNamed: (name: string) => `Call off “${name}”`,
    bring: 'Bring a bilingual file',
    choose: (endings: readonly string[]) => `Drop a file here, or choose it (${endings.join(', ')})`,
    stay: 'A large file takes a while. Leave this page open until it has come; nobody sees a part of it before.',
    noFile: 'There is no file in this form.',
    tooLarge: (bytes: number) => `The file is too large: at most ${number.format(bytes / 1024 ** 3)} GB.`,
    cutShort: 'The file was cut short on its way. Nothing of it is kept.',
    comingAlready: 'This file is on its way in already.',
    cancelled: 'The import was called off. Nothing of it is kept.',
    arrived: 'It came in a moment ago. If it is not wanted, remove it.',
    gone: 'Somebody removed this memory a moment ago.',
    nothing: (name: string, source: string, target: string) =>
      `“${name}” has no unit in ${source} and ${target}: there is nothing to keep.`,
    progress: (name: string, share: number | undefined, units: number, secondsLeft: number | undefined) => {
      const sofar = `${name}: ${share === undefined ? '' : `${percent.format(share)}, `}${number.format(units)} ${one(units, 'unit', 'units')}`
      return secondsLeft === undefined ? sofar : `${sofar}, ${left(secondsLeft)}`
    },
    notYours: 'A memory is removed by who brought it, or by an administrator.',
  },

  report: {
    title: (document: string) => `Report on ${document}`,
    link: 'Report',
    waivers: (count: number) => `${number.format(count)} ${one(count, 'waiver', 'waivers')}`,
    none: 'Every term is rendered, or still to be.',
    segment: 'Segment',
    text: 'Text',
    why: 'Why',
    who: 'Who',
    pending: (count: number) => `${number.format(count)} ${one(count, 'waiver', 'waivers')} to decide on`,
    refused: (count: number) => `${number.format(count)} ${one(count, 'waiver', 'waivers')} refused`,
    answer: 'Answer:',
    asked: (asked: string) => `asked by ${asked}`,
    askedAndGranted: (asked: string, granted: string) => `asked by ${asked}, granted by ${granted}`,
    askedAndRefused: (asked: string, refused: string) => `asked by ${asked}, refused by ${refused}`,
  },

  stale: {
    title: 'Stale',
    none: 'Everything that is approved meets the glossary.',
    count: (count: number) =>
      `${number.format(count)} approved ${one(count, 'segment', 'segments')} that the glossary no longer bears out. Reopen, mend, and have it approved again.`,
  },

  command: {
    imported: (name: string, segments: number) =>
      `${name}: ${number.format(segments)} ${one(segments, 'segment', 'segments')}.`,
    noProject: (name: string) => `There is no project “${name}”.`,
    noDocument: (id: string) => `There is no document ${id}.`,
    noMemory: (said: string) => `There is no memory “${said}”.`,
    severalMemories: (name: string, ids: readonly string[]) =>
      `Several memories are called “${name}”. Say which one by its id: ${ids.join(', ')}.`,
    remembered: (name: string, units: number, passedOver: number) =>
      passedOver === 0
        ? `${name}: ${number.format(units)} ${one(units, 'unit', 'units')} in the memory.`
        : `${name}: ${number.format(units)} ${one(units, 'unit', 'units')} in the memory; ${number.format(passedOver)} in other languages ${one(passedOver, 'is', 'are')} passed over.`,
    whichDocument: 'A finished document is one document: say which with --document ID.',
    whatToExport: 'Say what to export: --project NAME, --document ID or --memory ID.',
    checked: (units: number, errors: number, warnings: number) =>
      `${number.format(units)} ${one(units, 'unit', 'units')}: ${number.format(errors)} ${one(errors, 'error', 'errors')}, ${number.format(warnings)} ${one(warnings, 'warning', 'warnings')}.`,
    validated: (files: number, findings: number) =>
      `${number.format(files)} ${one(files, 'file', 'files')}: ${number.format(findings)} ${one(findings, 'finding', 'findings')}.`,
    linted: (errors: number, warnings: number) =>
      `Findings in the glossary: ${number.format(errors)} ${one(errors, 'error', 'errors')}, ${number.format(warnings)} ${one(warnings, 'warning', 'warnings')}.`,
    termRule: 'A term of the glossary stands here',
    term: (text: string, term: string, concept: string) => `“${text}” is “${term}” of ${concept}.`,
    readAs: (name: string, columns: readonly string[]) => `${name} is read as a table of ${columns.join(', ')}.`,
    glossaryRefused: (name: string, errors: number) =>
      `${name} is not taken: ${number.format(errors)} ${one(errors, 'error', 'errors')} in it.`,
    curatedGlossary: 'The curated glossary',
    deskGlossary: 'The glossary of the desk',
    noDeskGlossary: 'This desk has no glossary yet: it gets one when it is first served.',
    nothingInGlossary: (name: string, source: string, target: string) =>
      `${name} says nothing of ${source} and ${target}: nothing could be found by it.`,
    inputFormat: (formats: readonly string[]) =>
      `Say with --input-format what comes in by standard input: ${formats.join(', ')}.`,
    passedOver: (units: number, source: string, target: string, languages: readonly string[]) =>
      `${number.format(units)} ${one(units, 'unit is', 'units are')} passed over, not in ${source} and ${target} but in ${languages.join(', ')}.`,
    lost: (units: number, first: string, format: string, fields: readonly string[]) =>
      `${number.format(units)} ${one(units, 'unit has', 'units have')} characters that ${format} cannot carry; � stands for them, in ${fields.join(', ')}. The first is ${first}.`,
    converted: (name: string, units: number) => `${name}: ${number.format(units)} ${one(units, 'unit', 'units')}.`,
    nothingToConvert: (source: string, target: string) =>
      `nothing is converted: no unit is in ${source} and ${target}.`,
    notWritten: (name: string, endings: readonly string[]) =>
      `“${name}” names no format that is written here: say one with --format, or by its ending, ${endings.join(', ')}.`,
    otherFormat: (name: string, named: string, format: string) =>
      `“${name}” is the name of a file in ${named}, and --format says ${format}.`,
    notTranslated: (units: number) =>
      `${number.format(units)} ${one(units, 'unit has', 'units have')} no translation yet, and ${one(units, 'is', 'are')} not checked.`,
    nothingToCheck: (source: string, target: string) =>
      `nothing is checked: no unit has a translation between ${source} and ${target}.`,
    nothingToRead: (language: string) => `nothing is looked at: no text is in ${language}.`,
    glossaryTaken: (name: string, added: number, changed: number, same: number) =>
      `${name}: ${number.format(added)} ${one(added, 'concept', 'concepts')} added, ${number.format(changed)} changed, ${number.format(same)} there already.`,
    added: (email: string, role: string) => `${email} is now ${role}.`,
    hasRole: (email: string, role: string) => `${email} is ${role} already.`,
  },

  documents: {
    title: 'Documents',
    none: 'You have no project yet. An administrator can give you a role in one.',
    pair: (source: string, target: string) => `${source} → ${target}`,
    blocked: (count: number) => `${number.format(count)} blocked by the glossary`,
    stale: (count: number) => `${number.format(count)} stale`,
    asked: (count: number) => `${number.format(count)} with ${one(count, 'a waiver', 'waivers')} to decide`,
    import: 'Import',
    project: 'Project',
    date: 'Date',
    dateHelp: 'Terms may hold from a day or until one: the text is judged by its own.',
    setDate: 'Set the day',
    choose: 'Drop files here, or choose them',
    paste: 'Paste a text instead',
    name: 'Name',
    namePlaceholder: 'article.txt',
    imported: (name: string) => `“${name}” is imported.`,
    inFile: (name: string, problem: string) => `“${name}”: ${problem}`,
    projectName: 'Title',
    newProject: 'New project',
    from: 'From (language tag)',
    into: 'Into (language tag)',
    begin: 'Begin',
    untitled: 'untitled',
    text: 'Text',
  },

  /** How the documents of a project are cut. */
  cutting: {
    title: (project: string) => `Settings of ${project}`,
    link: 'Settings',
    fromNowOn: 'They hold for documents imported from now on. Those that are here stay as they are.',
    kept: 'Kept.',
    segmentation: 'Work on',
    segmentations: { sentence: 'Sentences', paragraph: 'Paragraphs' },
    ends: 'Where sentences end',
    ours: 'The rules of the desk hold.',
    own: 'This project has rules of its own, which stay as they are when those of the desk get better.',
    download: 'Download the rules in force',
    abbreviations: 'Abbreviations that end no sentence',
    abbreviationsHelp: 'One a line, with its capitals: “env.”, “M.O.A.”, “p. ex.”.',
    rules: 'The rules themselves (SRX)',
    file: 'From a file',
    text: 'Or here',
    rulesHelp: 'A file takes the place of the text. Where neither says anything, the rules of the desk hold.',
    tooLarge: (characters: number) => `These rules are too large: at most ${number.format(characters / 1_048_576)} MB.`,
    look: 'Look before you keep it',
    document: 'In this document',
    nothingToLookAt: 'Choose a document or paste a text to look at.',
    preview: 'See what would change',
    changed: (changed: number, paragraphs: number) =>
      `${number.format(changed)} of ${number.format(paragraphs)} ${one(paragraphs, 'paragraph', 'paragraphs')} would be cut otherwise.`,
    paragraph: (paragraph: number) => `Paragraph ${number.format(paragraph)}`,
    now: 'Now',
    after: 'Then',
    seam: '(next segment)',
    seamHere: '(next segment, only here)',
    keep: 'Keep',
  },

  /** Files that do not say in which encoding they are. */
  encodings: {
    title: 'How it reads',
    asked: (files: number) =>
      one(
        files,
        'This file is not UTF-8. If the word beside it is right, it can be imported as it is.',
        'These files are not UTF-8. Those whose word is right can be imported as they are.',
      ),
    otherwise: 'Where a word is wrong, save the file as UTF-8 and choose it again.',
    names: { 'windows-1252': 'Windows-1252' } as Readonly<Record<string, string>>,
    importAs: (encoding: string) => `Import as ${encoding}`,
  },

  /** Files to take away. */
  exports: {
    what: 'File',
    finished: (format: string, ending: string) => `Finished document – ${format} (${ending})`,
    leftInSource: 'What is left out stays there in the language of the source.',
    leftAsItWas: 'What is left out stays there as it was.',
    which: 'Texts',
    states: { approved: 'Approved only', all: 'Everything, drafts too' },
    download: 'Download',
    lossTitle: 'Not all of it can be carried',
    losses: (count: number, format: string) =>
      `In ${number.format(count)} ${one(count, 'text', 'texts')} control characters stand that a file of this format cannot carry (${format}). In their place it would have the sign \uFFFD.`,
    lossAt: (document: string, position: number) => `${document}, segment ${number.format(position)}`,
    moreLosses: (count: number) => `and ${number.format(count)} more`,
    lossyDownload: 'Download it all the same',
  },

  sample: {
    project: 'South Caucasus desk',
    account: (role: string) => `Sample ${role}`,
  },

  roles: {
    translator: 'translator',
    reviewer: 'reviewer',
    terminologist: 'terminologist',
    exporter: 'exporter',
    administrator: 'administrator',
  },

  desk: {
    segments: (count: number) => `${number.format(count)} ${one(count, 'segment', 'segments')}`,

    // Refusals of the acts.
    overtaken: 'Somebody changed this segment a moment ago. Look at what is there now.',
    doneBefore: 'This form was sent before, with something else in it. Load the page again.',
    sameFile: 'This very file is there already.',
    isApproved: 'This segment is approved. Reopen it to change it.',
    nothingWritten: 'Nothing is written yet.',
    notHandedOver: 'This segment has not been handed over to review.',
    glossaryChanged: 'The glossary has changed. Load the page again to see what it says now.',
    unbalanced: 'The glossary is not met yet: a term is missing, or a forbidden one stands there.',
    note: 'Note:',
    insertTag: (number: number) => `Insert tag ${number}`,
    tagsMissing: 'A tag of the source is missing or torn apart: the document could not be put together again.',
    typedInstead: 'You have changed this text: save it and hand it over, so that somebody else reads it.',
    ownWork: 'Nobody approves their own work: another reviewer has to read this one.',
    needsRole: (role: string) => `Your role does not allow this. It takes a ${role}.`,
    reasonMissing: 'Say why, so that the translator knows what to mend.',
    tooLong: (units: number) => `This text is too long: at most ${number.format(units)} characters are kept.`,
    brokenCharacters: 'This text holds characters that cannot be kept (a NUL, or half of a character).',
    noDay: 'This is no day. Write it as 2024-05-31.',
    projectNameMissing: 'A project needs a name.',
    otherLanguages: (name: string, source: string, target: string) =>
      `The project “${name}” is there already, and translates ${source} into ${target}.`,
    otherSegmentation: (name: string, segmentation: 'sentence' | 'paragraph') =>
      `The project “${name}” is there already, and works on ${segmentation === 'sentence' ? 'sentences' : 'paragraphs'}.`,
    unknownFormat: (name: string, endings: readonly string[]) =>
      `“${name}” is not a kind of file this desk reads. It reads ${endings.join(', ')}.`,
    tooManySegments: (most: number) =>
      `The document would be more than ${number.format(most)} segments. Cut it in two and import both.`,
    noPlaces:
      'This document was imported before the desk kept where its texts stand. Import it again to finish it in its own format.',
    alreadyThere: (name: string, known: string) =>
      name === known ? `“${name}” is there already.` : `“${name}” is there already, as “${known}”.`,

    // The screen.
    crumbs: 'Where you are',
    sourceHead: (language: string) => `${language} — source`,
    segmentNumber: (position: number) => `Segment ${number.format(position)}`,
    openSegment: 'Open segment',
    untranslated: 'Not translated yet',
    targetLabel: (language: string, position: number) => `${language}, segment ${number.format(position)}`,
    handOver: 'Hand over',
    approve: 'Approve',
    reopen: 'Reopen',
    reject: 'Send back…',
    reason: 'What should be mended',
    sendBack: 'Send back',
    rejected: (reason: string) => `Sent back: ${reason}`,
    saved: 'Saved',
    saving: 'Saving…',
    unsaved: 'Not saved yet',
    saveFailed: 'Not saved. Your text stays here; it is tried again.',
    glossaryMet: (rendered: number, waived: number) => {
      const terms = (count: number) => `${number.format(count)} ${one(count, 'term', 'terms')}`
      if (waived === 0) return `${terms(rendered)} rendered`
      if (rendered === 0) return `${terms(waived)} waived`
      return `${terms(rendered)} rendered, ${number.format(waived)} waived`
    },
    overtakenBy: 'Somebody else has written here since you began. This is their text; yours is still in the box.',
    keepMine: 'Keep mine, on top of theirs',
    takeTheirs: 'Take theirs',
    approvedOf: (approved: number, all: number) => `${number.format(approved)} of ${number.format(all)} approved`,
    progress: (counts: { approved: number; translated: number; draft: number; initial: number }) =>
      `${number.format(counts.approved)} approved, ${number.format(counts.translated)} waiting for review, ${number.format(counts.draft)} ${one(counts.draft, 'draft', 'drafts')}, ${number.format(counts.initial)} untouched`,
    export: 'Export',
    filters: 'Show',
    filter: {
      all: 'All',
      todo: 'To do',
      blocked: 'Blocked by glossary',
      review: 'To review',
      asked: 'Waivers to decide',
      approved: 'Approved',
      stale: 'Stale',
    },
    approveClean: 'Approve all that is clean',
    approvedNow: (count: number) => `${number.format(count)} ${one(count, 'segment', 'segments')} approved.`,
    nothingShown: 'No segment is in this state.',
    more: 'More segments',
    help: 'Help for the open segment',
    search: 'Search both languages',
    history: 'History',
    noHistory: 'Nothing written yet.',
    revision: (number: number) => `Draft ${number}`,
    glossary: 'Glossary',
    also: 'Also:',
    or: 'or',
    noTerms: 'No term of the glossary stands in this segment.',
    noActive: 'Open a segment to see its terms.',
    keys: 'Keys',
    keyList: [
      ['Ctrl ↵', 'hand over, or approve, and go on'],
      ['Alt 1–9', 'insert a term'],
      ['F8', 'insert a missing tag'],
      ['Alt ↓ ↑', 'next, previous segment'],
      ['Esc', 'close the segment'],
      ['/', 'search'],
    ] as readonly (readonly [key: string, meaning: string])[],
  },
}
