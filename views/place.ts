import type { Place, Show } from '../src/unit.ts'

/** The address of a segment in its document, opened, with the desk narrowed to what is asked for. */
export const addressOf = ({ documentId, position, segmentId }: Place, show: Show = 'all'): string =>
  `/documents/${documentId}?at=${position}${show === 'all' ? '' : `&show=${show}`}#segment-${segmentId}`

/** The same of a segment as the desk draws it. */
export const addressOfSegment = ({ id, ...place }: Omit<Place, 'segmentId'> & { id: number }): string =>
  addressOf({ segmentId: id, ...place })
