const IRREGULAR: ReadonlyMap<string, readonly string[]> = new Map(
  `be is are am was were been being
  become became
  begin began begun
  break broke broken
  bring brought
  build built
  buy bought
  catch caught
  choose chose chosen
  come came
  cut
  deal dealt
  do does did done
  draw drew drawn
  drive drove driven
  fall fell fallen
  feel felt
  fight fought
  find found
  flee fled
  fly flew flown
  forbid forbade forbidden
  freeze froze frozen
  get got gotten
  give gave given
  go goes went gone
  grow grew grown
  have has had
  hear heard
  hide hid hidden
  hit
  hold held
  keep kept
  know knew known
  lay laid
  lead led
  leave left
  lend lent
  lose lost
  make made
  mean meant
  meet met
  overcome overcame
  overthrow overthrew overthrown
  pay paid
  put
  read
  rise rose risen
  run ran
  say said
  see saw seen
  seek sought
  sell sold
  send sent
  set
  shoot shot
  shut
  sink sank sunk
  speak spoke spoken
  spend spent
  split
  spread
  stand stood
  steal stole stolen
  strike struck stricken
  swear swore sworn
  take took taken
  teach taught
  tell told
  think thought
  throw threw thrown
  undergo undergoes underwent undergone
  understand understood
  undertake undertook undertaken
  uphold upheld
  win won
  withdraw withdrew withdrawn
  withhold withheld
  withstand withstood
  write wrote written`
    .split('\n')
    .map((line) => line.trim().split(' '))
    .flatMap((verb) => verb.map((form) => [form, verb] as const)),
)

/** The forms of an English verb, from its base or from any form of an irregular one. */
export function* conjugated(word: string): Generator<string> {
  const irregular = IRREGULAR.get(word)
  const base = irregular?.[0] ?? word
  yield* irregular ?? []
  yield* present(base)
  if (!irregular) yield* regular(base)
}

function* present(base: string): Generator<string> {
  yield base
  if (/(?:s|x|z|ch|sh|[^aeiou]o)$/u.test(base)) yield `${base}es`
  else if (/[^aeiou]y$/u.test(base)) yield `${base.slice(0, -1)}ies`
  else yield `${base}s`
  for (const stem of stems(base.replace(/ie$/u, 'y').replace(/(?<=[^eoy])e$/u, ''))) yield `${stem}ing`
}

function* regular(base: string): Generator<string> {
  if (base.endsWith('e')) yield `${base}d`
  else if (/[^aeiou]y$/u.test(base)) yield `${base.slice(0, -1)}ied`
  else for (const stem of stems(base)) yield `${stem}ed`
}

/** Where English may double the last consonant, both spellings: travelled, traveled; what nobody writes does no harm. */
const stems = (base: string): string[] =>
  /(?:[^aeiou]|^)[aeiou][bdgklmnprt]$|qui[pt]$/u.test(base) ? [base, base + base.at(-1)] : [base]
