import { FormatError, Invalid } from '../errors.ts'
import { readXml, type XmlEvent } from '../text/readXml.ts'
import { Automaton, Workshop } from './automaton.ts'
import { type Expression, readExpression } from './expression.ts'
import { compileRules, type Rule, type Rules } from './rules.ts'

/** A file of segmentation rules. */
export interface Srx {
  /** What the rules for a language are called, in their order. None where the file has nothing for it. */
  namesFor(language: string): readonly string[]
  /** The rules for a language (BCP 47), in their order. @throws Invalid when they are too large to be applied. */
  rulesFor(language: string): Rules
}

const VERSIONS: ReadonlySet<string> = new Set(['1.0', '2.0'])
/** As much of an expression as a sentence shows. */
const SHOWN = 80
const YES_NO = ['yes', 'no'] as const
/** What the header says, with what it may say. Of it only `cascade` is applied: a text here has no subflows, and tags stay in pairs. */
const HEADER: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  header: { segmentsubflows: YES_NO, cascade: YES_NO },
  formathandle: { type: ['start', 'end', 'isolated'], include: YES_NO },
}

/** A language map, and the line it stands on. */
interface LanguageMap {
  name: string
  languages: Expression
  line: number
}

/**
 * Read a file of SRX 1.0 or 2.0. What it says besides the standard is passed over.
 * @throws FormatError when the file is none, or a rule cannot be understood.
 */
export async function readSrx(file: AsyncIterable<string>): Promise<Srx> {
  const reader = new SrxReader()
  for await (const events of readXml(file)) for (const event of events) reader.read(event)
  return reader.end()
}

/** The same of a file that stands in memory. */
export const readSrxText = (text: string): Promise<Srx> => readSrx(whole(text))

async function* whole(text: string): AsyncGenerator<string> {
  yield text
}

class SrxReader {
  readonly #path: string[] = []
  readonly #rules = new Map<string, Rule[]>()
  readonly #maps: LanguageMap[] = []
  /** All maps that match count, one after the other, instead of the first. */
  #cascade = false
  /** The rules being read, and of the one being read what stands before and after. */
  #current: Rule[] = []
  #sides = { before: '', after: '', beforeLine: 0, afterLine: 0, breaks: true }

  read(event: XmlEvent): void {
    if (event.type === 'open') {
      this.#open(event)
      this.#path.push(event.name)
    } else if (event.type === 'close') {
      this.#path.pop()
      if (event.name === 'rule' && this.#path.at(-1) === 'languagerule') this.#current.push(this.#rule())
    } else if (this.#path.at(-2) === 'rule') {
      if (this.#path.at(-1) === 'beforebreak') this.#sides.before += event.text
      if (this.#path.at(-1) === 'afterbreak') this.#sides.after += event.text
    }
  }

  end(): Srx {
    const unmapped = this.#maps.find(({ name }) => !this.#rules.has(name))
    if (unmapped) throw new FormatError((m) => m.segmentation.unknownRules(unmapped.name), unmapped.line)
    if (this.#maps.length === 0) throw new FormatError((m) => m.segmentation.noMaps)
    const compiled = new Map<string, Rules>()
    return {
      namesFor: (language) => this.#namesFor(language),
      rulesFor: (language) => {
        const names = this.#namesFor(language)
        const key = names.join('\n')
        const rules = compiled.get(key) ?? compileRules(names.flatMap((name) => this.#rules.get(name)!))
        compiled.set(key, rules)
        return rules
      },
    }
  }

  #namesFor(language: string): string[] {
    const matching = this.#maps.filter(({ languages }) => isWhole(languages, language))
    return (this.#cascade ? matching : matching.slice(0, 1)).map(({ name }) => name)
  }

  #open({ name, attributes, line }: XmlEvent & { type: 'open' }): void {
    const within = this.#path.at(-1)
    if (within === undefined) {
      if (name !== 'srx') throw new FormatError((m) => m.segmentation.notSrx(name), line)
      const { version = '' } = attributes
      if (!VERSIONS.has(version)) throw new FormatError((m) => m.segmentation.version(version), line)
    }
    for (const [attribute, values] of Object.entries(HEADER[name] ?? {})) {
      const value = attributes[attribute]
      if (value !== undefined && !values.includes(value)) throw unknownValue(attribute, value, values, line)
    }
    if (name === 'header' && within === 'srx') this.#cascade = attributes['cascade'] === 'yes'
    if (name === 'languagerule' && within === 'languagerules') {
      this.#current = []
      this.#rules.set(needed(attributes, name, 'languagerulename', line), this.#current)
    }
    if (name === 'rule' && within === 'languagerule') {
      const { break: breaks = 'yes' } = attributes
      if (breaks !== 'yes' && breaks !== 'no') throw unknownValue('break', breaks, YES_NO, line)
      this.#sides = { before: '', after: '', beforeLine: line, afterLine: line, breaks: breaks === 'yes' }
    }
    if (name === 'beforebreak') this.#sides.beforeLine = line
    if (name === 'afterbreak') this.#sides.afterLine = line
    // In SRX 1.0 maps stand in groups.
    if (name === 'languagemap' && (within === 'maprules' || within === 'maprule')) {
      const pattern = needed(attributes, name, 'languagepattern', line)
      const languages = expression(pattern, line, true)
      this.#maps.push({ name: needed(attributes, name, 'languagerulename', line), languages, line })
    }
  }

  #rule(): Rule {
    const { before, after, beforeLine, afterLine, breaks } = this.#sides
    return {
      breaks,
      before: expression(before, beforeLine),
      after: expression(after, afterLine),
    }
  }
}

function expression(pattern: string, line: number, ignoreCase = false): Expression {
  try {
    return readExpression(pattern, ignoreCase)
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    const shown = pattern.length > SHOWN ? `${pattern.slice(0, SHOWN)}…` : pattern
    throw new FormatError((m) => m.segmentation.inExpression(shown, error.say(m)), line)
  }
}

/** Whether an expression matches all of a text. */
function isWhole(expression: Expression, text: string): boolean {
  const end: Expression = readExpression('\\z')
  return new Automaton(new Workshop(), [{ type: 'sequence', parts: [expression, end] }], false).matches(text, 0)
}

function needed(attributes: Readonly<Record<string, string>>, element: string, name: string, line: number): string {
  const value = attributes[name]
  if (value === undefined) throw new FormatError((m) => m.segmentation.missing(element, name), line)
  return value
}

const unknownValue = (attribute: string, value: string, values: readonly string[], line: number) =>
  new FormatError((m) => m.segmentation.unknownValue(attribute, value, values), line)
