import { readFile } from 'node:fs/promises'
import { personByEmail } from '../../db/people.ts'
import { allProjects } from '../../db/projects.ts'
import { segmentsAfter } from '../../db/segments.ts'
import { addProject } from '../desk/addProject.ts'
import { approve } from '../desk/approve.ts'
import type { Desk } from '../desk/desk.ts'
import { importDocument } from '../desk/importDocument.ts'
import { saveTarget } from '../desk/saveTarget.ts'
import { submit } from '../desk/submit.ts'
import { csv } from '../formats/csv.ts'
import { ENGLISH } from '../messages/index.ts'
import { addPerson } from '../people/addPerson.ts'
import type { LanguagePair, Role, Unit } from '../unit.ts'

const ARTICLES = ['exercice-conjoint-konya.txt', 'negociations-frontiere.md', 'formation-logistique-otan.txt']
const LANGUAGES: LanguagePair = { source: 'fr', target: 'en' }

const read = (name: string) => readFile(new URL(name, import.meta.url))

/** Fill an empty desk with a project in which every state can be seen. Its authors have no password: nobody can sign in as them. */
export async function fillSample(desk: Desk): Promise<void> {
  if ((await allProjects(desk.db)).length > 0) return
  const project = await addProject(desk, {
    name: ENGLISH.sample.project,
    languages: LANGUAGES,
    by: null,
    operationId: 'sample',
  })
  const translator = await sampleAccount(desk, 'translator', project.id)
  const reviewer = await sampleAccount(desk, 'reviewer', project.id)

  for (const name of ARTICLES) {
    const document = await importDocument(desk, {
      project,
      name,
      bytes: await read(name),
      by: null,
      operationId: `sample.${name}`,
    })
    const translations = await translationsOf(name)
    for (const { id, source } of await segmentsAfter(desk.db, document.id, 'all', 0, 1000)) {
      const { target, state } = translations.get(source) ?? { target: '', state: 'initial' }
      const operationId = (act: string) => `sample.${act}.${id}`
      if (state === 'initial') continue
      await saveTarget(desk, {
        segmentId: id,
        base: 0,
        target,
        by: translator,
        origin: 'sample',
        operationId: operationId('save'),
      })
      if (state === 'draft') continue
      await submit(desk, { segmentId: id, revision: 1, by: translator, operationId: operationId('submit') })
      if (state === 'approved')
        await approve(desk, { segmentId: id, revision: 1, by: reviewer, operationId: operationId('approve') })
    }
  }
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
