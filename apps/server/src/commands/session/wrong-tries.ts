const MAX_REMEMBERED = 50_000

/** Tries counted under one key, from the first of them on until the window is over. */
interface Count {
  readonly tries: number
  readonly since: number
}

/** Counts what was tried under a key, so many in a window of time. A try counts from its beginning, so that many at once are no way around it. */
export class WrongTries {
  private readonly counts = new Map<string, Count>()

  constructor(
    private readonly options: { readonly limit: number; readonly windowMs: number; readonly now: () => Date },
  ) {}

  /** How long until something may be tried again under this key; 0: now. */
  waitMs(key: string): number {
    const { tries, since } = this.current(key)
    return tries < this.options.limit ? 0 : since + this.options.windowMs - this.options.now().getTime()
  }

  begin(key: string): void {
    const { tries, since } = this.current(key)
    if (!this.counts.has(key) && this.counts.size >= MAX_REMEMBERED) this.forgetOldest()
    this.counts.set(key, { tries: tries + 1, since })
  }

  /** What was begun was not wrong: it counts no more, and what others tried counts as before. */
  takeBack(key: string): void {
    const { tries, since } = this.current(key)
    if (tries > 1) this.counts.set(key, { tries: tries - 1, since })
    else this.counts.delete(key)
  }

  forget(key: string): void {
    this.counts.delete(key)
  }

  private current(key: string): Count {
    const now = this.options.now().getTime()
    const known = this.counts.get(key)
    // A clock that was set back must not lock anybody out for longer.
    const isCurrent = known !== undefined && Math.abs(now - known.since) < this.options.windowMs
    return isCurrent ? known : { tries: 0, since: now }
  }

  /** A map keeps the order of insertion. */
  private forgetOldest(): void {
    const oldest = this.counts.keys().next()
    if (!oldest.done) this.counts.delete(oldest.value)
  }
}
