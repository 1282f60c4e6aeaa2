/** The forms of an English verb that can be told apart: withdraw, withdraws, withdrew, withdrawn, withdrawing. */
export const VERB_FORMS = ['base', 'third', 'past', 'participle', 'gerund'] as const
export type VerbForm = (typeof VERB_FORMS)[number]

type Irregular = Readonly<Partial<Record<VerbForm, readonly string[]>> & { base: readonly string[] }>

/** Base, past and participle, each as the one before it where it is not given; then an irregular third person and gerund. */
const IRREGULAR: ReadonlyMap<string, Irregular> = new Map(
  `be/are/am was/were been is being
  arise arose arisen
  awake awoke awoken
  bear bore borne
  beat beat beaten
  become became become
  begin began begun
  bend bent
  bet
  bid
  bind bound
  bite bit bitten
  bleed bled
  blow blew blown
  break broke broken
  breed bred
  bring brought
  broadcast
  build built
  burn burned/burnt
  burst
  buy bought
  cast
  catch caught
  choose chose chosen
  cling clung
  come came come
  cost
  creep crept
  cut
  deal dealt
  dig dug
  do did done
  draw drew drawn
  dream dreamed/dreamt
  drink drank drunk
  drive drove driven
  eat ate eaten
  fall fell fallen
  feed fed
  feel felt
  fight fought
  find found
  fit fitted/fit
  flee fled
  fly flew flown
  forbid forbade forbidden
  forecast forecast/forecasted
  forget forgot forgotten
  forgive forgave forgiven
  freeze froze frozen
  get got got/gotten
  give gave given
  go went gone
  grind ground
  grow grew grown
  hang hung/hanged
  have had had has
  hear heard
  hide hid hidden
  hit
  hold held
  hurt
  keep kept
  kneel knelt
  know knew known
  lay laid
  lead led
  lean leaned/leant
  leap leapt/leaped
  learn learned/learnt
  leave left
  lend lent
  let
  light lit/lighted
  lose lost
  make made
  mean meant
  meet met
  offset
  pay paid
  prove proved proved/proven
  put
  quit
  read
  ride rode ridden
  ring rang rung
  rise rose risen
  run ran run
  saw sawed sawn
  say said
  see saw seen
  seek sought
  sell sold
  send sent
  set
  sew sewed sewn
  shake shook shaken
  shear sheared shorn
  shed
  shine shone
  shoot shot
  show showed shown
  shrink shrank shrunk
  shut
  sing sang sung
  sink sank sunk
  sit sat
  slay slew slain
  sleep slept
  slide slid
  smell smelled/smelt
  sow sowed sown
  speak spoke spoken
  speed sped/speeded
  spell spelled/spelt
  spend spent
  spill spilled/spilt
  spin spun
  split
  spoil spoiled/spoilt
  spread
  spring sprang/sprung sprung
  stand stood
  steal stole stolen
  stick stuck
  sting stung
  stink stank stunk
  strike struck struck/stricken
  string strung
  strive strove striven
  swear swore sworn
  sweep swept
  swell swelled swollen
  swim swam swum
  swing swung
  take took taken
  teach taught
  tear tore torn
  tell told
  think thought
  throw threw thrown
  thrust
  tread trod trodden
  wake woke woken
  wear wore worn
  weave wove woven
  wed
  weep wept
  win won
  wind wound
  wring wrung
  write wrote written`
    .split('\n')
    .map((line) => line.trim().split(' '))
    .flatMap((verb) => verb.flatMap((form) => form.split('/')).map((form) => [form, principalParts(verb)] as const)),
)

/** Verbs of their own that are also a form of another: to found is not to find. */
const REGULAR_TOO: ReadonlySet<string> = new Set(['bound', 'felt', 'found', 'ground', 'saw', 'wound'])

const PREFIX = /^(?:be|fore|inter|mis|out|over|pre|re|under|un|up|with)(?=.{2})/u
/** Regular, whatever they look like. */
const UNLIKE = /^(?:behave|rebound|relay|rewound)/u

/** What is irregular of a verb: its own forms, or those of the verb it is made from. */
function irregularOf(word: string): Irregular | undefined {
  const own = IRREGULAR.get(word)
  const [prefix] = PREFIX.exec(word) ?? []
  if (own || prefix === undefined || UNLIKE.test(word)) return own
  const simple = IRREGULAR.get(word.slice(prefix.length))
  if (simple === undefined || simple.third) return undefined
  const { base, past = base, participle = past } = simple
  const prefixed = (forms: readonly string[]) => forms.map((form) => prefix + form)
  return { base: prefixed(base), past: prefixed(past), participle: prefixed(participle) }
}

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
  irregularOf(word)?.base[0] ?? (endingOf(word)[0] === 'base' ? word : undefined)

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
  const irregular = irregularOf(word)
  const forms = irregular?.[form] ?? regular(irregular?.base[0] ?? word, form)
  return REGULAR_TOO.has(word) ? [...regular(word, form), ...forms] : forms
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
  if (!/(?:[^aeiou]|^)[aeiou][bdgklmnprt]$|qui[pt]$|[df]uel$/u.test(base)) return [base]
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
