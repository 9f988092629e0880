import { fork } from 'node:child_process'
import type { ImageOrder, ImageOutcome } from './image-wire'

/** Makes an image anew, without what it tells beside its pixels. */
export type MakeImage = (order: ImageOrder) => Promise<ImageOutcome>

export interface ImageProcessOptions {
  /** The bundled `image-child.ts`. */
  readonly entryPath: string
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 60_000
/** Two large ones at once are what a small machine has memory for. */
const AT_ONCE = 2

/** A process an image, two at a time. One that crashes or takes too long has a problem, and that is all. */
export function createImageProcess(options: ImageProcessOptions): MakeImage {
  const waiting: (() => void)[] = []
  let free = AT_ONCE
  return async (order) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve))
    else free -= 1
    try {
      return await runChild(options, order)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}

function runChild({ entryPath, timeoutMs = TIMEOUT_MS }: ImageProcessOptions, order: ImageOrder) {
  return new Promise<ImageOutcome>((resolve, reject) => {
    const child = fork(entryPath, {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    })
    child.once('error', reject)
    child.once('message', (outcome) => resolve(outcome as ImageOutcome))
    // After the answer, this says nothing new.
    child.once('exit', (code, signal) => resolve({ problem: `ended with ${signal ?? code}` }))
    child.send(order, (error) => error && resolve({ problem: error.message }))
  })
}
