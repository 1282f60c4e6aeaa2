/** How a text of several lines breaks them: its line end, and what stands in front of each but the first. */
export function breaksOf(text: string): { lineEnd: string; indentation: string } | undefined {
  const [, lineEnd, indentation] = /(\r\n?|\n)([ \t]*(?:>[ \t]*)*)(?=[^ \t\r\n>])/u.exec(text) ?? []
  return lineEnd === undefined || indentation === undefined ? undefined : { lineEnd, indentation }
}

/**
 * A text on one line, broken as the one it takes the place of was: no line longer than its longest, with its indentation and its
 * line ends. It stays on one line where that one did.
 */
export function wrapped(text: string, was: string): string {
  const breaks = breaksOf(was)
  if (breaks === undefined) return text
  const { lineEnd, indentation } = breaks
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
/** What a line does not end behind; nothing is what stands between two spaces. */
const STAYS = /^$|[\s\\>]$/u

/**
 * What stands between spaces at which a line may end: not among several, nor behind what Markdown would take for a hard end or for the
 * beginning of a block.
 */
function wordsOf(text: string): string[] {
  const words: string[][] = []
  let before: string | undefined
  for (const word of text.split(' ')) {
    if (before === undefined || (BEGINS_LINE.test(word) && !STAYS.test(before))) words.push([word])
    else words.at(-1)!.push(word)
    before = word
  }
  return words.map((parts) => parts.join(' '))
}
