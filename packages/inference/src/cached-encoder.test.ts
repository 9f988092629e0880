import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { recordingEncoder } from '../testing/recording-encoder'
import { openCachedEncoder } from './cached-encoder'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'parley-features-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const texts = Array.from({ length: 150 }, (_, index) => `text number ${index}`)

async function featureFiles(): Promise<string[]> {
  const names = await readdir(directory, { recursive: true })
  return names.filter((name) => name.endsWith('.features')).map((name) => join(directory, name))
}

test('a second run computes nothing and reads the same numbers', async () => {
  const first = recordingEncoder()
  const firstRun = await openCachedEncoder(first, directory)
  const computed = await firstRun.encode([...texts, texts[0]!], { purpose: 'query' })
  await firstRun.close()
  expect(first.computed).toHaveLength(150)

  const second = recordingEncoder()
  const secondRun = await openCachedEncoder(second, directory)
  expect(await secondRun.encode([...texts, texts[0]!], { purpose: 'query' })).toEqual(computed)
  expect(second.computed).toEqual([])
  await secondRun.close()
})

test('another purpose and another encoder do not find the entries', async () => {
  const encoder = await openCachedEncoder(recordingEncoder(), directory)
  await encoder.encode(['a'], { purpose: 'query' })
  await encoder.close()
  const same = recordingEncoder()
  const other = recordingEncoder('recording/2')
  const [again, foreign] = [await openCachedEncoder(same, directory), await openCachedEncoder(other, directory)]
  await again.encode(['a'], { purpose: 'passage' })
  await foreign.encode(['a'], { purpose: 'query' })
  expect([same.computed, other.computed]).toEqual([['passage:a'], ['query:a']])
  await again.close()
  await foreign.close()
})

test('what a crash cut off at the end is ignored, what stands before it is kept', async () => {
  const first = await openCachedEncoder(recordingEncoder(), directory)
  await first.encode(['a', 'b'], { purpose: 'query' })
  await first.close()
  const [file] = await featureFiles()
  await appendFile(file!, Buffer.alloc(17, 7))

  const inner = recordingEncoder()
  const second = await openCachedEncoder(inner, directory)
  await second.encode(['a', 'b', 'c'], { purpose: 'query' })
  expect(inner.computed).toEqual(['query:c'])
  await second.close()
})

test('two runs at once disturb each other in nothing', async () => {
  const [one, two] = [recordingEncoder(), recordingEncoder()]
  const runs = [await openCachedEncoder(one, directory), await openCachedEncoder(two, directory)]
  await Promise.all(runs.map((run) => run.encode(texts, { purpose: 'query' })))
  await Promise.all(runs.map((run) => run.close()))
  const third = recordingEncoder()
  const after = await openCachedEncoder(third, directory)
  expect(await after.encode(texts, { purpose: 'query' })).toEqual(
    await recordingEncoder().encode(texts, { purpose: 'query' }),
  )
  expect(third.computed).toEqual([])
  await after.close()
})

test('token states are always computed afresh', async () => {
  const inner = recordingEncoder()
  const encoder = await openCachedEncoder(inner, directory)
  for (let time = 0; time < 2; time++) await encoder.encode(['a'], { purpose: 'query', tokens: true })
  expect(inner.computed).toHaveLength(2)
  await encoder.close()
})
