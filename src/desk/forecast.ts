/** How far an import is: the share of its bytes, from 0 to 1, and how many seconds it may still take, once that can be told. */
export interface Forecast {
  share: number
  secondsLeft?: number
}

/** Milliseconds before which nothing can be told. */
const TELLING = 1000

/** Of an import that has gone on for so many milliseconds; nothing where nobody knows how much is to come. */
export function forecast(bytes: number, size: number | null | undefined, elapsed: number): Forecast | undefined {
  if (!size) return undefined
  const share = Math.min(1, bytes / size)
  if (elapsed < TELLING || share === 0) return { share }
  return { share, secondsLeft: Math.ceil((elapsed / 1000) * (1 / share - 1)) }
}
