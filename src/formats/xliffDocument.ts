import { edited } from '../text/edits.ts'
import { decodeText, type Encoding, encodeText } from '../text/encoding.ts'
import { declaredBy } from '../text/xmlDeclaration.ts'
import type { DocumentFormat, Original, Paragraph } from './document.ts'
import { xliff } from './xliff.ts'
import { changesIn, editsFor } from './xliffFinish.ts'
import { type Spot, spotsIn } from './xliffSpots.ts'

/** XLIFF as a document: what it holds is translated in it, and all else of it stays as it was. */
export const xliffDocument: DocumentFormat = {
  id: xliff.id,
  title: (m) => m.fileFormats.xliffDocument,
  extensions: xliff.extensions,
  mediaType: xliff.mediaType,
  bilingual: true,

  async *read(original) {
    for (const spot of await spotsIn(decoded(original).file)) yield paragraphOf(spot)
  },

  async finish(original, replacements, languages) {
    const { file, encoding } = decoded(original)
    const spots = new Map((await spotsIn(file)).map((spot) => [slotOf(spot).start, spot]))
    const changes = changesIn(spots, replacements)
    if (changes.length === 0) return original.bytes
    return encodeText(edited(file, editsFor(file, changes, languages, encoding)), encoding)
  },
}

function decoded({ bytes, encoding }: Original): { file: string; encoding: Encoding } {
  const { text, ...known } = decodeText(bytes, declaredBy(bytes) ?? encoding)
  return { file: text, ...known }
}

const slotOf = ({ segment }: Spot) => {
  const { contentStart, contentEnd } = segment.source!.place!
  return { start: contentStart, end: contentEnd }
}

function paragraphOf(spot: Spot): Paragraph {
  const { source, target, codes, state, note, continues } = spot
  return {
    kind: 'paragraph',
    text: source,
    codes,
    slot: slotOf(spot),
    translation: { target, state, ...(note && { note }) },
    ...(continues && { continues }),
  }
}
