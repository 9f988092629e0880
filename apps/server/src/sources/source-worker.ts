import { parentPort, workerData } from 'node:worker_threads'
import { asRefusal } from '../library/refusal'
import { createDatabase, createPool } from '../store/database'
import type { FoundItem, SourceSeen } from './found-item'
import { readSource } from './read-source'
import { readKnownItems } from './source-items'
import type { FromSourceThread, SourceStart, ToSourceThread } from './source-wire'

/*
 * Entry of the thread that looks at one source, bundled on its own: pages and folders of strangers may take any time and
 * memory, and the server delivers messages meanwhile.
 */

const port = parentPort
if (!port) throw new Error('this is the entry of a worker thread')

const send = (outgoing: FromSourceThread) => port.postMessage(outgoing)
const stopping = new AbortController()
const items = look(workerData as SourceStart)

async function* look({ databaseUrl, source }: SourceStart): AsyncGenerator<FoundItem, SourceSeen> {
  const known = await readKnown(databaseUrl, source.sourceId)
  return yield* readSource({ ...source, known }, stopping.signal)
}

async function readKnown(databaseUrl: string, sourceId: string) {
  const pool = createPool({ connectionString: databaseUrl, max: 1 }, () => undefined)
  try {
    return await readKnownItems(createDatabase(pool), sourceId)
  } finally {
    await pool.end()
  }
}

port.on('message', ({ type }: ToSourceThread) => (type === 'next' ? void answer() : stop()))

/** What it started ends with it: the thread is over when nothing goes on any more. */
function stop(): void {
  stopping.abort()
  // Between two items it waits to be asked: only so does it clean up behind itself.
  void items
    .return({ isWhole: false })
    .catch(() => undefined)
    .finally(() => port?.close())
}

async function answer(): Promise<void> {
  try {
    const { done, value } = await items.next()
    send(done ? { type: 'seen', seen: value } : { type: 'found', item: value })
  } catch (error) {
    send({ type: 'failed', refusal: asRefusal(error) })
  }
}
