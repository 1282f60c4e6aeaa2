import type { Child } from 'hono/jsx'
import type { Messages } from '../src/messages/index.ts'
import { plain } from '../src/text/tags.ts'
import type { Sentence, Show } from '../src/unit.ts'
import { addressOf } from './place.ts'

interface SentencesProps<Shown extends Sentence> {
  m: Messages
  sentences: readonly Shown[]
  /** What the desk is narrowed to, where a sentence leads to it. */
  show?: Show
  /** What stands above the place of a sentence. */
  about?: (sentence: Shown) => Child
}

/** Sentences of any documents beside their translations, and the way to each. */
export function Sentences<Shown extends Sentence>({ m, sentences, show, about }: SentencesProps<Shown>) {
  return (
    <table class="list sentences">
      <tbody>
        {sentences.map((sentence) => (
          <tr>
            <td>
              {about && <div>{about(sentence)}</div>}
              <a href={addressOf(sentence, show)}>
                {sentence.document}, {m.count(sentence.position)}
              </a>
            </td>
            <td lang={sentence.languages.source}>{plain(sentence.source, sentence.codes).text}</td>
            <td lang={sentence.languages.target}>{plain(sentence.target, sentence.codes).text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
