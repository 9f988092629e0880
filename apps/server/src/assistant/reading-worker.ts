import { parentPort, workerData } from 'node:worker_threads'
import type { Encoding } from '@parley/inference'
import { extractTasks, openKeptHeads, type Person, recognise, type Situation, understandEncoded } from '@parley/nlu'
import type { Comprehended } from './comprehension'
import { readByRules } from './read-by-rules'
import type { FromReadingThread, ReadingStart, ToReadingThread } from './reading-wire'

/*
 * Entry of the thread that reads messages, bundled on its own. Recognisers may take a quarter of a second for a message
 * of 40,000 characters: time in which the server's event loop delivers other people's messages.
 */

const port = parentPort
if (!port) throw new Error('this is the entry of a worker thread')

const { intents, readsSentiment } = workerData as ReadingStart
let heads = intents && (await openHeads(intents))
const directories = new Map<number, readonly Person[]>()

port.on('message', async (order: ToReadingThread) => {
  if (order.type === 'directory') {
    directories.clear()
    directories.set(order.directoryId, order.people)
  } else if (order.type === 'open-heads') heads = intents && (await openHeads(intents))
  else port.postMessage(answer(order))
})

async function openHeads({ directory, encoderId }: NonNullable<ReadingStart['intents']>) {
  const kept = { directory, encoder: encoderId === null ? null : { id: encoderId } }
  const opened = await openKeptHeads({ ...kept, readsSentiment })
  if (!opened) throw new Error('the trained intents cannot be read')
  return opened
}

function answer(order: Extract<ToReadingThread, { type: 'read' }>): FromReadingThread {
  try {
    const directory = directories.get(order.directoryId) ?? []
    const messages = order.messages.map(({ text, situation }, index) =>
      read(text, { ...situation, directory }, order.encodings[index] ?? []),
    )
    return { type: 'read', requestId: order.requestId, messages }
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { type: 'failed', requestId: order.requestId, reason }
  }
}

function read(text: string, situation: Situation, encodings: readonly Encoding[]): Comprehended {
  if (!heads) return readByRules(text, situation)
  const understanding = understandEncoded(text, situation, encodings, { ...heads, recognise })
  return { understanding, tasks: extractTasks(text, understanding, situation) }
}
