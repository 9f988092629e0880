import { parentPort, workerData } from 'node:worker_threads'
import { asRefusal } from '../library/refusal'
import type { SourceToRead } from './found-item'
import { readSource } from './read-source'
import type { FromSourceThread, ToSourceThread } from './source-wire'

/*
 * Entry of the thread that looks at one source, bundled on its own: pages and folders of strangers may take any time and
 * memory, and the server delivers messages meanwhile.
 */

const port = parentPort
if (!port) throw new Error('this is the entry of a worker thread')

const send = (outgoing: FromSourceThread) => port.postMessage(outgoing)
const stopping = new AbortController()
const items = readSource(workerData as SourceToRead, stopping.signal)

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
