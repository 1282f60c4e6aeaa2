import { addProject as addProjectRow, type ProjectRow, projectNamed } from '../../db/projects.ts'
import { Conflict, Invalid } from '../errors.ts'
import { kept } from '../text/kept.ts'
import type { LanguagePair, Segmentation } from '../unit.ts'
import type { Desk } from './desk.ts'
import { perform } from './perform.ts'

export interface NewProject {
  name: string
  languages: LanguagePair
  /** Sentences, unless somebody says otherwise. */
  segmentation?: Segmentation | undefined
  by: string | null
  operationId: string
}

/** Begin a project. @throws Conflict when there is one of that name that is otherwise than somebody says. */
export async function addProject(
  { db }: Desk,
  { name, languages, segmentation, by, operationId }: NewProject,
): Promise<ProjectRow> {
  const trimmed = kept(name).trim()
  if (trimmed === '') throw new Invalid((m) => m.desk.projectNameMissing)
  const known = await projectNamed(db, trimmed)
  if (known !== undefined) {
    if (known.source !== languages.source || known.target !== languages.target)
      throw new Conflict((m) => m.desk.otherLanguages(known.name, known.source, known.target))
    if (segmentation !== undefined && segmentation !== known.segmentation)
      throw new Conflict((m) => m.desk.otherSegmentation(known.name, known.segmentation))
    return known
  }
  await perform(db, { operationId, act: 'project', by }, [
    addProjectRow(db, { name: trimmed, ...languages, segmentation, createdAt: new Date() }),
  ])
  const added = await projectNamed(db, trimmed)
  if (added === undefined) throw new Conflict((m) => m.desk.doneBefore)
  return added
}
