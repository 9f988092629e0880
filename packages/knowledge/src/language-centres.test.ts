import { expect, it } from 'vitest'
import { affinityScale } from './language-centres'
import known from './language-centres.json'

const dotWith = (vector: readonly number[]) => (other: Float32Array) =>
  vector.reduce((sum, value, at) => sum + value * other[at]!, 0)
const unit = (vector: readonly number[]) => {
  const length = Math.hypot(...vector)
  return vector.map((value) => value / length)
}
const { encoderId, questions, passages } = known[0]!
const nudged = (vector: readonly number[], at: number) =>
  unit(vector.map((value, place) => value + (place === at ? 0.5 : 0)))

it('sees through what all texts of a language share: only what differs from it counts', () => {
  const scale = affinityScale(encoderId, Float32Array.from(nudged(questions.zh, 5)), 'zh')
  const near = scale.affinity(dotWith(nudged(passages.en, 5)), 'en')
  const far = scale.affinity(dotWith(nudged(passages.en, 90)), 'en')
  expect(near).toBeGreaterThan(0.8)
  expect(Math.abs(far)).toBeLessThan(0.3)
})

it('is the plain cosine for an encoder it does not know', () => {
  const scale = affinityScale('another', Float32Array.from([1, 0, 0]), 'en')
  expect(scale.affinity(dotWith([0.6, 0.8, 0]), 'zh')).toBeCloseTo(0.6, 5)
})
