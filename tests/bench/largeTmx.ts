import { open } from 'node:fs/promises'

/** Seeded, and quick: the same file for the same seed. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const FRENCH =
  'le la les des une dans pour avec sans sous leurs ministère défense forces spéciales négociations frontière exercice conjoint observateurs ligne contact cessez-le-feu réunion vienne président porte-parole déclaration accord délégation retrait armée artillerie reconnaissance coopération frontières visite officielle été rencontré signé rappelé'.split(
    ' ',
  )
const ENGLISH =
  'the a of in for with without under their ministry defence special forces negotiations border joint exercise observers line contact ceasefire meeting vienna president spokesperson statement agreement delegation withdrawal army artillery reconnaissance cooperation borders visit official was met signed recalled'.split(
    ' ',
  )

/** A memory as translation tools write one: five to forty words a side, who and when, now and then a tag or a note. */
export function* largeTmx(units: number, seed = 1): Generator<string> {
  const below = random(seed)
  const sentence = (words: readonly string[], length: number) =>
    Array.from({ length }, () => words[below(words.length)]).join(' ')
  yield `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="bench" creationtoolversion="1" segtype="sentence" o-tmf="bench" adminlang="en" srclang="fr" datatype="plaintext"/>
<body>
`
  for (let unit = 1; unit <= units; unit++) {
    const length = 5 + below(25)
    const [french, english] = [sentence(FRENCH, length), sentence(ENGLISH, length)]
    const tagged = (text: string) =>
      unit % 33 === 0
        ? `<bpt i="1">&lt;b&gt;</bpt>${text}<ept i="1">&lt;/b&gt;</ept> &amp; ${unit}`
        : `${text} ${unit}.`
    const note = unit % 50 === 0 ? `<note>${sentence(ENGLISH, 6)}</note>\n` : ''
    yield `<tu tuid="${unit}">
${note}<tuv xml:lang="fr"><seg>${tagged(french)}</seg></tuv>
<tuv xml:lang="en" changedate="20240531T101530Z" changeid="translator ${unit % 7}"><seg>${tagged(english)}</seg></tuv>
</tu>
`
  }
  yield '</body>\n</tmx>\n'
}

/** Write one into a file. Returns its size in bytes. */
export async function writeLargeTmx(path: string, units: number): Promise<number> {
  const file = await open(path, 'w')
  let held = ''
  for (const text of largeTmx(units)) {
    held += text
    if (held.length < 1_000_000) continue
    await file.write(held)
    held = ''
  }
  await file.write(held)
  const { size } = await file.stat()
  await file.close()
  return size
}
