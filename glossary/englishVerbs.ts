/** The forms of an English verb that can be told apart: withdraw, withdraws, withdrew, withdrawn, withdrawing. */
export const VERB_FORMS = ['base', 'third', 'past', 'participle', 'gerund'] as const
export type VerbForm = (typeof VERB_FORMS)[number]

type Irregular = Readonly<Partial<Record<VerbForm, readonly string[]>> & { base: readonly string[] }>

/** Base, past and participle, each as the one before it where it is not given; then an irregular third person and gerund. */
const IRREGULAR: ReadonlyMap<string, Irregular> = new Map(
  `be/are/am was/were been is being
  bear bore borne
  beat beat beaten
  become became become
  begin began begun
  blow blew blown
  break broke broken
  bring brought
  broadcast
  build built
  buy bought
  cast
  catch caught
  choose chose chosen
  come came come
  cost
  cut
  deal dealt
  dig dug
  do did done
  draw drew drawn
  drive drove driven
  eat ate eaten
  fall fell fallen
  feed fed
  feel felt
  fight fought
  find found
  flee fled
  fly flew flown
  forbid forbade forbidden
  forecast
  foresee foresaw foreseen
  forget forgot forgotten
  freeze froze frozen
  get got got/gotten
  give gave given
  go went gone
  grow grew grown
  have had had has
  hear heard
  hide hid hidden
  hit
  hold held
  hurt
  keep kept
  know knew known
  lay laid
  lead led
  leave left
  lend lent
  let
  lose lost
  make made
  mean meant
  meet met
  offset
  outrun outran outrun
  overcome overcame overcome
  override overrode overridden
  overrun overran overrun
  oversee oversaw overseen
  overtake overtook overtaken
  overthrow overthrew overthrown
  pay paid
  put
  quit
  read
  rebuild rebuilt
  redraw redrew redrawn
  reset
  retake retook retaken
  ride rode ridden
  rise rose risen
  run ran run
  say said
  see saw seen
  seek sought
  sell sold
  send sent
  set
  shake shook shaken
  shed
  shoot shot
  shut
  sit sat
  sink sank sunk
  speak spoke spoken
  spend spent
  split
  spread
  stand stood
  steal stole stolen
  strike struck struck/stricken
  swear swore sworn
  sweep swept
  swim swam swum
  take took taken
  teach taught
  tear tore torn
  tell told
  think thought
  throw threw thrown
  undergo underwent undergone
  understand understood
  undertake undertook undertaken
  uphold upheld
  wear wore worn
  win won
  withdraw withdrew withdrawn
  withhold withheld
  withstand withstood
  write wrote written`
    .split('\n')
    .map((line) => line.trim().split(' '))
    .flatMap((verb) => verb.flatMap((form) => form.split('/')).map((form) => [form, principalParts(verb)] as const)),
)

function principalParts(verb: readonly string[]): Irregular {
  const [base = [], past = base, participle = past, third, gerund] = verb.map((forms) => forms.split('/'))
  return { base, past, participle, ...(third && { third }), ...(gerund && { gerund }) }
}

/** The forms of an English verb, from its base or from any form of an irregular one. */
export const conjugated = (word: string): string[] => VERB_FORMS.flatMap((form) => written(word, form))

/** A verb in a form, from its base or any form of an irregular one. Nothing where it depends on the person: am or are. */
export function asForm(verb: string, form: VerbForm): string | undefined {
  const [usual] = written(verb, form)
  return usual === 'be' || usual === 'was' ? undefined : usual
}

/** The base of a verb. Nothing for a regular form that is none: deployed could be of deploy or of deploye. */
export const baseOf = (word: string): string | undefined =>
  IRREGULAR.get(word)?.base[0] ?? (endingOf(word)[0] === 'base' ? word : undefined)

/** The forms that a word can be of a verb we do not know. */
export function endingOf(word: string): VerbForm[] {
  if (/[aeiouy].*[^e]ed$/u.test(word)) return ['past', 'participle']
  if (/[aeiouy].*ing$/u.test(word)) return ['gerund']
  return /[^su]s$/u.test(word) ? ['third'] : ['base']
}

/** The forms of a verb that a word can be. */
export const formsAs = (verb: string, word: string): VerbForm[] =>
  VERB_FORMS.filter((form) => written(verb, form).includes(word))

/** How a verb is written in a form, the usual way first. */
function written(word: string, form: VerbForm): readonly string[] {
  const irregular = IRREGULAR.get(word)
  return irregular?.[form] ?? regular(irregular?.base[0] ?? word, form)
}

function regular(base: string, form: VerbForm): string[] {
  switch (form) {
    case 'base':
      return [base]
    case 'third':
      if (/(?:s|x|z|ch|sh|[^aeiou]o)$/u.test(base)) return [`${base}es`]
      return /[^aeiou]y$/u.test(base) ? [`${base.slice(0, -1)}ies`] : [`${base}s`]
    case 'gerund':
      if (/[^eoy]e$/u.test(base)) return [`${base.replace(/ie$/u, 'y').replace(/e$/u, '')}ing`]
      return stems(base).map((stem) => `${stem}ing`)
    default:
      if (base.endsWith('e')) return [`${base}d`]
      return /[^aeiou]y$/u.test(base) ? [`${base.slice(0, -1)}ied`] : stems(base).map((stem) => `${stem}ed`)
  }
}

/** Where English may double the last consonant, both spellings, the usual one first. What nobody writes does no harm. */
function stems(base: string): string[] {
  if (/[ai]c$/u.test(base)) return [`${base}k`]
  if (!/(?:[^aeiou]|^)[aeiou][bdgklmnprt]$|qui[pt]$/u.test(base)) return [base]
  const double = base + base.at(-1)
  return DOUBLING.test(base) ? [double, base] : [base, double]
}

/** Verbs of one syllable, those in -l, and those whose last syllable is the loud one. */
const DOUBLING = new RegExp(
  [
    '^[^aeiou]*(?:qu)?[aeiou][^aeiou]$',
    'l$',
    '^(?:for|in|off|out|over|re|un|under|up)(?:bid|cut|get|put|run|set|sit)$',
    '(?:[^i]mit|[^f]fer|cur|^deter|^inter|quip|^acquit|^abet|gret|^allot|^rebut|^begin|nap|ship)$',
  ].join('|'),
  'u',
)
