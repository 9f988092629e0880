import { ParleyError } from '@parley/protocol'

const MAX_FAILURES = 10
const WINDOW_MS = 15 * 60 * 1000
const MAX_ADDRESSES = 50_000

/** Slows guessing of one account's password: ten failures in a quarter of an hour, then a pause. */
export class SignInGuard {
  private readonly failures = new Map<string, { count: number; since: number }>()

  constructor(private readonly now: () => Date) {}

  /** Throws `rate_limited` when there were too many failures. */
  admit(email: string): void {
    const failed = this.failures.get(email)
    if (!failed) return
    const endsInMs = failed.since + WINDOW_MS - this.now().getTime()
    if (endsInMs <= 0) this.failures.delete(email)
    else if (failed.count >= MAX_FAILURES) {
      throw new ParleyError('rate_limited', { retryAfterSeconds: Math.ceil(endsInMs / 1000) })
    }
  }

  failed(email: string): void {
    if (this.failures.size >= MAX_ADDRESSES) this.failures.clear()
    const failed = this.failures.get(email) ?? { count: 0, since: this.now().getTime() }
    this.failures.set(email, { ...failed, count: failed.count + 1 })
  }

  succeeded(email: string): void {
    this.failures.delete(email)
  }
}
