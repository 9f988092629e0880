import { describe, expect, it } from 'vitest'
import { readPages } from './read-pages'

const numbers = [1, 2, 3, 4, 5, 6, 7]
const read = async (after: number | null) => numbers.filter((it) => it > (after ?? 0)).slice(0, 3)
const nextOf = (page: readonly number[]) => (page.length === 3 ? (page.at(-1) ?? null) : null)

describe('pages', () => {
  it('are read one after the other until as many are there as were shown', async () => {
    expect(await readPages(read, nextOf, 1)).toEqual([[1, 2, 3]])
    expect(await readPages(read, nextOf, 2)).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ])
  })

  it('end where there is no more', async () => {
    expect((await readPages(read, nextOf, 100)).flat()).toEqual(numbers)
  })
})
