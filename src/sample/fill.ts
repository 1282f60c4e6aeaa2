import { readFile } from 'node:fs/promises'
import { eventOf } from '../../db/events.ts'
import { personByEmail } from '../../db/people.ts'
import { allProjects } from '../../db/projects.ts'
import { type SegmentRow, segmentsAfter } from '../../db/segments.ts'
import { addProject } from '../desk/addProject.ts'
import { approve } from '../desk/approve.ts'
import type { Desk } from '../desk/desk.ts'
import { importDocument } from '../desk/importDocument.ts'
import { perform } from '../desk/perform.ts'
import { saveTarget } from '../desk/saveTarget.ts'
import { submit } from '../desk/submit.ts'
import { csv } from '../formats/csv.ts'
import { ENGLISH } from '../messages/index.ts'
import { addPerson } from '../people/addPerson.ts'
import { type LanguagePair, type Role, STATES, type State, type Unit } from '../unit.ts'

const ARTICLES = ['exercice-conjoint-konya.txt', 'negociations-frontiere.md', 'formation-logistique-otan.txt']
const LANGUAGES: LanguagePair = { source: 'fr', target: 'en' }

const read = (name: string) => readFile(new URL(name, import.meta.url))

const BEGUN = 'sample'
const FILLED = 'sample.filled'

/**
 * Fill an empty desk with a project in which every state can be seen. Its authors have no password: nobody can sign in as
 * them. A filling cut short is taken up where it stopped.
 */
export async function fillSample(desk: Desk): Promise<void> {
  const { db } = desk
  if ((await eventOf(db, FILLED)) !== undefined) return
  if ((await allProjects(db)).length > 0 && (await eventOf(db, BEGUN)) === undefined) return

  const project = await addProject(desk, {
    name: ENGLISH.sample.project,
    languages: LANGUAGES,
    by: null,
    operationId: BEGUN,
  })
  const translator = await sampleAccount(desk, 'translator', project.id)
  const reviewer = await sampleAccount(desk, 'reviewer', project.id)
  for (const name of ARTICLES) {
    const operationId = `sample.${name}`
    const { id } = await importDocument(desk, { project, name, bytes: await read(name), by: null, operationId })
    const translations = await translationsOf(name)
    for (const segment of await segmentsAfter(db, id, { show: 'all' }, 0, 1000)) {
      const translation = translations.get(segment.source)
      if (translation !== undefined) await bringTo(desk, segment, translation, translator, reviewer)
    }
  }
  await perform(db, { operationId: FILLED, act: 'fill', projectId: project.id }, [])
}

/** Do what is still to be done for a segment to stand where its translation says. */
async function bringTo(desk: Desk, segment: SegmentRow, { target, state }: Unit, translator: string, reviewer: string) {
  const { id: segmentId } = segment
  const lacks = (step: State) =>
    STATES.indexOf(segment.state) < STATES.indexOf(step) && STATES.indexOf(step) <= STATES.indexOf(state)
  const by = (person: string, act: string) => ({ by: person, operationId: `sample.${act}.${segmentId}` })

  if (lacks('draft'))
    await saveTarget(desk, { segmentId, base: 0, target, origin: 'sample', ...by(translator, 'save') })
  if (lacks('translated')) await submit(desk, { segmentId, revision: 1, ...by(translator, 'submit') })
  if (lacks('approved')) await approve(desk, { segmentId, revision: 1, ...by(reviewer, 'approve') })
}

async function sampleAccount({ db }: Desk, role: Role, projectId: number): Promise<string> {
  const email = `${role}@sample.invalid`
  await addPerson(db, { email, name: ENGLISH.sample.account(ENGLISH.roles[role]), role, projectId })
  return (await personByEmail(db, email))!.id
}

async function translationsOf(article: string): Promise<Map<string, Unit>> {
  const translations = new Map<string, Unit>()
  async function* text() {
    yield String(await read(article.replace(/\.\w+$/u, '.csv')))
  }
  for await (const unit of csv.read(text(), LANGUAGES)) translations.set(unit.source, unit)
  return translations
}
