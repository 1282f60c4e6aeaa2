import type { ProjectRow } from '../../db/projects.ts'
import type { Rules } from '../segmentation/rules.ts'
import { readSrxText } from '../segmentation/srx.ts'
import { ourRules } from './ourRules.ts'

/** How a project says where its documents are cut. */
export type Cutting = Pick<ProjectRow, 'source' | 'segmentation' | 'rules'>

/** Where sentences end in a project: by its own rules or by ours; nothing where it works on whole paragraphs. */
export async function rulesOf({ source, segmentation, rules }: Cutting): Promise<Rules | undefined> {
  if (segmentation === 'paragraph') return undefined
  if (rules === null) return ourRules(source)
  return (await readSrxText(rules)).rulesFor(source)
}
