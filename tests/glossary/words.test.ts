import { describe, expect, test } from 'vitest'
import { fold } from '../../glossary/fold.ts'
import { grammarOf } from '../../glossary/grammar.ts'
import { wordsOf } from '../../glossary/words.ts'

const cut = (language: string, text: string) => wordsOf(fold(text), grammarOf(language)).map(({ key }) => key)

describe('words', () => {
  test.each([
    ['fr', 'l’armée', ["l'", 'armée']],
    ['fr', 'Jusqu’à l’état-major', ["jusqu'", 'à', "l'", 'état', 'major']],
    ['fr', 'lorsqu’on, puisqu’il', ["lorsqu'", 'on', ',', "puisqu'", 'il']],
    ['fr', 'd’aujourd’hui', ["d'", "aujourd'hui"]],
    ['fr', 'presqu’île et presqu’achevé', ["presqu'île", 'et', "presqu'", 'achevé']],
    ['fr', 'prud’homme, quelqu’un', ["prud'homme", ',', "quelqu'un"]],
    ['fr', 'L’OTAN', ["l'", 'otan']],
    ['fr', '« paix »', ['«', 'paix', '»']],
    ['en', 'the ministry’s spokesman', ['the', 'ministry', "'s", 'spokesman']],
    ['en', 'the ministries’ spokesmen', ['the', 'ministries', "'s", 'spokesmen']],
    ['en', 'don’t', ["don't"]],
    ['en', 'military attachés', ['military', 'attaches']],
    ['en', 'special-forces unit', ['special', 'forces', 'unit']],
    ['en', 'the army - or not', ['the', 'army', '-', 'or', 'not']],
    ['de', 'l’armée', ["l'armée"]],
  ])('%s: %s', (language, text, words) => {
    expect(cut(language, text)).toEqual(words)
  })
})
