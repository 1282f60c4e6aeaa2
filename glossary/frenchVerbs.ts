import { wordSet } from './endings.ts'

const PRESENT_ER = ['e', 'es', 'ent']
const IMPERFECT = ['ais', 'ait', 'ions', 'iez', 'aient']
const FUTURE = ['ai', 'as', 'a', 'ons', 'ez', 'ont', 'ais', 'ait', 'ions', 'iez', 'aient']
const AGREED = ['', 'e', 's', 'es']
const PAST_ER = ['ai', 'as', 'a', 'âmes', 'âtes', 'èrent', 'asse', 'asses', 'ât', 'assions', 'assiez', 'assent']
const PAST = ['s', 't', 'rent', 'sse', 'sses', 'ssions', 'ssiez', 'ssent']
/** Behind a vowel with a circumflex: fîmes, fûtes, vînt. */
const LONG_PAST = ['mes', 'tes', 't']

/** A pattern of the third group: what the infinitive ends in, and what each family of forms has in its place. */
interface Pattern {
  infinitive: RegExp
  /** Whole forms of the present, the subjunctive and whatever else has no family. */
  present: readonly string[]
  /** Before -ons, -ez, -ais, -ant. */
  plural: readonly string[]
  future: readonly string[]
  participle: readonly string[]
  past: readonly string[]
}

