import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '@parley/testkit'
import { expect, test } from 'vitest'
import { ReadingThread } from './reading-thread'

/** A thread that dies on the word "die" and tells how many people it knows otherwise. */
const mortalWorker = `
import { parentPort } from 'node:worker_threads'
let people = null
parentPort.on('message', (order) => {
  if (order.type === 'directory') { people = order.nameable.directory.length; return }
  if (order.messages[0].text === 'die') process.exit(1)
  parentPort.postMessage({ type: 'read', requestId: order.requestId, messages: [{ people }], mended: [] })
})
`

const situation = { now: '2026-11-23T09:00:00+08:00', speakerId: 'a', directory: [{ id: 'a', name: 'A', aliases: [] }] }

test('a thread that dies is replaced: what was asked of it fails, also while it is away, and the next knows everybody', async () => {
  const entryPath = join(await mkdtemp(join(tmpdir(), 'parley-thread-')), 'worker.mjs')
  await writeFile(entryPath, mortalWorker)
  const errors: unknown[] = []
  const thread = new ReadingThread({
    entryPath,
    encoder: null,
    intents: null,
    readsSentiment: true,
    onError: (error) => errors.push(error),
  })
  const read = (text: string) => thread.read([{ text, situation }], 'interactive')
  expect(await read('hello')).toEqual([{ people: 1 }])
  await expect(read('die')).rejects.toThrow('the reading thread ended')
  await expect(read('asked while nobody listens')).rejects.toThrow('the reading thread ended')
  await until(async () => (await read('again').catch(() => null)) !== null, 'the new thread reads')
  expect(await read('hello')).toEqual([{ people: 1 }])
  await thread.close()
})

/** A thread that tells how often it was asked to open heads. */
const openingWorker = `
import { parentPort, workerData } from 'node:worker_threads'
let opened = 0
parentPort.on('message', (order) => {
  if (order.type === 'open-heads') opened += 1
  if (order.type === 'read')
    parentPort.postMessage({ type: 'read', requestId: order.requestId, messages: [{ opened, ...workerData }], mended: [] })
})
`

test('heads that were trained meanwhile are opened by the thread that runs, which knows what is not to be read', async () => {
  const entryPath = join(await mkdtemp(join(tmpdir(), 'parley-thread-')), 'worker.mjs')
  await writeFile(entryPath, openingWorker)
  const thread = new ReadingThread({
    entryPath,
    encoder: null,
    intents: null,
    readsSentiment: false,
    onError: () => undefined,
  })
  const read = () => thread.read([{ text: 'hello', situation }], 'interactive')
  expect(await read()).toMatchObject([{ opened: 0, readsSentiment: false }])
  thread.openHeads()
  expect(await read()).toMatchObject([{ opened: 1 }])
  await thread.close()
})

/** A thread that wants the first message again as it was meant, and tells what it was given of it. */
const spellingWorker = `
import { parentPort } from 'node:worker_threads'
parentPort.on('message', (order) => {
  if (order.type !== 'read') return
  const messages = order.messages.map(({ text }, index) => ({ text, meant: order.asMeant?.[index].tokenCount ?? null }))
  parentPort.postMessage({
    ...{ type: 'read', requestId: order.requestId, messages },
    mended: order.asMeant ? [] : [{ index: 1, text: 'meant' }],
  })
})
`

test('a message with a slip is read again with what the encoder makes of what was meant, in its place', async () => {
  const entryPath = join(await mkdtemp(join(tmpdir(), 'parley-thread-')), 'worker.mjs')
  await writeFile(entryPath, spellingWorker)
  const states = () => ({ sentence: new Float32Array(2), layers: [new Float32Array(2)] })
  const encoder = {
    ...{ id: 'e', hiddenSize: 2, pooledLayers: [12], maxTokens: 512 },
    encode: async (texts: readonly string[]) =>
      texts.map((text) => ({ ...states(), tokenCount: text === 'meant' ? 7 : 3, isTruncated: false })),
    close: async () => undefined,
  }
  const onError = () => undefined
  const thread = new ReadingThread({ entryPath, encoder, intents: null, readsSentiment: true, onError })
  const read = await thread.read(
    ['one', 'two', 'three'].map((text) => ({ text, situation })),
    'background',
  )
  expect(read).toMatchObject([
    { text: 'one', meant: null },
    { text: 'two', meant: 7 },
    { text: 'three', meant: null },
  ])
  await thread.close()
})
