import { expect, it, vi } from 'vitest'
import { fetchPart } from './fetch-part'

it('is fetched once where there is a connection, and nothing else is asked', async () => {
  const reached = vi.fn(async () => {})
  expect(await fetchPart(async () => 'the page', reached)).toBe('the page')
  expect(reached).not.toHaveBeenCalled()
})

it('waits for the server, and is then fetched once more', async () => {
  let isThere = false
  const load = async () => {
    if (!isThere) throw new TypeError('no network')
    return 'the page'
  }
  const reached = async () => {
    isThere = true
  }
  expect(await fetchPart(load, reached)).toBe('the page')
})

it('fails where the server is there and the part is not', async () => {
  const load = vi.fn(() => Promise.reject(new TypeError('gone')))
  await expect(fetchPart(load, async () => {})).rejects.toThrow('gone')
  expect(load).toHaveBeenCalledTimes(2)
})
