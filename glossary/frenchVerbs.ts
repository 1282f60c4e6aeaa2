const PRESENT_ER = ['e', 'es', 'ent']
const IMPERFECT = ['ais', 'ait', 'ions', 'iez', 'aient']
const FUTURE = ['ai', 'as', 'a', 'ons', 'ez', 'ont', 'ais', 'ait', 'ions', 'iez', 'aient']
const AGREED = ['', 'e', 's', 'es']
const PAST_ER = ['ai', 'as', 'a', 'âmes', 'âtes', 'èrent', 'asse', 'asses', 'ât', 'assions', 'assiez', 'assent']
const PAST = ['s', 't', 'rent', 'sse', 'sses', 'ssions', 'ssiez', 'ssent']

/** A pattern of the third group: what the infinitive ends in, and what each family of forms has in its place. */
interface Pattern {
  infinitive: RegExp
  present: readonly string[]
  /** Before -ons, -ez, -ais, -ant. */
  plural: string
  future: string
  participle: string
  past: string
}

const THIRD: readonly Pattern[] = [
  pattern(/enir$/u, 'iens ient iennent ienne iennes', 'en', 'iendr', 'enu', 'in'),
  pattern(/(?<=pr)endre$/u, 'ends end ennent enne ennes', 'en', 'endr', 'is', 'i'),
  pattern(/(?<=m)ettre$/u, 'ets et ettent ette ettes', 'ett', 'ettr', 'is', 'i'),
  pattern(/(?<=b)attre$/u, 'ats at attent atte attes', 'att', 'attr', 'attu', 'atti'),
  pattern(/(?<=[cdtr])uire$/u, 'uis uit uisent uise uises', 'uis', 'uir', 'uit', 'uisi'),
  pattern(/(?<=par|sor|sen|men)tir$/u, 's t tent te tes', 't', 'tir', 'ti', 'ti'),
  pattern(/(?<=^(?:des)?ser)vir$/u, 's t vent ve ves', 'v', 'vir', 'vi', 'vi'),
  pattern(/(?<=ouv|off|ouff)rir$/u, 're res rent', 'r', 'rir', 'ert', 'ri'),
  pattern(/faire$/u, 'fais fait faites font fasse fasses fassent', 'fais', 'fer', 'fait', 'fi'),
  pattern(/(?<=[aeo]i)ndre$/u, 'ns nt gnent gne gnes', 'gn', 'ndr', 'nt', 'gni'),
  pattern(/cevoir$/u, 'çois çoit çoivent çoive çoives', 'cev', 'cevr', 'çu', 'çu'),
  pattern(/clure$/u, 'clus clut cluent clue clues', 'clu', 'clur', 'clu', 'clu'),
  pattern(/(?<=^(?:pour)?su)ivre$/u, 'is it ivent ive ives', 'iv', 'ivr', 'ivi', 'ivi'),
  pattern(/re$/u, ' s ent e es', '', 'r', 'u', 'i'),
]

function pattern(
  infinitive: RegExp,
  present: string,
  plural: string,
  future: string,
  participle: string,
  past: string,
): Pattern {
  return { infinitive, present: present.split(' '), plural, future, participle, past }
}

/** The forms of a French verb. Those of être, avoir, aller and their like no glossary enforces. */
export function* conjugated(verb: string): Generator<string> {
  if (verb.endsWith('er')) yield* firstGroup(verb.slice(0, -2))
  else {
    const third = THIRD.find(({ infinitive }) => infinitive.test(verb))
    if (third) yield* thirdGroup(verb, third)
    else if (verb.endsWith('ir')) yield* secondGroup(verb.slice(0, -1))
  }
}

const endings = (stem: string, list: readonly string[]) => list.map((ending) => stem + ending)

function* firstGroup(stem: string): Generator<string> {
  const soft = stem.replace(/c$/u, 'ç').replace(/g$/u, 'ge')
  yield* endings(soft, ['ons', 'ant', ...IMPERFECT, ...PAST_ER])
  yield* endings(stem, ['er', 'ez', 'ions', 'iez', 'èrent'])
  yield* endings(`${stem}é`, AGREED)
  for (const mute of muted(stem)) {
    yield* endings(mute, PRESENT_ER)
    yield* endings(`${mute}er`, FUTURE)
  }
}

/** The stem before a mute e: cède, lève, appelle, déploie. */
const muted = (stem: string): string[] => [
  stem,
  stem.replace(/y$/u, 'i'),
  stem.replace(/[eé](?=[^aeiouyéè]{1,2}$)/u, 'è'),
  stem.replace(/(?<=e)([lt])$/u, '$1$1'),
]

function* secondGroup(stem: string): Generator<string> {
  yield* endings(stem, [...PAST, ...AGREED])
  yield* endings(`${stem}ss`, ['ons', 'ez', 'ent', 'ant', 'e', 'es', ...IMPERFECT])
  yield* endings(`${stem}r`, FUTURE)
}

function* thirdGroup(
  verb: string,
  { infinitive, present, plural, future, participle, past }: Pattern,
): Generator<string> {
  const stem = verb.replace(infinitive, '')
  yield* endings(stem, present)
  yield* endings(stem + plural, ['ons', 'ez', 'ant', ...IMPERFECT])
  yield* endings(stem + future, FUTURE)
  yield* endings(stem + participle, AGREED)
  yield* endings(stem + past, PAST)
}