/** The first that fits is the verb's. */
const THIRD: readonly Pattern[] = [
  pattern(/enir$/u, 'iens ient iennent ienne iennes', 'en', 'iendr', 'enu', 'in'),
  pattern(/quérir$/u, 'quiers quiert quièrent quière quières', 'quér', 'querr', 'quis', 'qui'),
  pattern(/mourir$/u, 'meurs meurt meurent meure meures', 'mour', 'mourr', 'mort', 'mouru'),
  // Cours, secours, recours, parcours, concours are nouns wherever nobody speaks of himself.
  pattern(/courir$/u, 'court courent coure coures', 'cour', 'courr', 'couru', 'couru'),
  pattern(/haïr$/u, 'hais hait haïssent haïsse haïsses', 'haïss', 'haïr', 'haï', 'haï'),
  pattern(/bouillir$/u, 'bous bout bouillent bouille bouilles', 'bouill', 'bouillir', 'bouilli', 'bouilli'),
  pattern(/cueillir$/u, 'cueille cueilles cueillent', 'cueill', 'cueiller', 'cueilli', 'cueilli'),
  pattern(/(?<=^(?:ass|tress))aillir$/u, 'aille ailles aillent', 'aill', 'aillir', 'ailli', 'ailli'),
  pattern(/vêtir$/u, 'vêts vêt vêtent vête vêtes', 'vêt', 'vêtir', 'vêtu', 'vêti'),
  pattern(/fuir$/u, 'fuis fuit fuient fuie fuies', 'fuy', 'fuir', 'fui', 'fui'),
  pattern(/dormir$/u, 'dors dort dorment dorme dormes', 'dorm', 'dormir', 'dormi', 'dormi'),
  pattern(/(?<=(?<!ré|im)par|(?<!as)sor|sen|men)tir$/u, 's t tent te tes', 't', 'tir', 'ti', 'ti'),
  pattern(/(?<=^(?:des|res)?ser)vir$/u, 's t vent ve ves', 'v', 'vir', 'vi', 'vi'),
  pattern(/(?<=ouv|off|ouff)rir$/u, 're res rent', 'r', 'rir', 'ert', 'ri'),
  pattern(/(?<=pr)endre$/u, 'ends end ennent enne ennes', 'en', 'endr', 'is', 'i'),
  pattern(/(?<=m)ettre$/u, 'ets et ettent ette ettes', 'ett', 'ettr', 'is', 'i'),
  pattern(/(?<=b)attre$/u, 'ats at attent atte attes', 'att', 'attr', 'attu', 'atti'),
  pattern(/(?<=[aeo]i)ndre$/u, 'ns nt gnent gne gnes', 'gn', 'ndr', 'nt', 'gni'),
  pattern(/(?<=^ré)soudre$/u, 'sous sout solvent solve solves', 'solv', 'soudr', 'solu', 'solu'),
  pattern(/soudre$/u, 'sous sout solvent solve solves soute soutes', 'solv', 'soudr', 'sous', ''),
  pattern(/(?<=^(?:dé|re)?)coudre$/u, 'couds coud cousent couse couses', 'cous', 'coudr', 'cousu', 'cousi'),
  pattern(/moudre$/u, 'mouds moud moulent moule moules', 'moul', 'moudr', 'moulu', 'moulu'),
  pattern(/vaincre$/u, 'vaincs vainc vainquent vainque vainques', 'vainqu', 'vaincr', 'vaincu', 'vainqui'),
  pattern(/(?<=^|re)na[iî]tre$/u, 'nais naît nait naissent naisse naisses', 'naiss', 'naîtr naitr', 'né', 'naqui'),
  pattern(/a[iî]tre$/u, 'ais aît ait aissent aisse aisses', 'aiss', 'aîtr aitr', 'u', 'u'),
  // Crût keeps apart from crut of croire.
  pattern(/(?<=^cr)o[iî]tre$/u, 'oîs oît oissent oisse oisses', 'oiss', 'oîtr oitr', 'û', 'û'),
  pattern(/o[iî]tre$/u, 'ois oît oit oissent oisse oisses', 'oiss', 'oîtr oitr', 'u û', 'u'),
  pattern(/faire$/u, 'fais fait faites font fasse fasses fassions fassiez fassent', 'fais', 'fer', 'fait', 'fi'),
  pattern(/traire$/u, 'trais trait traient traie traies', 'tray', 'trair', 'trait', ''),
  pattern(/(?<=pl|^t)aire$/u, 'ais aît ait aisent aise aises', 'ais', 'air', 'u', 'u'),
  pattern(/suffire$/u, 'suffis suffit suffisent suffise suffises', 'suffis', 'suffir', 'suffi', 'suffi'),
  pattern(/crire$/u, 'cris crit crivent crive crives', 'criv', 'crir', 'crit', 'crivi'),
  pattern(/dire$/u, 'dis dit disent dise dises dites', 'dis', 'dir', 'dit', 'di'),
  pattern(/lire$/u, 'lis lit lisent lise lises', 'lis', 'lir', 'lu', 'lu'),
  pattern(/rire$/u, 'ris rit rient rie ries', 'ri', 'rir', 'ri', 'ri'),
  pattern(/(?<=[cdlnrt])uire$/u, 'uis uit uisent uise uises', 'uis', 'uir', 'uit ui', 'uisi'),
  pattern(/clure$/u, 'clus clut cluent clue clues', 'clu', 'clur', 'clu clus', 'clu'),
  pattern(/(?<=^(?:pour|en)?su)ivre$/u, 'is it ivent ive ives', 'iv', 'ivr', 'ivi', 'ivi'),
  pattern(/vivre$/u, 'vis vit vivent vive vives', 'viv', 'vivr', 'vécu', 'vécu'),
  pattern(/boire$/u, 'bois boit boivent boive boives', 'buv', 'boir', 'bu', 'bu'),
  pattern(/croire$/u, 'crois croit croient croie croies', 'croy', 'croir', 'cru', 'cru'),
  pattern(/cevoir$/u, 'çois çoit çoivent çoive çoives', 'cev', 'cevr', 'çu', 'çu'),
  pattern(/(?<=^re|^)devoir$/u, 'dois doit doivent doive doives due dus dues', 'dev', 'devr', 'dû', 'du'),
  pattern(/mouvoir$/u, 'meus meut meuvent meuve meuves', 'mouv', 'mouvr', 'mu mû', 'mu'),
  pattern(
    /pouvoir$/u,
    'peux peut peuvent puis puisse puisses puissions puissiez puissent',
    'pouv',
    'pourr',
    'pu',
    'pu',
  ),
  pattern(/vouloir$/u, 'veux veut veulent veuille veuilles veuillez veuillent', 'voul', 'voudr', 'voulu', 'voulu'),
  pattern(/savoir$/u, 'sais sait savent sache saches sachons sachez sachent sachant', 'sav', 'saur', 'su', 'su'),
  pattern(/valoir$/u, 'vaux vaut valent vaille vailles vaillent vale vales', 'val', 'vaudr', 'valu', 'valu'),
  pattern(/surseoir$/u, 'sursois sursoit sursoient sursoie', 'sursoy', 'surseoir', 'sursis', 'sursi'),
  pattern(
    /asseoir$/u,
    'assieds assied asseyent asseye assois assoit assoient',
    'assey assoy',
    'assiér assoir',
    'assis',
    'assi',
  ),
  pattern(/falloir$/u, 'faut faille', 'fall', 'faudr', 'fallu', 'fallu'),
  pattern(/choir$/u, 'chois choit choient choie choies', 'choy', 'choir cherr', 'chu', 'chu'),
  pattern(/voir$/u, 'vois voit voient voie voies', 'voy', 'verr voir', 'vu', 'vi vu'),
  pattern(/re$/u, ' s t ent e es', '', 'r', 'u', 'i'),
]

