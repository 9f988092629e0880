import { ParleyError } from '@parley/protocol'

const MAX_TRIES = 10
const WINDOW_MS = 15 * 60 * 1000
const MAX_ADDRESSES = 50_000

/**
 * Slows guessing of one account's password: ten tries without success in a quarter of an hour, then a pause. A try
 * counts from its beginning, so that many at once are no way around it.
 */
export class SignInGuard {
  private readonly tries = new Map<string, { readonly count: number; readonly since: number }>()

  constructor(private readonly now: () => Date) {}

  /** @throws ParleyError `rate_limited` when there were too many tries. */
  admit(email: string): void {
    const now = this.now().getTime()
    const known = this.tries.get(email)
    // A clock that was set back must not lock anybody out for longer.
    const isCurrent = known !== undefined && Math.abs(now - known.since) < WINDOW_MS
    const current = isCurrent ? known : { count: 0, since: now }
    if (current.count >= MAX_TRIES) {
      throw new ParleyError('rate_limited', { retryAfterMs: current.since + WINDOW_MS - now })
    }
    if (!known && this.tries.size >= MAX_ADDRESSES) this.forgetOldest()
    this.tries.set(email, { ...current, count: current.count + 1 })
  }

  succeeded(email: string): void {
    this.tries.delete(email)
  }

  /** A map keeps the order of insertion. */
  private forgetOldest(): void {
    const oldest = this.tries.keys().next()
    if (!oldest.done) this.tries.delete(oldest.value)
  }
}
