import fc from 'fast-check'

/** A text with codes in it: some in pairs, some alone, some without their other half. `id` keeps ids apart. */
type Inline = (id: number) => string

const words = fc.constantFrom(
  'Mot',
  ' la suite',
  ' été',
  ' R&amp;D',
  ' &lt;1>',
  '&lt;2/>',
  ' 😀',
  '\n  ',
  ' ',
  '<![CDATA[a<b]]>',
  '&#13;',
  '.',
)

const inline2: fc.Arbitrary<Inline> = fc.letrec<{ inline: Inline }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3 },
    words.map((text) => () => text),
    fc.constantFrom<Inline>(
      (id) => `<ph id="${id}" dataRef="d1"/>`,
      (id) => `<ph id="${id}" canDelete="no" equiv="x"/>`,
      (id) => `<sc id="${id}"/>a<ec startRef="${id}"/>`,
      (id) => `<sc id="${id}"/>a<sc id="${id}0"/>b<ec startRef="${id}"/>c<ec startRef="${id}0"/>`,
      (id) => `<ec id="${id}" isolated="yes"/>`,
      (id) => `<pc id="${id}" />`,
      () => '<cp hex="0001"/>',
    ),
    fc.array(tie('inline'), { maxLength: 3 }).map(
      (inner): Inline =>
        (id) =>
          `<pc id='${id}' dataRefStart="d1" dataRefEnd="d2">${inner.map((of, at) => of(id * 10 + at + 1)).join('')}</pc>`,
    ),
    tie('inline').map(
      (inner): Inline =>
        (id) =>
          `<mrk id="m${id}" translate="yes">${inner(id * 10 + 9)}</mrk>`,
    ),
  ),
})).inline

const inline12: fc.Arbitrary<Inline> = fc.letrec<{ inline: Inline }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3 },
    words.map((text) => () => text),
    fc.constantFrom<Inline>(
      (id) => `<x id="${id}" ctype="lb"/>`,
      (id) => `<ph id="${id}">&lt;br/></ph>`,
      (id) => `<bpt id="${id}" rid="${id}">&lt;b></bpt>a<ept id="${id}" rid="${id}">&lt;/b></ept>`,
      (id) => `<bx id="${id}"/>a<ex id="${id}"/>`,
      (id) => `<it id="${id}" pos="close">&lt;/i></it>`,
    ),
    fc.array(tie('inline'), { maxLength: 3 }).map(
      (inner): Inline =>
        (id) =>
          `<g id="${id}">${inner.map((of, at) => of(id * 10 + at + 1)).join('')}</g>`,
    ),
  ),
})).inline

const textOf = (parts: readonly Inline[], from = 1) => parts.map((part, at) => part(from + at)).join('')

const segments = (inline: fc.Arbitrary<Inline>) =>
  fc.array(
    fc.record({
      source: fc.array(inline, { maxLength: 4 }),
      target: fc.option(fc.array(inline, { maxLength: 4 })),
      state: fc.constantFrom('', ' state="initial"', ' state="translated"', ' state="final"'),
    }),
    { minLength: 1, maxLength: 3 },
  )

const document2 = fc
  .record({
    units: fc.array(segments(inline2), { minLength: 1, maxLength: 3 }),
    hasLanguage: fc.boolean(),
    prefix: fc.constantFrom('', 'x:'),
  })
  .map(({ units, hasLanguage, prefix }) => {
    const isTranslated = hasLanguage || units.flat().some(({ target }) => target !== null)
    const body = units.map((segments, number) => {
      const written = segments.map(({ source, target, state }, at) => {
        const said = target === null ? '' : `\n    <target>${textOf(target, at * 1000 + 1)}</target>`
        return `   <segment id="s${at}"${target === null ? '' : state}>\n    <source>${textOf(source, at * 1000 + 1)}</source>${said}\n   </segment>`
      })
      return `  <unit id="u${number}">\n   <originalData><data id="d1">&lt;b></data><data id="d2">&lt;/b></data></originalData>\n${written.join('\n   <ignorable><source> </source></ignorable>\n')}\n  </unit>\n`
    })
    const xml = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="fr"${isTranslated ? ' trgLang="en"' : ''}>\n <file id="f">\n${body.join('')} </file>\n</xliff>\n`
    if (prefix === '') return xml
    return xml.replace(/<(\/?)(?=[a-z])/gu, `<$1${prefix}`).replace('xmlns=', `xmlns:x=`)
  })

const document12 = fc
  .record({ units: fc.array(segments(inline12), { minLength: 1, maxLength: 3 }), crlf: fc.boolean() })
  .map(({ units, crlf }) => {
    const body = units.map((segments, number) => {
      const whole = segments.length === 1
      const marked = (parts: readonly Inline[], at: number) =>
        whole ? textOf(parts) : `<mrk mtype="seg" mid="${at}">${textOf(parts, at * 1000 + 1)}</mrk>`
      const source = segments.map(({ source }, at) => marked(source, at)).join(' ')
      const targets = segments.map(({ target }, at) => (target === null ? '' : marked(target, at)))
      const said = targets.some(Boolean)
        ? `\n<target state-qualifier="fuzzy-match"${segments[0]!.state}>${targets.join(' ')}</target>`
        : ''
      return `<trans-unit id="${number}">\n<source>${segments.map(({ source }, at) => textOf(source, at * 1000 + 1)).join(' ')}</source>${whole ? '' : `\n<seg-source>${source}</seg-source>`}${said}\n<note>n</note></trans-unit>\n`
    })
    const xml = `<?xml version="1.0"?>\n<xliff version="1.2"><file original="f" source-language="fr" datatype="x"><body>\n${body.join('')}</body></file></xliff>`
    return crlf ? xml.replaceAll('\n', '\r\n') : xml
  })

/** XLIFF of both generations as other tools might have written it, all of it valid but for what 1.2 leaves open. */
export const xliffDocuments: fc.Arbitrary<string> = fc.oneof(document2, document12)