const IRREGULAR: Readonly<Record<string, ReadonlySet<string>>> = {
  être: wordSet(`suis es est sommes êtes sont étais était étions étiez étaient fus fut fûmes fûtes furent serai seras sera
    serons serez seront serais serait serions seriez seraient sois soit soyons soyez soient fusse fût fussent été étant`),
  avoir:
    wordSet(`ai as a avons avez ont avais avait avions aviez avaient eus eut eûmes eûtes eurent aurai auras aura aurons
    aurez auront aurais aurait aurions auriez auraient aie aies ait ayons ayez aient eusse eût eussent eu eue eus eues ayant`),
  aller: wordSet(`vais vas va allons allez vont allais allait allions alliez allaient allai allas alla allâmes allâtes
    allèrent irai iras ira irons irez iront irais irait irions iriez iraient aille ailles aillent allasse allât allé allée
    allés allées allant`),
}

function pattern(
  infinitive: RegExp,
  present: string,
  plural: string,
  future: string,
  participle: string,
  past: string,
): Pattern {
  return {
    infinitive,
    present: present.split(' '),
    plural: plural.split(' '),
    future: future.split(' '),
    participle: participle.split(' '),
    past: past.split(' '),
  }
}

const known = new Map<string, ReadonlySet<string>>()

/** The forms of a verb that are nothing but participles: no pronoun stands before one as its object. */
export function participlesOf(verb: string): ReadonlySet<string> {
  let participles = known.get(verb)
  if (participles === undefined) {
    const agreed = verb.endsWith('er') ? [`${verb.slice(0, -2)}é`] : verb.endsWith('ir') ? [verb.slice(0, -1)] : []
    const third = verb.endsWith('er') ? undefined : THIRD.find(({ infinitive }) => infinitive.test(verb))
    const stem = third && verb.replace(third.infinitive, '')
    const past = third ? third.participle.map((one) => stem + one) : agreed
    const finite = new Set(third?.present.map((one) => stem + one))
    const forms = past.flatMap((one) => endings(one, AGREED)).filter((form) => !finite.has(form))
    const present = [...conjugated(verb)].filter((form) => form.endsWith('ant'))
    participles = new Set([...forms, ...present])
    known.set(verb, participles)
  }
  return participles
}

/** The forms of a French verb beside its infinitive; a form nobody writes may be among them. */
export function* conjugated(verb: string): Generator<string> {
  const irregular = IRREGULAR[verb]
  if (irregular) yield* irregular
  else if (verb.endsWith('er')) yield* firstGroup(verb.slice(0, -2))
  else {
    const third = THIRD.find(({ infinitive }) => infinitive.test(verb))
    if (third) yield* thirdGroup(verb, third)
    else if (verb.endsWith('ir')) yield* secondGroup(verb.slice(0, -1))
  }
}

const endings = (stem: string, list: readonly string[]) => list.map((ending) => stem + ending)

const CIRCUMFLEXES: Readonly<Record<string, string>> = { i: 'î', u: 'û' }
const long = (stem: string) => stem.replace(/[iu](?=n?$)/u, (vowel) => CIRCUMFLEXES[vowel]!)

const simplePast = (stem: string) => [...endings(stem, PAST), ...endings(long(stem), LONG_PAST)]

function* firstGroup(stem: string): Generator<string> {
  const soft = stem.replace(/c$/u, 'ç').replace(/g$/u, 'ge')
  yield* endings(soft, ['ons', 'ant', ...IMPERFECT, ...PAST_ER])
  yield* endings(stem, ['er', 'ez', 'ions', 'iez', 'èrent'])
  yield* endings(`${stem}é`, AGREED)
  for (const mute of muted(stem)) {
    yield* endings(mute, PRESENT_ER)
    yield* endings(`${mute}er`, FUTURE)
  }
  if (stem.endsWith('envoy')) yield* endings(stem.replace(/oy$/u, 'err'), FUTURE)
}

/** The stem before a mute e: cède, lève, appelle, déploie. */
const muted = (stem: string): string[] => [
  stem,
  stem.replace(/y$/u, 'i'),
  stem.replace(/[eé](?=[^aeiouyéè]{1,2}$)/u, 'è'),
  stem.replace(/(?<=e)([lt])$/u, '$1$1'),
]

function* secondGroup(stem: string): Generator<string> {
  yield* [...simplePast(stem), ...endings(stem, AGREED)]
  yield* endings(`${stem}ss`, ['ons', 'ez', 'ent', 'ant', 'e', 'es', ...IMPERFECT])
  yield* endings(`${stem}r`, FUTURE)
}

function* thirdGroup(verb: string, families: Pattern): Generator<string> {
  const { infinitive, present, plural, future, participle, past } = families
  const stem = verb.replace(infinitive, '')
  yield* endings(stem, present)
  for (const one of plural) yield* endings(stem + one, ['ons', 'ez', 'ant', ...IMPERFECT])
  for (const one of future) yield* endings(stem + one, FUTURE)
  for (const one of participle) yield* endings(stem + one, AGREED)
  for (const one of past) if (one !== '') yield* simplePast(stem + one)
}
