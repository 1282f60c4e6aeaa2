import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { open } from '../../db/open.ts'
import { segmentsAfter } from '../../db/segments.ts'
import { createApp } from '../../src/app.tsx'
import { addProject } from '../../src/desk/addProject.ts'
import { adoptGlossary } from '../../src/desk/adoptGlossary.ts'
import { curatedGlossary } from '../../src/desk/curated.ts'
import { importDocument } from '../../src/desk/importDocument.ts'
import { acceptInvitation } from '../../src/people/accept.ts'
import { createAuth } from '../../src/people/auth.ts'
import { invite } from '../../src/people/invite.ts'
import { median, milliseconds } from './timing.ts'

/** How long the server takes to answer what a translator asks, in documents of growing length. */

const ORIGIN = 'http://desk.example'
const SENTENCES = [
  'Le ministère de la Défense a annoncé que ses forces spéciales participeraient à l’exercice conjoint prévu près de Konya.',
  'Les coprésidents du Groupe de Minsk se sont entretenus par visioconférence avec les chefs d’état-major des deux pays.',
  '« La feuille de route est claire », a déclaré le porte-parole, qui appelle au retrait des forces d’occupation.',
  'Aucune date n’a encore été fixée pour la prochaine rencontre.',
]
/** Sixty words, a dozen terms. */
const LONG =
  `Le ministère de la Défense a annoncé mardi que les forces spéciales, appuyées par l’artillerie et par des drones de
reconnaissance, participeraient en mai à un exercice conjoint de l’OTAN près de Konya, en présence des attachés militaires de neuf
pays, d’observateurs de l’OSCE et du chef d’état-major, tandis que les coprésidents du Groupe de Minsk rappellent que le cessez-le-feu
doit être respecté.`.replaceAll('\n', ' ')

const folder = await mkdtemp(join(tmpdir(), 'visavis-bench-'))
const { db, close } = await open(`file:${join(folder, 'desk.db')}`)
const desk = await adoptGlossary(db, await curatedGlossary())
const auth = createAuth(db, { secret: 'only-for-the-bench-only-for-the-bench', publicUrl: ORIGIN })
const app = createApp(desk, auth)
const token = await invite(db, { hours: 1 })
const signedIn = await acceptInvitation(db, auth, {
  token,
  name: 'Bench',
  email: 'bench@desk.example',
  password: 'quatre mots bien choisis',
})
const headers = {
  Cookie: signedIn.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; '),
  Origin: ORIGIN,
}

async function timed(path: string, init: RequestInit = {}, runs = 15) {
  const times: number[] = []
  let bytes = 0
  for (let run = 0; run < runs; run++) {
    const began = performance.now()
    const response = await app.request(ORIGIN + path, { ...init, headers: { ...headers, ...init.headers } })
    bytes = (await response.text()).length
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    times.push(performance.now() - began)
  }
  return { first: times[0]!, median: median(times), bytes }
}

const project = await addProject(desk, {
  name: 'Bench',
  languages: { source: 'fr', target: 'en' },
  by: null,
  operationId: 'bench-project',
})
const form = (fields: Record<string, string>) => ({
  method: 'POST',
  body: new URLSearchParams(fields),
  headers: { 'HX-Request': 'true' },
})

for (const size of [50, 500, 5_000, 20_000]) {
  const text = [LONG, ...Array.from({ length: size - 1 }, (_, index) => `${SENTENCES[index % 4]} Suite ${index}`)].join(
    '\n',
  )
  const bytes = new TextEncoder().encode(text)
  const began = performance.now()
  const { id } = await importDocument(desk, {
    project,
    name: `${size}.txt`,
    bytes,
    by: null,
    operationId: `bench-${size}`,
  })
  const imported = performance.now() - began
  const [first] = await segmentsAfter(db, id, { show: 'all' }, 0, 1)
  const page = await timed(`/documents/${id}`)
  const middle = await timed(`/documents/${id}?at=${Math.floor(size / 2)}`)
  const rows = await timed(`/documents/${id}/rows?after=${Math.floor(size / 2)}`)
  const ledger = await timed(
    `/segments/${first!.id}/ledger`,
    form({ target: 'The Ministry of Defence announced that special forces…' }),
    40,
  )
  console.log(
    `${size} segments: import ${milliseconds(imported)}; page ${milliseconds(page.median)} (first ${milliseconds(page.first)}, ${Math.round(page.bytes / 1024)} KB); ` +
      `in the middle ${milliseconds(middle.median)}; next rows ${milliseconds(rows.median)}; ledger of 60 words ${milliseconds(ledger.median)}`,
  )
}
await close()
await rm(folder, { recursive: true })
