import { overlap, type Validity } from './validity.ts'

/** Something that somebody holds for a while, or always. */
export interface Claim {
  owner: unknown
  validity?: Validity | undefined
}

/**
 * Tells of a claim whether somebody else has one of these on a day on which it holds. A file may have one term in 100,000
 * concepts: they are looked up, not compared with one another.
 */
export function rivalsAmong(claims: readonly Claim[]): (claim: Claim) => boolean {
  const inOrder = claims
    .filter(({ validity }) => overlap(validity, validity))
    .toSorted((one, other) => compare(startOf(one), startOf(other)))
  /** Of those that begin no later than the claim at that place, the two of different owners that last longest. */
  const lasting: (readonly [Claim, Claim?])[] = []
  for (const claim of inOrder) {
    const [first = claim, ...others] = [claim, ...(lasting.at(-1) ?? [])]
      .filter((claim) => claim !== undefined)
      .sort((one, other) => compare(endOf(other), endOf(one)))
    const second = others.find(({ owner }) => owner !== first.owner)
    lasting.push(second ? [first, second] : [first])
  }
  return (claim) => {
    const begun = lasting[countUntil(inOrder, endOf(claim)) - 1] ?? []
    const rival = begun.find((other) => other?.owner !== claim.owner)
    return rival !== undefined && overlap(rival.validity, claim.validity)
  }
}

/** How many of them begin on a day or before it. */
function countUntil(inOrder: readonly Claim[], day: string): number {
  let [low, high] = [0, inOrder.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (startOf(inOrder[middle]!) <= day) low = middle + 1
    else high = middle
  }
  return low
}

const startOf = ({ validity }: Claim) => validity?.from ?? ''
const endOf = ({ validity }: Claim) => validity?.until ?? '9999'
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
