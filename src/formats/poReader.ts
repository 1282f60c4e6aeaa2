import { FormatError } from '../errors.ts'
import type { LanguagePair, Unit } from '../unit.ts'
import { stateOf } from './fields.ts'
import type { PassOver } from './format.ts'
import { inLanguage } from './languages.ts'
import { type Message, messagesOf } from './poMessages.ts'

/**
 * Gettext's PO. A file says into which language it translates and not from which: that is the one asked for. Of a file in
 * another language than that of the targets everything is passed over.
 */
export async function* readPo(
  file: AsyncIterable<string>,
  { target }: LanguagePair,
  passOver?: PassOver,
): AsyncGenerator<Unit> {
  let language = target
  for await (const message of messagesOf(file)) {
    if (message.id === '' && message.context === '') language = languageIn(message) ?? target
    else if (message.id === '') continue
    else if (inLanguage([language], target, (tag) => tag)) yield* unitsOf(message)
    else passOver?.([language])
  }
}

/** Also what a template says that nobody has filled in. */
const READABLE = /^(?:utf-?8|(?:us-)?ascii|charset)$/iu

/** The message with an empty id says what the file is: here, into which language. */
function languageIn({ translations, line }: Message): string | undefined {
  const header = translations.map(({ text }) => text).join('\n')
  const [, charset = 'UTF-8'] = /^content-type:.*charset="?([^\s;"]+)/imu.exec(header) ?? []
  if (!READABLE.test(charset)) throw new FormatError((m) => m.po.charset(charset), line)
  // A locale such as sr_RS@latin or fr_FR.UTF-8.
  return /^language:[ \t]*([^\s@.]+)/imu.exec(header)?.[1]
}

/** One of each form; all but the first translate the plural. */
function* unitsOf({ line, id, plural, context, translations, notes, fuzzy }: Message): Generator<Unit> {
  const note = notes.join('\n')
  for (const { text, form } of translations) {
    const unitId = [context, form === undefined ? '' : `msgstr[${form}]`].filter(Boolean).join('/')
    yield {
      source: plural !== undefined && form !== undefined && form > 0 ? plural : id,
      target: text,
      state: fuzzy && text !== '' ? 'draft' : stateOf(text),
      line,
      ...(unitId && { id: unitId }),
      ...(note && { note }),
    }
  }
}
