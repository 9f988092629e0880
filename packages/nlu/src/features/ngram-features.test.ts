import { expect, test } from 'vitest'
import { fitNgrams, NGRAM_COLUMNS, ngramVector } from './ngram-features'

const texts = ['book a meeting room', 'book a flight', 'reset my password', '预订会议室', '重置密码', '請假']
const statistics = fitNgrams(texts)
const cosine = (left: string, right: string) => {
  const other = ngramVector(right, statistics)
  return ngramVector(left, statistics).reduce((sum, value, index) => sum + value * (other[index] as number), 0)
}

test('vectors have unit length, and none for text of unknown characters', () => {
  expect(cosine('book a room', 'book a room')).toBeCloseTo(1, 5)
  expect(ngramVector('☃', fitNgrams(['abc'])).every((value) => value === 0)).toBe(false)
  expect(ngramVector('', fitNgrams(['abc']))).toHaveLength(NGRAM_COLUMNS)
})

test('texts that share wording are alike, those that share none are not', () => {
  expect(cosine('book the meeting room', 'book a meeting room')).toBeGreaterThan(0.6)
  expect(cosine('预订一间会议室', '预订会议室')).toBeGreaterThan(0.6)
  expect(Math.abs(cosine('预订会议室', 'reset my password'))).toBeLessThan(0.2)
})

test('width, case and traditional characters make no difference', () => {
  expect(cosine('ＢＯＯＫ A Room', 'book a room')).toBeCloseTo(1, 5)
  expect(cosine('请假', '請假')).toBeCloseTo(1, 5)
})

test('n-grams are counted in characters, not in UTF-16 units: two rare characters that share a surrogate are not alike', () => {
  const rare = fitNgrams(['𠮷𠮷𠮷', '𠮸𠮸𠮸'])
  const [left, right] = ['𠮷𠮷𠮷', '𠮸𠮸𠮸'].map((text) => ngramVector(text, rare)) as [Float32Array, Float32Array]
  expect(left.reduce((sum, value, index) => sum + value * (right[index] as number), 0)).toBeLessThan(0.2)
})
