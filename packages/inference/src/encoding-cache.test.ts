import { expect, test } from 'vitest'
import { recordingEncoder } from '../testing/recording-encoder'
import { createEncodingCache, withEncodingCache } from './encoding-cache'

const MEGABYTE = 1024 * 1024

test('a text is computed once, each purpose apart', async () => {
  const inner = recordingEncoder()
  const encoder = withEncodingCache(inner, createEncodingCache(MEGABYTE))
  const [first] = await encoder.encode(['a'], { purpose: 'query' })
  const [again] = await encoder.encode(['a'], { purpose: 'query' })
  await encoder.encode(['a'], { purpose: 'passage' })
  expect(again).toBe(first)
  expect(inner.computed).toEqual(['query:a', 'passage:a'])
})

test('results stay in order when some are known and some repeat', async () => {
  const inner = recordingEncoder()
  const encoder = withEncodingCache(inner, createEncodingCache(MEGABYTE))
  await encoder.encode(['b'], { purpose: 'query' })
  const mixed = await encoder.encode(['a', 'b', 'a'], { purpose: 'query' })
  const alone = await recordingEncoder().encode(['a', 'b', 'a'], { purpose: 'query' })
  expect(mixed).toEqual(alone)
  expect(inner.computed).toEqual(['query:b', 'query:a'])
})

test('an entry without token states does not answer a request for them', async () => {
  const inner = recordingEncoder()
  const encoder = withEncodingCache(inner, createEncodingCache(MEGABYTE))
  await encoder.encode(['a'], { purpose: 'query' })
  const [withTokens] = await encoder.encode(['a'], { purpose: 'query', tokens: true })
  expect(withTokens?.tokens).toHaveLength(1)
  await encoder.encode(['a'], { purpose: 'query' })
  expect(inner.computed).toHaveLength(2)
})

test('an entry answers a request for its parts, and for no others', async () => {
  const inner = recordingEncoder()
  const encoder = withEncodingCache(inner, createEncodingCache(MEGABYTE))
  const encode = (end: number) => encoder.encode(['ab'], { purpose: 'query', partsOf: () => [{ start: 0, end }] })
  const [first] = await encode(1)
  expect((await encode(1))[0]).toBe(first)
  expect((await encode(2))[0]?.parts).toMatchObject([{ start: 0, end: 2 }])
  await encoder.encode(['ab'], { purpose: 'query' })
  expect(inner.computed).toEqual(['query:ab', 'query:ab'])
})

test('the least recently used entries go when the bytes run out', async () => {
  const inner = recordingEncoder()
  const encoder = withEncodingCache(inner, createEncodingCache(2000))
  for (const text of ['a', 'b', 'a', 'c', 'd', 'a']) await encoder.encode([text], { purpose: 'query' })
  expect(inner.computed).toEqual(['query:a', 'query:b', 'query:c', 'query:d'])
  await encoder.encode(['b'], { purpose: 'query' })
  expect(inner.computed.at(-1)).toBe('query:b')
})

test('a cache without room keeps nothing and hinders nothing', async () => {
  const inner = recordingEncoder()
  const encoder = withEncodingCache(inner, createEncodingCache(0))
  for (const text of ['a', 'a']) await encoder.encode([text], { purpose: 'query' })
  expect(inner.computed).toEqual(['query:a', 'query:a'])
})

test('what is asked for again while it is computed is computed once, and a failure is told to all and forgotten', async () => {
  const inner = recordingEncoder()
  let isFailing = false
  let open = () => {}
  let gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const slow = {
    ...inner,
    encode: async (...[texts, options]: Parameters<typeof inner.encode>) => {
      const encodings = await inner.encode(texts, options)
      await gate
      if (isFailing) throw new Error('away')
      return encodings
    },
  }
  const encoder = withEncodingCache(slow, createEncodingCache(MEGABYTE))
  const both = [encoder.encode(['a', 'b'], { purpose: 'query' }), encoder.encode(['b', 'c'], { purpose: 'query' })]
  open()
  const [first, second] = await Promise.all(both)
  expect(inner.computed).toEqual(['query:a', 'query:b', 'query:c'])
  expect(second?.[0]).toBe(first?.[1])
  isFailing = true
  gate = Promise.resolve()
  const failed = await Promise.allSettled([1, 2].map(() => encoder.encode(['d'], { purpose: 'query' })))
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  isFailing = false
  await encoder.encode(['d'], { purpose: 'query' })
  expect(inner.computed.slice(3)).toEqual(['query:d', 'query:d'])
})
