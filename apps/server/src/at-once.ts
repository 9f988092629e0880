import { ParleyError } from '@parley/protocol'

export interface AtOnceOptions {
  readonly atOnce: number
  /** Beyond these, what comes is refused. */
  readonly maxWaiting: number
}

/** How soon a place may be free again. */
const RETRY_MS = 1_000

/** Lets so many pieces of costly work go on at once; the next ones wait in the order of their coming. */
export class AtOnce {
  private going = 0
  private readonly waiting: (() => void)[] = []

  constructor(private readonly options: AtOnceOptions) {}

  /** @throws ParleyError `rate_limited` when too many wait. */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.going < this.options.atOnce) this.going += 1
    else await this.wait()
    try {
      return await work()
    } finally {
      const next = this.waiting.shift()
      if (next) next()
      else this.going -= 1
    }
  }

  private wait(): Promise<void> {
    if (this.waiting.length >= this.options.maxWaiting) {
      throw new ParleyError('rate_limited', { retryAfterMs: RETRY_MS })
    }
    return new Promise((resolve) => this.waiting.push(resolve))
  }
}
