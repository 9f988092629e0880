import type { CuratedAnswer, CuratedAnswerId } from '@parley/protocol'
import { describe, expect, it } from 'vitest'
import { appendAnswers, type ReadPage, readAnswers } from './read-answers'

const ids = Array.from({ length: 7 }, (_, at) => `answer-${at}` as CuratedAnswerId)
const page = (from: number, to: number) => ({
  answers: ids.slice(from, to).map((id) => ({ id }) as CuratedAnswer),
  hasMore: to < ids.length,
  writableCollectionIds: [],
})
const readPage: ReadPage = async (before) => {
  const from = before === undefined ? 0 : ids.indexOf(before) + 1
  return page(from, from + 3)
}
const shown = async (wanted: number) => (await readAnswers(readPage, wanted)).answers.map(({ id }) => id)

describe('answers', () => {
  it('are read page after page until as many are there as were shown', async () => {
    expect(await shown(3)).toEqual(ids.slice(0, 3))
    expect(await shown(4)).toEqual(ids.slice(0, 6))
    expect(await shown(100)).toEqual(ids)
    expect((await readAnswers(readPage, 100)).hasMore).toBe(false)
  })

  it('stand in the list once, where a page overlaps what is known', () => {
    const joined = appendAnswers(page(0, 4), page(3, 6))
    expect(joined.answers.map(({ id }) => id)).toEqual(ids.slice(0, 6))
    expect(joined.hasMore).toBe(true)
  })
})
