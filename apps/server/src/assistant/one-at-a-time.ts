import { ParleyError } from '@parley/protocol'

/** More do not wait: whoever comes then is told to come again. */
const MOST_WAITING = 20
const RETRY_MS = 2_000

/** Runs one piece of work after the other, so that dear answers to many curious people never take the encoder from messages. */
export class OneAtATime {
  private last: Promise<unknown> = Promise.resolve()
  private waiting = 0

  /** @throws ParleyError `rate_limited` when too many wait. */
  async run<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    if (this.waiting >= MOST_WAITING) throw new ParleyError('rate_limited', { retryAfterMs: RETRY_MS })
    this.waiting += 1
    const turn = this.last.then(() => {
      signal.throwIfAborted()
      return work()
    })
    this.last = turn.catch(() => undefined)
    try {
      return await turn
    } finally {
      this.waiting -= 1
    }
  }
}
