import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rivalsAmong } from '../../glossary/rivals.ts'
import { overlap } from '../../glossary/validity.ts'

const day = fc.integer({ min: 10, max: 28 }).map((number) => `2024-05-${number}`)
const validity = fc
  .record({ from: day, until: day }, { requiredKeys: [] })
  .filter((validity) => overlap(validity, validity))
const claims = fc.array(fc.record({ owner: fc.constantFrom('a', 'b', 'c'), validity }), { maxLength: 12 })

test('a rival is found where comparing everything with everything finds one', () => {
  fc.assert(
    fc.property(claims, (claims) => {
      const hasRival = rivalsAmong(claims)
      for (const claim of claims) {
        const compared = claims.some((other) => other.owner !== claim.owner && overlap(other.validity, claim.validity))
        expect(hasRival(claim)).toBe(compared)
      }
    }),
    { seed: 20_261_124, numRuns: 2000 },
  )
})
