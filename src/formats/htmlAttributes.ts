import type { Slot } from '../unit.ts'
import { named } from './htmlElements.ts'
import type { Attribute, StartTag } from './htmlTokens.ts'

/** Attributes that are read or heard, whatever element has them. */
const TEXTS = named(`alt title placeholder aria-label aria-description aria-placeholder aria-roledescription
  aria-valuetext`)

const TEXTS_OF: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['optgroup', named('label')],
  ['option', named('label')],
  ['track', named('label')],
  ['table', named('summary')],
  ['th', named('abbr')],
  ['object', named('standby')],
])

/** What a `meta` says that is text, by its `name`, `property` or `itemprop`. */
const META_TEXTS = named(`description keywords abstract subject application-name apple-mobile-web-app-title
  og:title og:description og:site_name og:image:alt og:video:alt og:audio:alt
  twitter:title twitter:description twitter:image:alt twitter:label1 twitter:label2 twitter:data1 twitter:data2
  dc.title dc.description dc.subject dcterms.title dcterms.description dcterms.subject
  headline alternativeheadline caption`)

const META_LANGUAGES = named('content-language language dc.language dcterms.language og:locale inlanguage')

/** Buttons whose words are their value. */
const BUTTONS = named('submit button reset')

/** The attributes of an element that are texts. */
export function textsIn(tag: StartTag): Attribute[] {
  const { name, attributes } = tag
  if (name === 'meta') return attributes.filter((attribute) => attribute.name === 'content' && saysOf(tag, META_TEXTS))
  // Its title is what the choice between style sheets goes by.
  if (name === 'link' && /\bstylesheet\b/iu.test(attributeOf(tag, 'rel'))) return []
  const isButton = name === 'input' && BUTTONS.has(attributeOf(tag, 'type').trim().toLowerCase())
  return attributes.filter(
    ({ name: attribute }) =>
      TEXTS.has(attribute) || TEXTS_OF.get(name)?.has(attribute) || (isButton && attribute === 'value'),
  )
}

/** The attributes of an element that name the language of the document or of a part of it. */
export function languagesIn(tag: StartTag): Attribute[] {
  if (tag.name === 'meta' && saysOf(tag, META_LANGUAGES)) return tag.attributes.filter(({ name }) => name === 'content')
  return tag.attributes.filter(({ name }) => name === 'lang' || name === 'xml:lang')
}

const saysOf = (tag: StartTag, names: ReadonlySet<string>) =>
  ['name', 'property', 'itemprop', 'http-equiv'].some((key) => names.has(attributeOf(tag, key).trim().toLowerCase()))

const attributeOf = ({ attributes }: StartTag, key: string) => attributes.find(({ name }) => name === key)?.value ?? ''

/** Where the value of an attribute stands: between its quotation marks, which `as` names, or bare. */
export function valueSlot({ start, end }: Attribute, source: string): Slot | undefined {
  const [, before, quote] = /^([^\s=]+\s*=\s*)(["']?)/u.exec(source.slice(start, end)) ?? []
  if (before === undefined || quote === undefined) return undefined
  const from = start + before.length + quote.length
  return { start: from, end: end - quote.length, as: quote === '"' ? 'double' : quote === "'" ? 'single' : 'bare' }
}
