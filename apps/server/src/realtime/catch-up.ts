import { setTimeout as delay } from 'node:timers/promises'
import { isDatabaseTrouble } from '../store/database-errors'

export interface CatchUpOptions {
  /** Looks into the database once; rejects while it cannot be asked. */
  readonly look: () => Promise<void>
  readonly onError: (error: unknown) => void
  readonly pauseMs?: number
}

export interface CatchUp {
  /** Something may have been committed without this process being told. */
  request(): void
  stop(): void
}

/**
 * After a lost answer: asks the database, as soon as it can be asked, what was committed. However many answers are
 * lost, one look at a time is under way, and one more follows for those that were lost during it.
 */
export function createCatchUp({ look, onError, pauseMs = 500 }: CatchUpOptions): CatchUp {
  const stopping = new AbortController()
  let isWanted = false
  let isLooking = false

  async function lookWhileWanted(): Promise<void> {
    isLooking = true
    while (isWanted && !stopping.signal.aborted) {
      isWanted = false
      await look().catch(async (error) => {
        // That the database is away is known; anything else must be seen.
        if (!isDatabaseTrouble(error)) onError(error)
        isWanted = true
        await delay(pauseMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
      })
    }
    isLooking = false
  }

  return {
    request: () => {
      isWanted = true
      if (!isLooking) lookWhileWanted().catch(onError)
    },
    stop: () => stopping.abort(),
  }
}
