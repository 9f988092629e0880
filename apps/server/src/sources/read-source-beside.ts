import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { asError } from '../library/refusal'
import type { FoundItem, SourceSeen, SourceToLookAt } from './found-item'
import type { FromSourceThread, SourceStart, ToSourceThread } from './source-wire'

const MAX_HEAP_MB = 512
const ENDING_MS = 10_000

export type ReadSourceBeside = (source: SourceToLookAt, signal: AbortSignal) => AsyncGenerator<FoundItem, SourceSeen>

/** Looks at sources in a thread each, which ends with the look. */
export const readSourceBeside = (entryPath: string, databaseUrl: string): ReadSourceBeside =>
  async function* read(source, signal) {
    const worker = new Worker(entryPath, {
      workerData: { databaseUrl, source } satisfies SourceStart,
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    })
    // An error without a listener would end the server; who waits for an answer is told by its end.
    worker.on('error', () => undefined)
    try {
      for (;;) {
        const answer = await ask(worker, signal)
        if (answer.type === 'failed') throw asError(answer.refusal)
        if (answer.type === 'seen') return answer.seen
        yield answer.item
      }
    } finally {
      await end(worker)
    }
  }

/** It may have programs to end that would outlive it, and a clone to remove. */
async function end(worker: Worker): Promise<void> {
  const ended = once(worker, 'exit').catch(() => undefined)
  worker.postMessage({ type: 'stop' } satisfies ToSourceThread)
  await Promise.race([ended, delay(ENDING_MS, undefined, { ref: false })])
  await worker.terminate()
}

async function ask(worker: Worker, signal: AbortSignal): Promise<FromSourceThread> {
  const settled = new AbortController()
  const either = AbortSignal.any([signal, settled.signal])
  const answered = once(worker, 'message', { signal: either }) as Promise<[FromSourceThread]>
  // `once` rejects on an error of the thread by itself.
  const ended = once(worker, 'exit', { signal: either }).then(() => {
    throw new Error('the thread that looks at a source ended without an answer')
  })
  worker.postMessage({ type: 'next' } satisfies ToSourceThread)
  try {
    const [answer] = await Promise.race([answered, ended])
    return answer
  } finally {
    settled.abort()
    answered.catch(() => undefined)
    ended.catch(() => undefined)
  }
}
