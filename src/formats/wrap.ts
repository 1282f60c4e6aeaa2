/**
 * A text on one line, broken as the one it takes the place of was: no line longer than its longest, with its indentation and its
 * line ends. It stays on one line where that one did.
 */
export function wrapped(text: string, was: string): string {
  const [, lineEnd, indentation] = /(\r\n?|\n)([^\S\r\n]*(?:>[^\S\r\n]*)*)(?=\S)/u.exec(was) ?? []
  if (lineEnd === undefined || indentation === undefined) return text
  const widest = was.split(/\r\n?|\n/u).reduce((widest, line) => Math.max(widest, line.trimEnd().length), 0)

  const lines: string[] = []
  let line = ''
  for (const word of wordsOf(text)) {
    const room = lines.length === 0 ? widest : widest - indentation.length
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line)
      line = word
    } else line += line === '' ? word : ` ${word}`
  }
  return [...lines, line].join(lineEnd + indentation)
}

/** What a line may begin with without looking like the point of a list, a heading or a rule. */
const BEGINS_LINE = /^[\p{L}«“‘"'([]/u

/** What stands between spaces at which a line may end. */
function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const word of text.split(' ')) {
    if (words.length === 0 || BEGINS_LINE.test(word)) words.push(word)
    else words.push(`${words.pop()} ${word}`)
  }
  return words
}
