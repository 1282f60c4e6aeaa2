import { expect, test } from 'vitest'
import { ourRules } from '../../src/desk/ourRules.ts'
import { segment } from '../../src/segmentation/segment.ts'

const english = await ourRules('en-GB')

test.each<[name: string, ...sentences: string[]]>([
  ['two full stops', 'The talks opened in Geneva.', 'They lasted two hours.'],
  ['titles', 'Mr. Aliyev met Mrs. Merkel, Dr. Petit and H.E. Ambassador Roux.', 'All agreed.'],
  ['ranks', 'Gen. Hasanov, Lt. Col. Smith and Sgt. Jones signed.'],
  ['a word that looks like a rank', 'They crossed the col.', 'The general followed.'],
  ['initials', 'J. K. Rowling and J.R.R. Tolkien write.'],
  ['a letter ends', 'They chose plan B.', 'It is cheaper.'],
  ['a short acronym', 'The U.S. Army withdrew from the U.S.', 'It was late.'],
  ['a time', 'It opens at 9 a.m. Tuesday and closes at 5 p.m.', 'Nobody came.'],
  ['references', 'See p. 12, no. 884, art. V and fig. 3 for details.'],
  ['for example', 'Some states, e.g. Malta, i.e. islands, refused.'],
  ['a quotation', '“Peace is near.”', 'He said so.'],
  ['a saying', '“Is peace near?” he asked.', 'Nobody answered.'],
  ['a quotation begins', 'He spoke.', '“Peace is near,” he said.'],
  ['a cut', 'The minister (...) Hasanov left.', '(...)'],
  ['decimals', 'The budget is 2.5 billion.', 'It grows.'],
])('%s', (_, ...sentences) => {
  const text = sentences.join(' ')
  expect(segment({ kind: 'paragraph', text, codes: [] }, english).map((sentence) => sentence.text)).toEqual(sentences)
})

test('a language without rules of its own still ends its sentences', async () => {
  const paragraph = { kind: 'paragraph' as const, text: 'Der Text steht. Er gilt.', codes: [] }
  expect(segment(paragraph, await ourRules('de')).map(({ text }) => text)).toEqual(['Der Text steht.', 'Er gilt.'])
})
