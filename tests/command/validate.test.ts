import { expect, test } from 'vitest'
import { folderOf, run } from './run.ts'

const document = (content: string) =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="fr">\n<file id="f">${content}</file></xliff>`
const GOOD = document('<unit id="1"><segment><source>Oui</source></segment></unit>')
const BAD = document('\n<unit id="1">\n<segment state="done">\n<source>Oui</source></segment></unit>')

test('findings have their line and their rule, and end with 1', async () => {
  const folder = await folderOf({ 'bad.xlf': BAD, 'good.xlf': GOOD })
  const text = await run(folder, 'validate', 'good.xlf', 'bad.xlf')
  expect(text.stdout.split('\n')[0]).toBe('bad.xlf:4: “done” is no value for state of <segment>. [attribute-value]')
  expect([text.code, text.stderr]).toEqual([1, '2 files: 2 findings.\n'])

  const json = await run(folder, 'validate', '--format', 'json', 'bad.xlf')
  expect(JSON.parse(json.stdout.split('\n')[1]!)).toEqual({
    file: 'bad.xlf',
    line: 4,
    rule: 'state-target',
    clause: '4.3.1.31',
    message: 'A segment without a target cannot be “done”.',
  })
})

test('a clean file ends with 0, one that is no XLIFF 2 with 2', async () => {
  const folder = await folderOf({ 'good.xlf': GOOD, 'old.xlf': '<xliff version="1.2"/>' })
  expect((await run(folder, 'validate', 'good.xlf')).code).toBe(0)
  const mixed = await run(folder, 'validate', 'old.xlf', 'good.xlf')
  expect(mixed.code).toBe(2)
  expect(mixed.stderr).toContain('old.xlf: Line 1: The rules are those of XLIFF 2.0 to 2.2, and this is XLIFF “1.2”.')
})
