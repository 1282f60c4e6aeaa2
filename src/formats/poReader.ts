import { FormatError } from '../errors.ts'
import type { LanguagePair, Unit } from '../unit.ts'
import { stateOf } from './fields.ts'
import type { PassOver } from './format.ts'
import { sidesIn } from './languages.ts'
import { type Message, messagesOf } from './poMessages.ts'

/** What a file says of its languages: into which it translates, and seldom from which. */
interface Said {
  source?: string | undefined
  target?: string | undefined
}

/**
 * Gettext's PO. Where a file does not say its languages they are those asked for; one that translates into the source of the
 * pair serves it the other way round.
 */
export async function* readPo(
  file: AsyncIterable<string>,
  pair: LanguagePair,
  passOver?: PassOver,
): AsyncGenerator<Unit> {
  let said: Said = {}
  let sides = sidesIn(said, pair)
  for await (const message of messagesOf(file)) {
    if (message.id === '' && message.context === '') {
      said = saidIn(message)
      sides = sidesIn(said, pair)
    } else if (message.id === '') continue
    else if (sides === undefined) passOver?.([said.source, said.target].filter((tag) => tag !== undefined))
    else yield* unitsOf(message, sides.source === 'target')
  }
}

/** Also what a template says that nobody has filled in. */
const READABLE = /^(?:utf-?8|(?:us-)?ascii|charset)$/iu

/** The message with an empty id says what the file is. */
function saidIn({ translations, line }: Message): Said {
  const header = translations.map(({ text }) => text).join('\n')
  const [, charset = 'UTF-8'] = /^content-type:.*charset="?([^\s;"]+)/imu.exec(header) ?? []
  if (!READABLE.test(charset)) throw new FormatError((m) => m.po.charset(charset), line)
  // A locale such as sr_RS@latin or fr_FR.UTF-8.
  const [, target] = /^language:[ \t]*([^\s@.]+)/imu.exec(header) ?? []
  const [, source] = /^x-source-language:[ \t]*([^\s@.]+)/imu.exec(header) ?? []
  return { source, target }
}

/** One of each form; all but the first translate the plural. What has no translation yet says nothing the other way round. */
function* unitsOf(message: Message, isTurned: boolean): Generator<Unit> {
  const { line, id, plural, context, translations, notes, fuzzy } = message
  const note = notes.join('\n')
  for (const { text, form } of translations) {
    if (isTurned && text === '') continue
    const unitId = [context, form === undefined ? '' : `msgstr[${form}]`].filter(Boolean).join('/')
    const original = plural !== undefined && form !== undefined && form > 0 ? plural : id
    yield {
      source: isTurned ? text : original,
      target: isTurned ? original : text,
      state: fuzzy && text !== '' ? 'draft' : stateOf(text),
      line,
      ...(unitId && { id: unitId }),
      ...(note && { note }),
    }
  }
}
