import type { FC } from 'hono/jsx'
import type { Messages } from '../src/messages/index.ts'
import type { Piece } from '../src/text/tags.ts'
import type { Code } from '../src/unit.ts'

interface TagProps {
  type: Exclude<Piece['type'], 'text'>
  number: number
  codes: readonly Code[]
  /** Where it is still to be written: a click puts it there. */
  insertable?: Messages | undefined
}

/** A tag where it stands in a text. Its own markup is what the pointer learns of it. */
export const Tag: FC<TagProps> = ({ type, number, codes, insertable: m }) => {
  const code = codes.find((code) => code.number === number)
  if (m === undefined || code === undefined)
    return (
      <span class={`tag ${type}`} title={code?.open}>
        {number}
      </span>
    )
  return (
    // The keyboard has F8, and the chip of the same tag.
    <button
      type="button"
      class={`tag ${type}`}
      tabindex={-1}
      title={code.open}
      aria-label={m.desk.insertTag(number)}
      {...insertionOf(code)}
    >
      {number}
    </button>
  )
}

/** What the script puts into the text for a tag: a pair goes around what is selected. */
export const insertionOf = ({ number, close }: Code) =>
  close === undefined
    ? { 'data-open': `<${number}/>`, 'data-close': '' }
    : { 'data-open': `<${number}>`, 'data-close': `</${number}>` }
