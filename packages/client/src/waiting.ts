import type { Clock } from './clock'

/** Pauses that can be cut short, all at once. */
export interface Waiting {
  /** Resolves after `delayMs`, at `wake()`, or when the signal aborts: whichever is first. */
  pause(delayMs: number, signal?: AbortSignal): Promise<void>
  wake(): void
}

export function createWaiting(clock: Clock): Waiting {
  const pauses = new Set<() => void>()
  return {
    pause: (delayMs, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve()
        const end = () => {
          cancel()
          pauses.delete(end)
          signal?.removeEventListener('abort', end)
          resolve()
        }
        const cancel = clock.after(delayMs, end)
        pauses.add(end)
        signal?.addEventListener('abort', end)
      }),
    wake: () => {
      for (const end of [...pauses]) end()
    },
  }
}
