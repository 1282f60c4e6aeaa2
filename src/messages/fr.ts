import type { Messages } from './index.ts'

const plurals = new Intl.PluralRules('fr')
const one = (count: number, singular: string, plural: string) => (plurals.select(count) === 'one' ? singular : plural)
// The server knows no other clock than its readers' common one.
const moments = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
})
const days = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' })
const languages = new Intl.DisplayNames('fr', { type: 'language' })
const number = new Intl.NumberFormat('fr-FR')
const lists = new Intl.ListFormat('fr')
const named = (names: readonly string[]) => {
  const shown = (names.length > 4 ? names.slice(0, 3) : names).map((name) => `« ${name} »`)
  const others = names.length - shown.length
  return lists.format(others === 0 ? shown : [...shown, `${number.format(others)} autres`])
}
const percent = new Intl.NumberFormat('fr', { style: 'percent' })

const left = (seconds: number) =>
  seconds < 60
    ? `encore ${number.format(seconds)} ${one(seconds, 'seconde', 'secondes')} environ`
    : `encore ${number.format(Math.ceil(seconds / 60))} ${one(Math.ceil(seconds / 60), 'minute', 'minutes')} environ`

/** The interface in French. */
export const fr: Messages = {
  language: { tag: 'fr', name: 'Français' },

  count: (count) => number.format(count),
  day: (date) => days.format(new Date(`${date}T00:00:00Z`)),
  moment: (at) => moments.format(at),
  languages: (tag) => languages.of(tag) ?? tag,

  outcomes: {
    rendered: 'rendu',
    implied: 'rendu moins souvent qu’il ne figure',
    unexpanded: 'rendu, mais pas en toutes lettres à sa première mention',
    missing: 'manquant',
    waived: 'dispensé',
    open: 'à rendre',
    forbidden: 'interdit ici',
    superseded: 'dépassé',
  },

  looks: {
    initial: 'non traduit',
    draft: 'brouillon',
    translated: 'en attente de révision',
    approved: 'approuvé',
    stale: 'approuvé, mais le glossaire a changé',
    blocked: 'bloqué par le glossaire',
  },

  severities: { error: 'Erreur :', warning: 'Avertissement :', info: 'Remarque :' },

  diff: { removed: 'supprimé :', added: 'ajouté :' },

  page: {
    skip: 'Aller au texte',
    home: 'Retour aux documents',
    people: 'Personnes',
    signOut: 'Se déconnecter',
  },

  errors: {
    noDatabase: (url, code) => `${url} ne peut être ouvert comme base de données (${code}).`,
    guard: 'Requête refusée : elle ne vient pas d’une page de ce bureau.',
    portTaken: (host, port) => `Le port ${port} de ${host} est occupé. Choisissez-en un autre avec --port.`,
    formTooLarge: 'Ce formulaire est trop gros.',
    form: (fields) => `Ce formulaire est illisible : ${fields}.`,
    databaseHeld: (file, process) =>
      `La base de données ${file} est ouverte par un autre processus (${process}). Arrêtez-le d’abord : à deux, du travail serait perdu.`,
    notFound: 'Il n’y a rien ici.',
    bug: 'Une erreur est survenue de notre côté. Votre texte est toujours dans le cadre.',
  },

  fileFormats: {
    text: 'Texte brut',
    markdown: 'Markdown',
    tmx: 'TMX – mémoire de traduction',
    html: 'Page web (HTML)',
    docx: 'Document Word',
    table: 'Tableau de sources et de traductions',
    xliffDocument: 'Fichier XLIFF',
    csv: 'CSV pour tableurs',
    csvSemicolon: 'CSV pour tableurs, à points-virgules',
    csvExact: 'CSV pour programmes, cellules telles quelles',
    tsv: 'TSV – tableau à tabulations',
    xliff: 'XLIFF 2.1 – pour d’autres outils de traduction',
    xliff12: 'XLIFF 1.2 – pour des outils plus anciens',
    po: 'PO – traductions de logiciels',
  },

  formats: {
    unknown: (id, known) => `« ${id} » n’est pas un format. Le bureau écrit ${known.join(', ')}.`,
    atLine: (line, problem) => `Ligne ${line} : ${problem}`,
    notXml: 'Ce n’est pas un fichier XML.',
    xmlCut: 'Le fichier s’arrête au milieu : il en manque une partie.',
    xmlMalformed: 'Le XML est mal formé à cet endroit.',
    xmlAmpersand: 'Un & est isolé ici. En XML, il s’écrit &amp;.',
    xmlEntity: (name) => `&${name}; ne veut rien dire dans ce fichier. Écrivez le caractère lui-même.`,
    xmlDtd:
      'Le fichier déclare son propre type de document. Par sécurité, il est refusé ; retirez ce qui est entre [ et ].',
    xmlLongAside: (most: number) =>
      `Un commentaire, une instruction ou une section dépasse ici ${number.format(most)} caractères.`,
    xmlDepth: (most) => `Les éléments sont imbriqués sur plus de ${number.format(most)} niveaux.`,
    xmlElements: (most) =>
      `Un élément est fait de plus de ${number.format(most)} autres. Aucun logiciel n’écrit un tel fichier ; il n’est pas lu.`,
    notTmx: (root) => `Ce n’est pas un fichier TMX : il commence par <${root}>.`,
    csvEmpty: 'Le fichier est vide. Sa première ligne doit nommer les colonnes.',
    csvHeader: (source, target) =>
      `La première ligne doit nommer les colonnes, dont « source » et « target », ou bien « ${source} » et « ${target} ».`,
    csvQuote: 'Un guillemet ouvre une cellule ici et rien ne la ferme.',
    csvStrayQuote:
      'Un guillemet est au milieu d’une cellule. Une telle cellule se met entre guillemets, et les siens se doublent.',
    csvRagged: 'Cette ligne n’a pas autant de cellules qu’il y a de colonnes.',
    csvState: (word, states) => `« ${word} » n’est pas un état. Les états sont ${states}.`,
    csvCell: (text, column) => `« ${text} » n’a pas de sens dans la colonne « ${column} ».`,
    empty: 'Le fichier est vide.',
    binary: 'Le fichier n’est pas un texte.',
    notUtf8: (byte, line) =>
      `Le fichier n’est pas en UTF-8 : l’octet ${number.format(byte)}, à la ligne ${number.format(line)}, est illisible. Enregistrez-le en UTF-8 et réessayez.`,
    unknownEncoding: (name) => `Le fichier se dit en « ${name} », qui est illisible ici. Enregistrez-le en UTF-8.`,
    encodingUnknown: (guess, word) =>
      `Le fichier n’est pas en UTF-8. Si « ${word} » est bien ce qui s’y trouve, il est en ${guess} : importez-le comme tel, ou enregistrez-le en UTF-8.`,
    notDeclared: (name) => `Le fichier se dit en « ${name} » et ne l’est pas. Enregistrez-le en UTF-8.`,
    guessedEncoding: (word) =>
      `Le fichier n’est pas en UTF-8 ; il est lu comme du Windows-1252. Vérifiez que « ${word} » est juste.`,
    tooLarge: (bytes) => `Ce fichier est trop gros : un document fait au plus ${number.format(bytes / 1_048_576)} Mo.`,
    tooManyParagraphs: (most) =>
      `Le document a plus de ${number.format(most)} paragraphes. Coupez-le en deux et importez les deux.`,
    paragraphTooLong: (most) =>
      `Un paragraphe du document dépasse ${number.format(most)} caractères. Séparez-le en lignes.`,
    tooManyLines: (most) =>
      `Le document a plus de ${number.format(most)} lignes. Coupez-le en deux et importez les deux.`,
    markdownCostly:
      'Il y a ici trop de balisage dans un seul paragraphe, ou un tableau trop grand. Coupez le document en deux.',
    tooMuchMarkup: (most) =>
      `Le document a plus de ${number.format(most)} balises. Coupez-le en deux et importez les deux.`,
    tooManyCells: (most) => `Le tableau a plus de ${number.format(most)} cellules. Coupez-le en deux.`,
    tooDeep: 'Les listes, citations ou balises sont trop imbriquées ici.',
    notUtf16: 'Le fichier se dit en UTF-16 et ne l’est pas : il contient une moitié de caractère.',
  },

  archive: {
    damaged:
      'Le fichier est endommagé ou incomplet. Ouvrez-le dans le logiciel d’où il vient, enregistrez-le sous un autre nom et importez celui-ci.',
    damagedFile: (name) =>
      `Le fichier est endommagé : « ${name} », qu’il contient, ne peut pas être décompressé. Ouvrez-le dans le logiciel d’où il vient, enregistrez-le sous un autre nom et importez celui-ci.`,
    tooManyFiles: (most) =>
      `Ce fichier en contient plus de ${number.format(most)}. Il ne vient pas d’un logiciel de bureautique et n’est pas ouvert.`,
    tooLarge: (bytes) =>
      `Décompressé, le fichier dépasse ${number.format(bytes / 1024 / 1024)} Mo. Retirez-en des images, ou divisez-le, et importez les parties.`,
    textsTooLarge: (bytes) =>
      `Décompressés, les textes de ce fichier dépassent ${number.format(bytes / 1024 / 1024)} Mo. Divisez le document et importez ses parties.`,
    unsafeName: (name) =>
      `Un fichier contenu dans celui-ci s’appelle « ${name} », ce qui pourrait désigner un fichier extérieur. Il ne vient pas d’un logiciel de bureautique et n’est pas ouvert.`,
    nameTwice: (name) =>
      `Deux fichiers contenus dans celui-ci s’appellent « ${name} », et deux logiciels n’ouvriraient pas le même. Enregistrez-le sous un autre nom dans le logiciel d’où il vient et importez celui-ci.`,
    locked: 'Le fichier est protégé par un mot de passe. Enregistrez-le sans mot de passe et importez celui-ci.',
    unknownMethod: (name) =>
      `« ${name} », dans ce fichier, est compressé d’une façon illisible ici. Enregistrez-le à nouveau dans le logiciel d’où il vient et importez celui-ci.`,
    tooManyTags: (most) =>
      `Les textes de ce fichier contiennent plus de ${number.format(most)} balises. Divisez le document et importez ses parties.`,
    documentType: (name) =>
      `« ${name} » dans ce fichier déclare un type de document, ce que ne fait aucun logiciel de bureautique. Il n’est pas ouvert.`,
    inPart: (part, problem) => `Dans « ${part} » : ${problem}`,
  },

  docx: {
    encrypted:
      'Le document est protégé par un mot de passe. Retirez-le dans Word (Fichier → Informations → Protéger le document → Chiffrer avec mot de passe, laissez vide), enregistrez et importez à nouveau le document.',
    binary:
      'C’est un document Word de l’ancien format (.doc). Ouvrez-le dans Word et enregistrez-le comme « Document Word (*.docx) », puis importez celui-ci.',
    notWord:
      'Ce n’est pas un document Word. S’il s’ouvre dans Word, enregistrez-le de là comme « Document Word (*.docx) » et importez celui-ci.',
    trackedChanges:
      'Le document contient des modifications suivies. Acceptez-les ou refusez-les d’abord (dans Word : Révision → Accepter → Accepter toutes les modifications et arrêter le suivi), enregistrez et importez-le à nouveau.',
    external: (target) =>
      `À l’ouverture, le document irait chercher « ${target} » ailleurs. Rompez ce lien dans Word (Fichier → Informations → Modifier les liens d’accès aux fichiers, ou Développeur → Modèle de document pour un modèle), enregistrez et importez-le à nouveau.`,
    tooManyTags: (most) =>
      `Un paragraphe contient plus de ${number.format(most)} changements de mise en forme ou objets. Effacez sa mise en forme dans Word (Ctrl+Espace), enregistrez et importez à nouveau le document.`,
  },

  xliff: {
    notXliff: (root) => `Ce n’est pas un fichier XLIFF : il commence par <${root}>.`,
    version: (version) =>
      version === ''
        ? 'Le fichier ne dit pas quelle version de XLIFF il est.'
        : `C’est du XLIFF « ${version} ». Le bureau lit 1.x et 2.x.`,
    noLanguage: (element, attribute) =>
      `<${element}> ne dit pas en quelle langue sont ses textes : il manque ${attribute}.`,
  },

  xliffRules: {
    version: (version) => `Les règles sont celles de XLIFF 2.0 à 2.2, et ceci est du XLIFF « ${version} ».`,
    namespace: 'La racine n’est pas dans un espace de noms de XLIFF 2.',
    unbound: (prefix) => `Le préfixe « ${prefix} » ne désigne aucun espace de noms.`,
    elementUnknown: (element) => `XLIFF n’a pas d’élément <${element}>.`,
    elementMisplaced: (element, parent) => `<${element}> n’a pas sa place ici dans <${parent}>.`,
    elementMissing: (elements, parent) =>
      `Il manque à <${parent}> ${elements.map((element) => `<${element}>`).join(' ou ')}.`,
    textMisplaced: (element) => `Des mots se trouvent dans <${element}>, qui ne contient que des éléments.`,
    modulePlace: (element, parent) => `<${element}> n’a pas sa place dans <${parent}>, ou s’y trouve déjà.`,
    attributeUnknown: (attribute, element) => `<${element}> n’a pas d’attribut ${attribute}.`,
    attributeMissing: (attribute, element) => `Il manque à <${element}> son attribut ${attribute}.`,
    attributeValue: (value, attribute, element) =>
      `« ${value} » n’est pas une valeur de ${attribute} dans <${element}>.`,
    skeleton: 'Un squelette contient quelque chose, ou bien nomme un fichier par href.',
    unitSegment: 'Une unité a au moins un segment.',
    idTwice: (id) => `L’identifiant « ${id} » est déjà pris.`,
    idOfOther: (id) => `L’identifiant « ${id} » est celui d’autre chose dans la source.`,
    targetLanguage: 'Il y a une traduction, et trgLang ne dit pas en quelle langue.',
    textLanguage: (said, wanted) => `Ce texte se dit en « ${said} » et doit être en « ${wanted} ».`,
    whiteSpace: 'Les espaces sont conservées dans la source et ne le sont pas dans la cible.',
    stateTarget: (state) => `Un segment sans cible ne peut être « ${state} ».`,
    subState: 'Un subState demande un state.',
    subType: 'Un subType demande un type.',
    subTypeOf: (subType, type) =>
      type === undefined
        ? `« ${subType} » n’est pas un subType de la norme.`
        : `« ${subType} » est un subType de « ${type} ».`,
    orderTooHigh: (order, parts) =>
      `L’ordre ${number.format(order)} est trop élevé : l’unité a ${number.format(parts)} ${one(parts, 'partie', 'parties')}.`,
    orderTwice: (order) => `Deux parties de l’unité ont l’ordre ${number.format(order)}.`,
    dataReference: (id) => `Aucune donnée d’origine de cette unité n’a l’identifiant « ${id} ».`,
    dataReferencePair: 'dataRefStart et dataRefEnd vont ensemble.',
    copyOfNothing: (id) => `Aucun code de cette unité à copier n’a l’identifiant « ${id} ».`,
    copyOfData: (id) => `Le code « ${id} » a des données d’origine : une copie renvoie à elles, et non au code.`,
    copyNotAllowed: (id) => `Le code « ${id} » ne peut être copié.`,
    endBeforeStart: (id) => `La fin de « ${id} » se trouve avant son début.`,
    startWithoutEnd: (id) => `« ${id} » commence et ne finit pas dans cette unité ; isolated devrait le dire.`,
    endWithoutStart: (id) => `« ${id} » finit et ne commence pas dans cette unité ; isolated devrait le dire.`,
    isolatedPair: 'Les deux bouts sont dans cette unité : aucun n’est isolé.',
    isolatedEnd: 'Une fin dit startRef, ou bien un identifiant et qu’elle est isolée.',
    isolatedDirection: 'Seule une fin isolée a une direction.',
    startEndHints: (attribute, wanted) =>
      `${attribute} doit être « ${wanted} » ici, en raison de ce qu’il est au début.`,
    reorderHints:
      'Ce qui ne peut être déplacé ne peut être ni copié ni supprimé : canCopy et canDelete doivent dire no.',
    reorderFirst: 'Aucun code avec canReorder="firstNo" n’ouvre cette suite.',
    reorderSequence: (ids) => `Les codes ${ids.join(', ')} sont dans un autre ordre que dans la source.`,
    codeRemoved: (id) => `Le code « ${id} » ne peut être supprimé, et il manque.`,
    subFlow: (id) => `Aucune unité de ce fichier n’a l’identifiant « ${id} ».`,
    annotationEnd: (id) => `L’annotation « ${id} » finit ici sans avoir commencé.`,
    annotationStart: (id) => `L’annotation « ${id} » commence et ne finit pas dans cette unité.`,
    commentTwice: 'Un commentaire a une valeur, ou bien renvoie à une note.',
    commentNote: (ref) => `« ${ref} » n’est pas une note de cette unité.`,
    fragment: (ref) => `« ${ref} » n’a pas la forme d’un renvoi.`,
    fragmentTarget: (ref) => `Rien dans cette unité n’est « ${ref} ».`,
    styleOnEnd: 'Une fin qui n’est pas isolée n’a pas de style à elle.',
    subStyle: 'L’attribut subFs demande l’attribut fs.',
    matchReference: 'La correspondance n’est pour aucun texte de cette unité.',
    matchLanguage: 'Une correspondance ne dit pas sa langue.',
    glossaryEntry: 'L’entrée n’a ni traduction ni définition.',
    glossaryReference: 'L’entrée n’est sur aucun texte de cette unité.',
    sizeOnEnd: 'Une fin qui n’est pas isolée n’a pas de taille à elle.',
    sizeData: (id) => `Aucune donnée de taille qui précède n’a l’identifiant « ${id} ».`,
    sizeTwice: 'Une taille est dite sur place ou par renvoi, non les deux.',
    resource: 'Une ressource contient quelque chose, ou bien nomme un fichier par href.',
    validationOne: 'Une règle demande une seule chose.',
    validationOccurs: 'occurs ne va qu’avec isPresent.',
    validationSource: 'existsInSource ne va pas avec isNotPresent.',
  },

  po: {
    stray:
      'Ce n’est ni un mot-clé, ni un commentaire, ni un texte entre guillemets. Dans un texte, un guillemet s’écrit \\".',
    unclosed: 'Un guillemet ouvre un texte ici et rien ne le ferme.',
    noMessage: 'Aucun msgid ne précède ceci.',
    noTranslation: 'Le message qui commence ici n’a pas de msgstr. Une partie du fichier manque peut-être.',
    charset: (name) => `Le fichier se dit en ${name}. Convertissez-le avec msgconv --to-code=UTF-8 et réessayez.`,
  },

  segmentation: {
    notSrx: (root) => `Ce n’est pas un fichier SRX : il commence par <${root}>.`,
    version: (version) =>
      version === ''
        ? 'Le fichier ne dit pas de quelle version de SRX il est.'
        : `C’est du SRX « ${version} ». Le bureau lit 1.0 et 2.0.`,
    missing: (element, attribute) => `Il manque ${attribute} à <${element}>.`,
    unknownValue: (attribute, value, values) =>
      `« ${value} » n’est pas une valeur de « ${attribute} » ; il faut l’une de : ${values.join(', ')}.`,
    noMaps: 'Le fichier ne dit pas à quelle langue s’appliquent ses règles : il n’a pas de <languagemap>.',
    noRulesFor: (language) =>
      `Ces règles n’ont rien pour la langue « ${language} » : aucune abréviation ne peut y être ajoutée.`,
    unknownRules: (name) => `Aucunes règles ne s’appellent « ${name} ».`,
    inExpression: (pattern, problem) => `Dans l’expression « ${pattern} » : ${problem}`,
    unfinished: 'Elle se termine par une barre oblique inverse.',
    unclosed: (sign) => `« ${sign} » s’ouvre ici et rien ne le ferme.`,
    unopened: 'Une « ) » ferme ce que rien n’a ouvert.',
    nothingToRepeat: 'Une répétition n’a rien à répéter, ou il y manque les nombres. L’accolade elle-même s’écrit \\{.',
    range: 'Un intervalle se termine avant de commencer.',
    unsupported: (construct) => `Le bureau ne sait pas ce que signifie « ${construct} ».`,
    unknownClass: (name) => `Le bureau ne connaît pas de caractères appelés « ${name} ».`,
    tooLarge: 'Elle est trop grande : elle répète ou emboîte trop.',
    costly:
      'Les règles de segmentation parcourent ce texte trop souvent. Une règle qui regarde tout un texte coûte trop cher.',
  },

  glossary: {
    missingColumns: (columns) =>
      `il manque à l’en-tête ${one(columns.length, 'la colonne', 'les colonnes')} ${columns.join(', ')}.`,
    columnTwice: (column) => `la colonne « ${column} » figure deux fois dans l’en-tête.`,
    tooManyCells: (columns) => `il y a plus de cellules que les ${number.format(columns)} colonnes de l’en-tête.`,
    emptyCell: (column) => `la cellule « ${column} » est vide.`,
    noLanguage: (tag) => `« ${tag} » n’est pas une étiquette de langue telle que « fr » ou « en-GB ».`,
    unknownLanguage: (tag) => `« ${tag} » n’est pas une langue connue ici.`,
    noSuchValue: (column, value, values) =>
      `« ${value} » n’est pas une valeur de « ${column} » ; valeurs possibles : ${values.join(', ')}.`,
    invisible: 'Ce terme n’a ni lettre ni signe visible.',
    tooLong: (length, most) =>
      `${number.format(length)} caractères ne font pas un terme ; on en lit au plus ${number.format(most)}.`,
    noDay: (column, value) => `« ${value} » n’est pas une date pour « ${column} » ; écrivez-la comme 2024-05-31.`,
    noCondition: (column, value) =>
      `« ${value} » n’est pas une condition pour « ${column} » ; écrivez « after … », « before … », « near … », « capital », « lowercase », « determiner » ou « no determiner ».`,
    brokenCsv: 'ce n’est pas du CSV valide ; un guillemet n’est peut-être pas fermé.',
    rowTooLong: (most) =>
      `plus de ${number.format(most)} caractères ne font pas une ligne ; un guillemet n’est peut-être pas fermé.`,
    saidTwice: (column, kept, other) => `« ${column} » est déjà « ${kept} » ; « ${other} » est laissé de côté.`,
    noTerm: (concept, language) => `« ${concept} » n’a pas de terme privilégié ni admis en ${language}.`,
    twoPreferred: (concept, language, terms) =>
      `« ${concept} » a plus d’un terme privilégié en ${language} : ${named(terms)}.`,
    termTwice: (concept, term) => `« ${concept} » comporte plus d’une fois le terme « ${term} ».`,
    allowedAndNot: (concept, term) => `« ${concept} » admet et rejette à la fois « ${term} ».`,
    idleVariant: (concept, variant) => `« ${concept} » : la variante « ${variant} » est le terme lui-même.`,
    circularVariants: (term, concept, other, otherConcept) =>
      `« ${term} » (${concept}) et « ${other} » (${otherConcept}) sont chacun donnés comme variante de l’autre ; gardez-en un.`,
    neverValid: (concept, from, until) => `« ${concept} » : ce qui commence le ${from} ne peut finir le ${until}.`,
    noIntroduction: (concept, language) =>
      `« ${concept} » demande sa forme développée à la première mention, mais n’a pas de forme développée ou pas d’abréviation en ${language}.`,
    sharedTerm: (term, concepts) => `« ${term} » est un terme à la fois de ${named(concepts)}.`,
    forbiddenElsewhere: (term, forbidding, allowing) =>
      `« ${term} » est proscrit par ${named(forbidding)} et admis par ${named(allowing)}.`,
    noDefinition: (concept) => `« ${concept} » n’a ni définition ni note.`,
  },

  tbx: {
    notTbx: (root) => `Ce n’est pas un fichier TBX : il commence par <${root}>.`,
    noId: (id) => `ce concept n’a pas d’identifiant ; il est appelé « ${id} » ici.`,
    idTwice: (id) => `« ${id} » est l’identifiant d’un concept précédent.`,
    noTerms: 'ce concept n’a pas de terme.',
    emptyTerm: 'ce terme est vide ; il est laissé de côté.',
    unknownCategory: (category) =>
      `il n’y a pas de place pour « ${category} » ; c’est laissé de côté, ici et plus bas.`,
    misplaced: (column) => `« ${column} » relève d’un terme et figure hors de tout terme ; c’est laissé de côté.`,
    unknownValue: (category, value, instead) =>
      instead === undefined
        ? `« ${value} » n’est pas une valeur connue ici de « ${category} » ; c’est laissé de côté, ici et plus bas.`
        : `« ${value} » n’est pas une valeur connue ici de « ${category} » ; cela compte comme « ${instead} », ici et plus bas.`,
    brokenExtra:
      'les colonnes d’un autre programme sont illisibles dans cette note, ou l’une porte le nom d’une des nôtres.',
    onlyHere: (column, count) =>
      `« ${column} » (${number.format(count)}) : seul ce bureau le comprend ; les autres programmes y voient une note.`,
    statusUnread: (count) =>
      `Termes proscrits ou dépassés (${number.format(count)}) : OmegaT les propose comme les autres, et Weblate proscrit tous les termes d’un concept qui en a un de proscrit.`,
    cut: (count) =>
      `Termes avec un | dans une variante ou une condition (${number.format(count)}) : elle revient coupée en deux à cet endroit.`,
    replaced: (count) =>
      `Textes avec des caractères que XML ne peut pas contenir (${number.format(count)}) : ils reviennent avec « \uFFFD » à la place.`,
    withoutTerms: (count) =>
      `Concepts sans terme (${number.format(count)}) : TBX n’a pas de place pour eux, et ils sont laissés de côté.`,
  },

  table: {
    noTermColumn: 'aucune colonne ne contient de termes.',
    noTermsIn: (column, of) =>
      `la colonne ${number.format(column)} porte sur la colonne ${number.format(of)}, qui ne contient pas de termes.`,
    noColumn: (language) => `aucune colonne ne contient de termes en ${language}.`,
    unknownHeading: (heading) =>
      `« ${heading} » n’est ni une langue connue ici, ni rien qui se dise d’un terme ; sa colonne est laissée de côté.`,
    unnamedColumn: (column) => `la colonne ${number.format(column)} n’a pas de nom ; elle est laissée de côté.`,
    unusedHeading: (heading) => `la colonne « ${heading} » est laissée de côté.`,
    noHeadings: (source, target) =>
      `aucune colonne n’est nommée ici ; des termes en ${source} et en ${target} sont lus à partir de cette ligne.`,
    tooManyColumns: (most) => `il y a plus de ${number.format(most)} colonnes.`,
    tooManyCells: (columns) =>
      `il y a plus de cellules que ${one(columns, 'l’unique colonne', `les ${number.format(columns)} colonnes`)} du tableau.`,
    noTerm: 'il n’y a pas de terme dans cette ligne.',
    neitherYesNorNo: (value) => `« ${value} » ne veut dire ni oui ni non.`,
    forbidsNothing: (language) => `cette ligne ne proscrit rien : elle n’a de termes qu’en ${language}.`,
    sameRow: (line) => `cette ligne dit la même chose que la ligne ${number.format(line)} ; elle est laissée de côté.`,
  },

  checks: {
    tags: {
      title: 'Balises du document',
      missing: (numbers) =>
        `Il manque ${one(numbers.length, 'une balise', 'des balises')} de la source : ${numbers.join(', ')}.`,
      broken: (numbers) =>
        `${one(numbers.length, 'Une balise n’est pas ouverte et fermée', 'Des balises ne sont pas ouvertes et fermées')} à son tour : ${numbers.join(', ')}.`,
    },
    glossaryMissing: {
      title: 'Glossaire : terme manquant',
      expected: (expected, source) =>
        `Glossaire : ${expected.map((term) => `« ${term} »`).join(' ou ')} est attendu pour « ${source} ».`,
    },
    glossaryFirstMention: {
      title: 'Glossaire : forme développée à la première mention',
      inFull: (expected) => `Glossaire : « ${expected} » est attendu à la première mention.`,
    },
    glossaryForbidden: {
      title: 'Glossaire : terme proscrit',
      instead: (term, expected) =>
        expected === undefined
          ? `Glossaire : « ${term} » est proscrit.`
          : `Glossaire : « ${term} » est proscrit ; écrire « ${expected} ».`,
    },
    glossarySuperseded: {
      title: 'Glossaire : terme abandonné',
      instead: (term, expected) =>
        expected === undefined
          ? `Glossaire : « ${term} » est abandonné.`
          : `Glossaire : « ${term} » est abandonné ; écrire « ${expected} ».`,
    },
    glossaryCount: {
      title: 'Glossaire : terme rendu moins souvent qu’il ne figure',
      fewer: (expected, source) =>
        `Glossaire : « ${source} » figure plus souvent que « ${expected} » ou un équivalent dans la traduction.`,
    },
  },

  people: {
    signIn: 'Se connecter',
    email: 'Adresse électronique',
    password: 'Mot de passe',
    name: 'Nom',
    refused: 'Cette adresse et ce mot de passe ne vont pas ensemble.',
    tooMany: (seconds) =>
      `Trop d’essais depuis votre adresse. Attendez ${number.format(seconds)} ${one(seconds, 'seconde', 'secondes')} et réessayez.`,
    signInFirst: 'Votre session a pris fin, et rien n’a été fait. Votre texte est toujours là.',
    signInElsewhere: 'Se connecter (nouvel onglet), puis réessayer',

    firstAdministrator: 'Personne n’administre encore ce bureau. Ce sera vous : c’est vous qui ajoutez les autres.',
    welcome: 'Bienvenue',
    choosePassword: (min, max) =>
      `Choisissez un mot de passe de ${number.format(min)} à ${number.format(max)} caractères. Quelques mots en font un bon.`,
    begin: 'Choisir ce mot de passe et se connecter',
    linkGone:
      'Ce lien a déjà servi ou a expiré. S’il vous a servi à choisir un mot de passe, connectez-vous ; sinon, demandez-en un autre à un administrateur.',
    badEmail: 'Ce n’est pas une adresse électronique.',
    badName: 'Donnez un nom, de 200 caractères au plus.',
    badPassword: (min, max) => `Un mot de passe compte de ${number.format(min)} à ${number.format(max)} caractères.`,

    title: 'Personnes',
    roles: 'Rôles',
    wholeDesk: 'tous les projets',
    everyProject: 'Tous les projets',
    noRole: 'aucun',
    cannotSignIn: 'n’a pas encore de mot de passe',
    remove: 'Retirer',
    removeRole: (role, where, name) => `Retirer : ${name}, ${role}, ${where}`,
    newLink: 'Nouveau lien',
    newLinkFor: (name) => `Nouveau lien pour ${name}`,
    add: 'Ajouter une personne',
    role: 'Rôle',
    where: 'Où',
    added: (name) => `${name} a désormais ce rôle.`,
    had: (name) => `${name} a déjà ce rôle.`,
    repeated: 'C’était déjà fait. Si vous n’avez pas copié le lien, demandez-en un nouveau.',
    link: (name) => `Envoyez ce lien à ${name} :`,
    linkOnce: (hours) =>
      `Il n’est montré que maintenant, sert une seule fois pendant ${number.format(hours)} ${one(hours, 'heure', 'heures')}, et permet de choisir un mot de passe.`,
    linkShown: 'Ce lien a déjà été créé et montré. Demandez-en un nouveau si vous ne l’avez pas copié.',
    unknownRole: (role) => `« ${role} » n’est pas un rôle.`,
    unknownProject: 'Ce projet n’existe pas.',
    lastAdministrator: 'Personne d’autre ne peut se connecter et administrer. Nommez d’abord un autre administrateur.',
  },

  waivers: {
    title: 'Dérogations',
    ask: 'Demander une dérogation…',
    waive: 'Déroger…',
    term: 'Quel terme',
    granted: 'Dérogation accordée :',
    why: 'Pourquoi n’a-t-il pas à être rendu ?',
    codes: {
      pronoun: 'L’anglais le dit par un pronom, ou l’omet',
      quotation: 'C’est un titre ou une citation',
      sense: 'Il a ici un autre sens',
      client: 'Le client le veut ainsi',
      other: 'Une autre raison',
    },
    reason: 'En quelques mots',
    makeRule: 'En faire une règle…',
    send: 'Demander',
    grantNow: 'Accorder',
    asked: (name) => `${name} demande une dérogation :`,
    grant: 'Accorder',
    refuseWhy: 'Refuser…',
    refuse: 'Refuser',
    answer: 'Pourquoi pas ?',
    refused: (answer) => `Une dérogation a été refusée : ${answer}`,
    pending: 'Un réviseur décide.',
    noLonger: 'La dérogation a pris fin :',
    ended: {
      text: 'Le texte a changé depuis.',
      concept: 'Le concept a changé depuis.',
    },
    reasonMissing: 'Dites en quelques mots pourquoi il n’a pas à être rendu.',
    answerMissing: 'Dites en quelques mots pourquoi pas.',
    nothingToWaive: 'Il n’y a rien à excepter : le terme est rendu, ou ne figure pas là.',
    askedAlready: 'Une dérogation a déjà été demandée pour cela.',
    decidedAlready: 'Quelqu’un en a déjà décidé.',
    ownWork: 'Vous avez écrit ce texte vous-même : quelqu’un d’autre doit y accorder une dérogation.',
  },

  termbase: {
    title: 'Glossaire',
    fileName: 'glossaire',
    concepts: (count) => `${number.format(count)} ${one(count, 'concept', 'concepts')}`,
    formats: { csv: 'CSV', tbx: 'TBX 3', 'tbx-v2': 'TBX 2 (OmegaT, Weblate)' },
    search: 'Chercher dans les termes, définitions et notes',
    find: 'Chercher',
    subject: 'Domaine',
    anySubject: 'Tous les domaines',
    status: 'Statut',
    anyStatus: 'Tous les statuts',
    ruled: 'avec des règles',
    oftenWaived: 'souvent dispensés',
    nothing: 'Aucun concept ne correspond.',
    pages: 'Pages',
    before: 'Précédents',
    after: 'Suivants',
    shown: (first, last, all) => `${number.format(first)}–${number.format(last)} sur ${number.format(all)}`,
    judging: (count) =>
      `Le glossaire a changé : ${number.format(count)} ${one(count, 'texte reste', 'textes restent')} à juger. Le travail peut continuer.`,
    findings: 'Anomalies',
    noFindings: 'Rien dans le glossaire ne se contredit.',
    look: 'Voir',
    newConcept: 'Nouveau concept',
    newTerm: 'Nouveau terme',
    statuses: { preferred: 'privilégié', admitted: 'admis', superseded: 'vieilli', forbidden: 'proscrit' },
    matches: { inflected: 'toute forme', exact: 'tel quel' },
    columns: {
      lang: 'Langue',
      term: 'Terme',
      status: 'Statut',
      match: 'Reconnu sous',
      part_of_speech: 'Catégorie',
      term_type: 'Nature',
      gender: 'Genre',
      number: 'Nombre',
      variants: 'Autres formes, séparées par |',
      applies_when: 'Vaut si (after …, before …, near …, capital, determiner ; séparés par |)',
      not_when: 'Ne vaut pas si',
      valid_from: 'Vaut à partir du',
      valid_until: 'Vaut jusqu’au',
      note: 'Note',
      source: 'Référence',
      context: 'Contexte',
      subject: 'Domaine',
      definition: 'Définition',
      first_mention: 'À la première mention',
      every_occurrence: 'Un rendu par occurrence',
      concept_valid_from: 'Le concept vaut à partir du',
      concept_valid_until: 'Le concept vaut jusqu’au',
    },
    values: {
      full: 'forme développée et abréviation',
      yes: 'oui',
      noun: 'nom',
      verb: 'verbe',
      adjective: 'adjectif',
      adverb: 'adverbe',
      other: 'autre',
      fullForm: 'forme développée',
      acronym: 'acronyme',
      abbreviation: 'abréviation',
      shortForm: 'forme courte',
      variant: 'variante',
      phrase: 'locution',
    },
    more: (count) => (count === 0 ? 'Plus' : `Plus (${number.format(count)})`),
    ruleAdded: (term, condition) =>
      `À « ${term} », ce formulaire ajoute « pas quand ${condition} », à cause d’une dérogation dans cette phrase :`,
    reason: 'Pourquoi ce changement',
    preview: 'Voir ce que cela changerait',
    retire: 'Retirer ce concept…',
    inTerm: (term, problem) => `« ${term} » : ${problem}`,
    noTerms: 'Un concept demande un terme.',
    overtaken:
      'Quelqu’un vient de changer ce concept. Son historique dit ce qu’il est maintenant ; ce que vous avez saisi est encore dans le formulaire.',
    nothingChanged: 'Rien n’y est différent.',
    revision: (number) => `Révision ${number}`,
    restore: 'Revenir à celle-ci…',
    said: (label, value) => `${label} : ${value}`,
    changeOf: (term) => `Changement de « ${term} »`,
    wouldRetire: 'Le concept serait retiré : rien ne demanderait plus ses termes, ni ne les proscrirait.',
    wouldTurn: (judged, breaks, mends) =>
      `${number.format(judged)} ${one(judged, 'texte peut en parler', 'textes peuvent en parler')}. ${number.format(breaks)} ne respecteraient plus le glossaire, ${number.format(mends)} le respecteraient de nouveau.`,
    breaks: (count) => `Ne respecteraient plus le glossaire (${number.format(count)})`,
    mends: (count) => `Le respecteraient de nouveau (${number.format(count)})`,
    andMore: (count) => `Et ${number.format(count)} de plus.`,
    apply: 'Mettre en vigueur',
    applyAll: (count) =>
      `Mettre en vigueur et prendre ${one(count, 'le texte proposé', `les ${number.format(count)} textes proposés`)}`,
    applyEvery: (most) =>
      `Mettre en vigueur et prendre chaque texte proposé, aussi pour ceux qui ne sont pas montrés (${number.format(most)} au plus)`,
    take: 'Prendre',
    rewritten: (count) =>
      count === 0
        ? 'C’est en vigueur. Aucun texte n’a été réécrit : quelqu’un est passé avant.'
        : `C’est en vigueur. ${number.format(count)} ${one(count, 'texte a été réécrit', 'textes ont été réécrits')} ; ce qui était approuvé ou remis attend de nouveau la relecture.`,
    goOnEditing: 'Continuer la saisie',
    leave: 'Laisser tel quel',
    usage: 'Emploi',
    unused: 'Il ne figure dans aucun texte traduit.',
    share: (count, share) => `${number.format(count)} (${percent.format(share)})`,
    withTheDesk: 'livré avec l’outil',
    retired: 'Retiré.',
  },

  proposals: {
    title: 'Propositions',
    none: 'Personne n’a proposé de terme.',
    propose: 'Proposer un terme…',
    send: 'Proposer',
    nothing: 'Dites quel terme vous proposez.',
    sent: (term) => `« ${term} » est proposé.`,
    addTo: (title: string) => `Ajouter à « ${title} »…`,
    choose: 'Ajouter à un autre concept…',
    chooseFor: (term: string) => `De quel concept « ${term} » est-il un terme ? Ouvrez-le pour y ajouter les mots.`,
    accept: 'Accepter comme nouveau concept…',
    accepted: (name, asProposed) =>
      asProposed ? `Acceptée par ${name} telle quelle :` : `Acceptée par ${name}, modifiée :`,
    acceptedOnce: (name) => `Acceptée par ${name}. Le concept n’est plus dans le glossaire.`,
    answer: (name) => `Un mot pour ${name}`,
    known: (title, rendering) => `Le glossaire l’a déjà : « ${title} » y est rendu par « ${rendering} ».`,
    open: (term, name) => `« ${term} » a déjà été proposé par ${name} et attend une réponse.`,
    refused: (name, answer) => `Refusée par ${name} : ${answer}`,
    decided: 'Quelqu’un en a déjà décidé.',
    reason: (name) => `Proposé par ${name}.`,
  },

  retired: {
    title: 'Retirés',
    none: 'Aucun concept n’a été retiré.',
  },

  candidates: {
    title: 'Candidats',
    what: 'Noms et expressions que les documents d’un projet emploient plus d’une fois et que le glossaire n’a pas, les plus probables d’abord.',
    project: 'Projet',
    look: 'Chercher',
    none: 'Rien ne revient plus d’une fois que le glossaire n’ait pas.',
    stands: (occurrences, segments) =>
      `${number.format(occurrences)} fois dans ${number.format(segments)} ${one(segments, 'segment', 'segments')}`,
  },

  imports: {
    title: 'Importer un glossaire',
    link: 'Importer…',
    of: (name) => `Importer « ${name} »`,
    what: 'TBX de toute version, le CSV de l’atelier, ou un tableau d’un autre outil. Vous voyez ce qui changerait avant que rien ne soit pris.',
    file: 'Fichier',
    look: 'Examiner',
    noFile: 'Il n’y a pas de fichier à examiner.',
    tooLarge: (bytes) => `Le fichier est trop grand : ${number.format(bytes / 1024 / 1024)} Mo au plus.`,
    another: 'Un autre fichier',
    overtaken: 'Le glossaire a changé depuis que vous l’avez regardé. Examinez le fichier de nouveau.',
    reason: (name) => `Importé de ${name}.`,
    would: (added, changed, same) =>
      `${number.format(added)} ${one(added, 'concept serait nouveau', 'concepts seraient nouveaux')}, ${number.format(changed)} ${one(changed, 'changerait', 'changeraient')}, ${number.format(same)} ${one(same, 'est déjà là tel quel', 'sont déjà là tels quels')}.`,
    refused: (errors) =>
      `Rien ne peut être pris de ce fichier tant qu’il s’y trouve ${number.format(errors)} ${one(errors, 'faute', 'fautes')}.`,
    added: (count) => `Nouveaux (${number.format(count)})`,
    changed: (count) => `Changés (${number.format(count)})`,
    calledInFile: (id) => `(dans le fichier : ${id})`,
    columns: 'Colonnes',
    columnsHint: 'Ce pour quoi chaque colonne a été prise. Corrigez là où c’est autre chose.',
    header: 'La première ligne nomme les colonnes',
    column: (at) => `Colonne ${number.format(at)}`,
    readSo: 'Lire ainsi',
    terms: (language, split) =>
      split === undefined ? `termes : ${language}` : `termes : ${language}, plusieurs séparés par ${split}`,
    ofColumn: (kind, at) => `${kind} de la colonne ${number.format(at)}`,
    kinds: {
      ignore: 'rien, à laisser',
      language: 'langue',
      note: 'note',
      context: 'contexte',
      source: 'source',
      'part of speech': 'catégorie grammaticale',
      gender: 'genre',
      status: 'statut',
      forbidden: 'interdit : oui ou non',
      'case sensitive': 'sensible à la casse : oui ou non',
      abbreviation: 'abréviation : oui ou non',
      'term info': 'term info (memoQ)',
      'concept id': 'identifiant du concept',
      definition: 'définition',
      subject: 'domaine',
      'do not translate': 'ne pas traduire : oui ou non',
      translatable: 'traduisible : oui ou non',
    },
  },

  memories: {
    title: 'Mémoire',
    of: (project) => `Mémoire de « ${project} »`,
    what: (pair) => `Des traductions faites ailleurs, gardées pour resservir : unités de fichiers bilingues, ${pair}.`,
    none: 'Rien n’est encore gardé ici.',
    name: 'Fichier',
    size: 'Unités',
    when: 'Arrivée',
    who: 'Apportée par',
    command: 'la commande',
    passedOver: (count) =>
      `(${number.format(count)} dans d’autres langues, ${one(count, 'laissée', 'laissées')} de côté)`,
    came: (name, units, passedOver) =>
      `« ${name} » est dans la mémoire : ${number.format(units)} ${one(units, 'unité', 'unités')}${passedOver === 0 ? '' : ` ; ${number.format(passedOver)} dans d’autres langues, ${one(passedOver, 'laissée', 'laissées')} de côté`}.`,
    exportNamed: (name) => `Exporter « ${name} »`,
    remove: 'Retirer…',
    removeNamed: (name) => `Retirer « ${name} »…`,
    removeHelp: (units) =>
      `${number.format(units)} ${one(units, 'unité disparaîtra', 'unités disparaîtront')} pour tout le monde. Seul le fichier permet de revenir en arrière.`,
    removeNow: 'Retirer',
    callOff: 'Annuler',
    callOffNamed: (name) => `Annuler l’import de « ${name} »`,
    bring: 'Apporter un fichier bilingue',
    choose: (endings) => `Déposez un fichier ici, ou choisissez-le (${endings.join(', ')})`,
    stay: 'Un grand fichier met un moment. Laissez cette page ouverte jusqu’à son arrivée ; personne n’en voit une partie avant.',
    noFile: 'Il n’y a pas de fichier dans ce formulaire.',
    tooLarge: (bytes) => `Le fichier est trop grand : ${number.format(bytes / 1024 ** 3)} Go au plus.`,
    cutShort: 'Le fichier a été coupé en chemin. Rien n’en est gardé.',
    comingAlready: 'Ce fichier est déjà en train d’arriver.',
    cancelled: 'L’import a été annulé. Rien n’en est gardé.',
    arrived: 'Elle vient d’arriver. Si elle n’est pas voulue, retirez-la.',
    gone: 'Quelqu’un vient de retirer cette mémoire.',
    nothing: (name, source, target) =>
      `« ${name} » n’a aucune unité en ${source} et ${target} : il n’y a rien à garder.`,
    progress: (name, share, units, secondsLeft) => {
      const sofar = `${name} : ${share === undefined ? '' : `${percent.format(share)}, `}${number.format(units)} ${one(units, 'unité', 'unités')}`
      return secondsLeft === undefined ? sofar : `${sofar}, ${left(secondsLeft)}`
    },
    notYours: 'Une mémoire est retirée par qui l’a apportée, ou par un administrateur.',
  },

  report: {
    title: (document) => `Rapport sur ${document}`,
    link: 'Rapport',
    waivers: (count) => `${number.format(count)} ${one(count, 'dérogation', 'dérogations')}`,
    none: 'Chaque terme est rendu, ou reste à rendre.',
    segment: 'Segment',
    text: 'Texte',
    why: 'Pourquoi',
    who: 'Qui',
    pending: (count) => `${number.format(count)} ${one(count, 'dérogation', 'dérogations')} à décider`,
    refused: (count) => `${number.format(count)} ${one(count, 'dérogation refusée', 'dérogations refusées')}`,
    answer: 'Réponse :',
    asked: (asked) => `demandée par ${asked}`,
    askedAndGranted: (asked, granted) => `demandée par ${asked}, accordée par ${granted}`,
    askedAndRefused: (asked, refused) => `demandée par ${asked}, refusée par ${refused}`,
  },

  stale: {
    title: 'Périmés',
    none: 'Tout ce qui est approuvé respecte le glossaire.',
    count: (count) =>
      `${number.format(count)} ${one(count, 'segment approuvé que le glossaire ne justifie plus', 'segments approuvés que le glossaire ne justifie plus')}. À rouvrir, corriger et faire approuver de nouveau.`,
  },

  command: {
    imported: (name, segments) => `${name} : ${number.format(segments)} ${one(segments, 'segment', 'segments')}.`,
    noProject: (name) => `Il n’y a pas de projet « ${name} ».`,
    noDocument: (id) => `Il n’y a pas de document ${id}.`,
    noMemory: (said) => `Il n’y a pas de mémoire « ${said} ».`,
    severalMemories: (name, ids) =>
      `Plusieurs mémoires s’appellent « ${name} ». Dites laquelle par son identifiant : ${ids.join(', ')}.`,
    remembered: (name, units, passedOver) =>
      passedOver === 0
        ? `${name} : ${number.format(units)} ${one(units, 'unité', 'unités')} dans la mémoire.`
        : `${name} : ${number.format(units)} ${one(units, 'unité', 'unités')} dans la mémoire ; ${number.format(passedOver)} dans d’autres langues ${one(passedOver, 'est laissée', 'sont laissées')} de côté.`,
    whichDocument: 'Un document achevé est un seul document : dites lequel avec --document ID.',
    whatToExport: 'Dites quoi exporter : --project NOM, --document ID ou --memory ID.',
    checked: (units, errors, warnings) =>
      `${number.format(units)} ${one(units, 'unité', 'unités')} : ${number.format(errors)} ${one(errors, 'erreur', 'erreurs')}, ${number.format(warnings)} ${one(warnings, 'avertissement', 'avertissements')}.`,
    validated: (files, findings) =>
      `${number.format(files)} ${one(files, 'fichier', 'fichiers')} : ${number.format(findings)} ${one(findings, 'constat', 'constats')}.`,
    linted: (errors, warnings) =>
      `Constats sur le glossaire : ${number.format(errors)} ${one(errors, 'erreur', 'erreurs')}, ${number.format(warnings)} ${one(warnings, 'avertissement', 'avertissements')}.`,
    termRule: 'Un terme du glossaire se trouve ici',
    term: (text, term, concept) => `« ${text} » est « ${term} » de ${concept}.`,
    readAs: (name, columns) => `${name} est lu comme un tableau : ${columns.join(', ')}.`,
    glossaryRefused: (name, errors) =>
      `${name} n’est pas pris : il contient ${number.format(errors)} ${one(errors, 'erreur', 'erreurs')}.`,
    curatedGlossary: 'Le glossaire fourni',
    deskGlossary: 'Le glossaire du bureau',
    noDeskGlossary: 'Ce bureau n’a pas encore de glossaire : il en reçoit un quand il est servi pour la première fois.',
    nothingInGlossary: (name, source, target) =>
      `${name} ne dit rien de ${source} et ${target} : rien ne pourrait être trouvé.`,
    inputFormat: (formats) => `Dites avec --input-format ce qui arrive par l’entrée standard : ${formats.join(', ')}.`,
    passedOver: (units, source, target, languages) =>
      `${number.format(units)} ${one(units, 'unité est laissée', 'unités sont laissées')} de côté, pas en ${source} et ${target} mais en ${languages.join(', ')}.`,
    lost: (units, first, format, fields) =>
      `${number.format(units)} ${one(units, 'unité a', 'unités ont')} des caractères que ${format} ne peut pas porter ; � les remplace, dans ${fields.join(', ')}. La première est ${first}.`,
    converted: (name, units) => `${name} : ${number.format(units)} ${one(units, 'unité', 'unités')}.`,
    nothingToConvert: (source, target) => `rien n’est converti : aucune unité n’est en ${source} et ${target}.`,
    notWritten: (name, endings) =>
      `« ${name} » ne nomme aucun format qui s’écrive ici : dites-en un avec --format, ou par la terminaison, ${endings.join(', ')}.`,
    otherFormat: (name, named, format) => `« ${name} » est le nom d’un fichier en ${named}, et --format dit ${format}.`,
    notTranslated: (units) =>
      `${number.format(units)} ${one(units, 'unité n’a', 'unités n’ont')} pas encore de traduction et ne ${one(units, 'sera', 'seront')} pas vérifiée${units > 1 ? 's' : ''}.`,
    nothingToCheck: (source, target) =>
      `rien n’est vérifié : aucune unité n’a de traduction entre ${source} et ${target}.`,
    nothingToRead: (language) => `rien n’est regardé : aucun texte n’est en ${language}.`,
    glossaryTaken: (name, added, changed, same) =>
      `${name} : ${number.format(added)} ${one(added, 'concept ajouté', 'concepts ajoutés')}, ${number.format(changed)} ${one(changed, 'modifié', 'modifiés')}, ${number.format(same)} déjà là.`,
    added: (email, role) => `${email} est maintenant ${role}.`,
    hasRole: (email, role) => `${email} est déjà ${role}.`,
  },

  documents: {
    title: 'Documents',
    none: 'Vous n’avez pas encore de projet. Un administrateur peut vous y donner un rôle.',
    pair: (source, target) => `${source} → ${target}`,
    blocked: (count) => `${number.format(count)} ${one(count, 'bloqué', 'bloqués')} par le glossaire`,
    stale: (count) => `${number.format(count)} à revoir`,
    asked: (count) => `${number.format(count)} avec dérogation à décider`,
    import: 'Importer',
    project: 'Projet',
    date: 'Date',
    dateHelp: 'Un terme peut valoir à partir d’un jour ou jusqu’à un jour : le texte est jugé selon sa propre date.',
    setDate: 'Changer la date',
    choose: 'Déposez des fichiers ici, ou choisissez-les',
    paste: 'Coller un texte',
    name: 'Nom',
    namePlaceholder: 'article.txt',
    imported: (name) => `« ${name} » est importé.`,
    inFile: (name, problem) => `« ${name} » : ${problem}`,
    projectName: 'Intitulé',
    newProject: 'Nouveau projet',
    from: 'De (code de langue)',
    into: 'Vers (code de langue)',
    begin: 'Commencer',
    untitled: 'sans titre',
    text: 'Texte',
  },

  cutting: {
    title: (project) => `Réglages de ${project}`,
    link: 'Réglages',
    fromNowOn: 'Ils valent pour les documents importés à partir de maintenant. Ceux qui sont là restent tels quels.',
    kept: 'Enregistré.',
    segmentation: 'Travailler par',
    segmentations: { sentence: 'Phrases', paragraph: 'Paragraphes' },
    ends: 'Où finissent les phrases',
    ours: 'Les règles du bureau s’appliquent.',
    own: 'Ce projet a ses propres règles, qui ne changent pas quand celles du bureau s’améliorent.',
    download: 'Télécharger les règles en vigueur',
    abbreviations: 'Abréviations qui ne finissent pas de phrase',
    abbreviationsHelp: 'Une par ligne, avec ses majuscules : « env. », « M.O.A. », « p. ex. ».',
    rules: 'Les règles elles-mêmes (SRX)',
    file: 'Dans un fichier',
    text: 'Ou ici',
    rulesHelp: 'Un fichier remplace le texte. Si rien n’est indiqué, les règles du bureau s’appliquent.',
    tooLarge: (characters) => `Ces règles sont trop grandes : ${number.format(characters / 1_048_576)} Mo au plus.`,
    look: 'Voir avant d’enregistrer',
    document: 'Dans ce document',
    nothingToLookAt: 'Choisissez un document ou collez un texte.',
    preview: 'Voir ce qui changerait',
    changed: (changed, paragraphs) =>
      `${number.format(changed)} ${one(changed, 'paragraphe serait découpé', 'paragraphes seraient découpés')} autrement, sur ${number.format(paragraphs)}.`,
    paragraph: (paragraph) => `Paragraphe ${number.format(paragraph)}`,
    now: 'Maintenant',
    after: 'Ensuite',
    seam: '(segment suivant)',
    seamHere: '(segment suivant, ici seulement)',
    keep: 'Enregistrer',
  },

  encodings: {
    title: 'Lecture du fichier',
    asked: (files) =>
      one(
        files,
        'Ce fichier n’est pas en UTF-8. Si le mot affiché est juste, il peut être importé tel quel.',
        'Ces fichiers ne sont pas en UTF-8. Ceux dont le mot affiché est juste peuvent être importés tels quels.',
      ),
    otherwise: 'Si un mot est faux, enregistrez le fichier en UTF-8 et choisissez-le de nouveau.',
    names: { 'windows-1252': 'Windows-1252' },
    importAs: (encoding) => `Importer en ${encoding}`,
  },

  exports: {
    what: 'Fichier',
    finished: (format, ending) => `Document traduit – ${format} (${ending})`,
    leftInSource: 'Ce qui est laissé de côté y reste dans la langue source.',
    leftAsItWas: 'Ce qui est laissé de côté y reste tel quel.',
    which: 'Textes',
    states: { approved: 'Seulement ce qui est approuvé', all: 'Tout, brouillons compris' },
    download: 'Télécharger',
    lossTitle: 'Tout ne peut pas y tenir',
    losses: (count, format) =>
      `${number.format(count)} ${one(count, 'texte contient', 'textes contiennent')} des caractères de commande qu’un fichier de ce format ne peut pas porter (${format}). À leur place, il y aurait le signe \uFFFD.`,
    lossAt: (document, position) => `${document}, segment ${number.format(position)}`,
    moreLosses: (count) => `et ${number.format(count)} de plus`,
    lossyDownload: 'Télécharger quand même',
  },

  sample: {
    project: 'Bureau du Caucase du Sud',
    account: (role) => `Exemple de ${role}`,
  },

  roles: {
    translator: 'traducteur',
    reviewer: 'réviseur',
    terminologist: 'terminologue',
    exporter: 'exportateur',
    administrator: 'administrateur',
  },

  desk: {
    segments: (count) => `${number.format(count)} ${one(count, 'segment', 'segments')}`,

    overtaken: 'Ce segment vient d’être modifié par quelqu’un. Voyez ce qui s’y trouve maintenant.',
    doneBefore: 'Ce formulaire a déjà été envoyé, avec autre chose. Rechargez la page.',
    sameFile: 'Ce fichier s’y trouve déjà.',
    isApproved: 'Ce segment est approuvé. Rouvrez-le pour le modifier.',
    nothingWritten: 'Rien n’est encore écrit.',
    notHandedOver: 'Ce segment n’a pas été remis à la révision.',
    glossaryChanged: 'Le glossaire a changé. Rechargez la page pour voir ce qu’il dit maintenant.',
    unbalanced: 'Le glossaire n’est pas encore respecté : un terme manque, ou un terme interdit s’y trouve.',
    note: 'Note :',
    insertTag: (number) => `Insérer la balise ${number}`,
    tagsMissing: 'Une balise de la source manque ou n’est pas fermée : le document ne pourrait pas être recomposé.',
    typedInstead: 'Vous avez modifié ce texte : enregistrez-le et remettez-le, pour que quelqu’un d’autre le lise.',
    ownWork: 'Personne n’approuve son propre travail : un autre réviseur doit lire ce segment.',
    needsRole: (role) => `Votre rôle ne le permet pas. Il faut être ${role}.`,
    reasonMissing: 'Dites pourquoi, afin que le traducteur sache quoi corriger.',
    tooLong: (units) => `Ce texte est trop long : on en garde au plus ${number.format(units)} caractères.`,
    brokenCharacters: 'Ce texte contient des caractères qu’on ne peut conserver (un NUL ou une moitié de caractère).',
    noDay: 'Ce n’est pas une date. Écrivez-la comme 2024-05-31.',
    projectNameMissing: 'Il faut un nom au projet.',
    otherLanguages: (name, source, target) => `Le projet « ${name} » existe déjà et traduit ${source} vers ${target}.`,
    otherSegmentation: (name, segmentation) =>
      `Le projet « ${name} » existe déjà, et travaille par ${segmentation === 'sentence' ? 'phrases' : 'paragraphes'}.`,
    unknownFormat: (name, endings) =>
      `« ${name} » n’est pas un type de fichier que ce bureau lit. Il lit ${endings.join(', ')}.`,
    tooManySegments: (most) =>
      `Le document ferait plus de ${number.format(most)} segments. Coupez-le en deux et importez les deux.`,
    noPlaces:
      'Ce document a été importé avant que l’on garde la place de ses textes. Importez-le de nouveau pour l’obtenir dans son propre format.',
    alreadyThere: (name, known) =>
      name === known ? `« ${name} » s’y trouve déjà.` : `« ${name} » s’y trouve déjà, sous le nom « ${known} ».`,

    crumbs: 'Où vous êtes',
    sourceHead: (language) => `${language} — source`,
    segmentNumber: (position) => `Segment ${number.format(position)}`,
    openSegment: 'Ouvrir le segment',
    untranslated: 'Pas encore traduit',
    targetLabel: (language, position) => `${language}, segment ${number.format(position)}`,
    handOver: 'Remettre',
    approve: 'Approuver',
    reopen: 'Rouvrir',
    reject: 'Renvoyer…',
    reason: 'Ce qu’il faut corriger',
    sendBack: 'Renvoyer',
    rejected: (reason) => `Renvoyé : ${reason}`,
    saved: 'Enregistré',
    saving: 'Enregistrement…',
    unsaved: 'Pas encore enregistré',
    saveFailed: 'Non enregistré. Votre texte reste ici ; un nouvel essai est en cours.',
    glossaryMet: (rendered, waived) => {
      const met = `${number.format(rendered)} ${one(rendered, 'terme rendu', 'termes rendus')}`
      if (waived === 0) return met
      if (rendered === 0) return `${number.format(waived)} ${one(waived, 'terme dispensé', 'termes dispensés')}`
      return `${met}, ${number.format(waived)} ${one(waived, 'dispensé', 'dispensés')}`
    },
    overtakenBy:
      'Quelqu’un a écrit ici depuis que vous avez commencé. Voici son texte ; le vôtre est toujours dans le cadre.',
    keepMine: 'Garder le mien, par-dessus le sien',
    takeTheirs: 'Prendre le sien',
    approvedOf: (approved, all) =>
      `${number.format(approved)} sur ${number.format(all)} ${one(approved, 'approuvé', 'approuvés')}`,
    progress: (counts) =>
      `${number.format(counts.approved)} ${one(counts.approved, 'approuvé', 'approuvés')}, ${number.format(counts.translated)} en attente de révision, ${number.format(counts.draft)} ${one(counts.draft, 'brouillon', 'brouillons')}, ${number.format(counts.initial)} ${one(counts.initial, 'intact', 'intacts')}`,
    export: 'Exporter',
    filters: 'Afficher',
    filter: {
      all: 'Tous',
      todo: 'À faire',
      blocked: 'Bloqués par le glossaire',
      review: 'À réviser',
      asked: 'Dérogations à décider',
      approved: 'Approuvés',
      stale: 'À revoir',
    },
    approveClean: 'Approuver tout ce qui est en règle',
    approvedNow: (count) => `${number.format(count)} ${one(count, 'segment approuvé', 'segments approuvés')}.`,
    nothingShown: 'Aucun segment dans cet état.',
    more: 'Autres segments',
    help: 'Aide pour le segment ouvert',
    search: 'Chercher dans les deux langues',
    history: 'Historique',
    noHistory: 'Rien n’est encore écrit.',
    revision: (number) => `Version ${number}`,
    glossary: 'Glossaire',
    also: 'Aussi :',
    or: 'ou',
    noTerms: 'Aucun terme du glossaire dans ce segment.',
    noActive: 'Ouvrez un segment pour voir ses termes.',
    keys: 'Touches',
    keyList: [
      ['Ctrl ↵', 'remettre ou approuver, et continuer'],
      ['Alt 1–9', 'insérer un terme'],
      ['F8', 'insérer une balise manquante'],
      ['Alt ↓ ↑', 'segment suivant, précédent'],
      ['Échap', 'fermer le segment'],
      ['/', 'chercher'],
    ],
  },
}
