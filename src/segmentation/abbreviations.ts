import { Invalid } from '../errors.ts'
import { escapeXml } from '../text/xml.ts'
import { readSrxText } from './srx.ts'

/** Where the exceptions stand that people write as a list, in the rules of a language. */
const OPENING = '<!-- Abbreviations that end no sentence -->'
const CLOSING = '<!-- End of the abbreviations -->'
const BLOCK = new RegExp(`\\s*${OPENING}(?:(?!<!--)[\\s\\S])*${CLOSING}`, 'u')

/** What an abbreviation is between, in the words of the rules of the desk. Some tools end sentences behind the space. */
const BEGINS = '(?<![\\p{L}\\p{M}\\p{N}.&])'
const SPACE = '[\\s\\p{Z}]'
const ENDS = `${SPACE}{0,5}`

/** Abbreviations as somebody lists them, one a line, each once. A full stop that is left out is meant. */
export function readAbbreviations(list: string): string[] {
  const words = list.split('\n').map((line) =>
    line
      .split(/[\s\p{Z}]+/u)
      .filter(Boolean)
      .join(' '),
  )
  return [...new Set(words.filter((word) => word !== '').map((word) => (/[.!?…]$/u.test(word) ? word : `${word}.`)))]
}

/** A file of segmentation rules (SRX) without the abbreviations that `withAbbreviations` has put into it, and these. */
export function separateAbbreviations(srx: string): { rules: string; abbreviations: string[] } {
  const [block] = BLOCK.exec(srx) ?? []
  if (block === undefined) return { rules: srx, abbreviations: [] }
  const [, prefix = ''] = /<([^\s<>/:]+:)?rule\b/u.exec(block) ?? []
  const abbreviations = [...block.matchAll(/<[^/>]*beforebreak>([^<]*)</gu)].map(([, pattern]) =>
    wordOf(unescaped(pattern!)),
  )
  // One that somebody has changed is a rule of theirs.
  if (blockOf(abbreviations, prefix) !== block) return { rules: srx, abbreviations: [] }
  return { rules: srx.replace(BLOCK, ''), abbreviations }
}

/**
 * The file with these abbreviations in front of the rules for a language: no sentence ends behind one, whatever follows.
 * @throws Invalid when it is no such file, or has no rules for the language.
 */
export async function withAbbreviations(
  srx: string,
  language: string,
  abbreviations: readonly string[],
): Promise<string> {
  if (abbreviations.length === 0) return srx
  const [name] = (await readSrxText(srx)).namesFor(language)
  const place = [...srx.matchAll(TOKEN)].findLast(({ groups }) => groups?.['attributes'] && nameIn(groups) === name)
  if (place === undefined) throw new Invalid((m) => m.segmentation.noRulesFor(m.languages(language)))
  const { prefix = '', attributes, empty } = place.groups!
  const element = `${prefix}languagerule`
  const block = blockOf(abbreviations, prefix)
  return [
    srx.slice(0, place.index),
    `<${element}${attributes}>${block}${empty === '' ? '' : `</${element}>`}`,
    srx.slice(place.index + place[0].length),
  ].join('')
}

/** What is passed over whole, and the tags that open the rules of a language. */
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(?<prefix>[^\s<>/:]+:)?languagerule(?<attributes>(?:\s+[^\s=<>]+\s*=\s*(?:"[^"]*"|'[^']*'))+\s*)(?<empty>\/?)>/gu

function nameIn({ attributes }: Readonly<Record<string, string>>): string | undefined {
  const [, double, single] = /\slanguagerulename\s*=\s*(?:"([^"]*)"|'([^']*)')/u.exec(attributes!) ?? []
  const name = double ?? single
  return name === undefined ? undefined : unescaped(name)
}

function blockOf(abbreviations: readonly string[], prefix: string): string {
  const rules = abbreviations.flatMap((word) => [
    `<${prefix}rule break="no">`,
    `  <${prefix}beforebreak>${escapeXml(patternOf(word))}</${prefix}beforebreak>`,
    `  <${prefix}afterbreak></${prefix}afterbreak>`,
    `</${prefix}rule>`,
  ])
  return [OPENING, ...rules, CLOSING].map((line) => `\n        ${line}`).join('')
}

const patternOf = (word: string) => BEGINS + word.replace(/[\\^$.|?*+()[\]{}]/gu, '\\$&').replaceAll(' ', SPACE) + ENDS

const wordOf = (pattern: string) =>
  pattern.slice(BEGINS.length, -ENDS.length).replaceAll(SPACE, ' ').replace(/\\(.)/gu, '$1')

const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** A text of XML as a parser gives it. What is no character stays as it stands. */
const unescaped = (text: string) =>
  text.replace(/&(?:#x([\dA-Fa-f]+)|#(\d+)|(\w+));/gu, (whole, hex, decimal, name) => {
    if (name !== undefined) return CHARACTERS[name] ?? whole
    const codePoint = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return codePoint > 0x10_ff_ff ? whole : String.fromCodePoint(codePoint)
  })
