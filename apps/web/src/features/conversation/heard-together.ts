import type { Message } from '@parley/protocol'

/** So long what comes after an announcement is gathered for the next. */
export const GATHER_MS = 2_000

/**
 * Says the first message at once, and what follows within a moment together: a screen reader reads one line after the
 * other, and is still at the third when the thirtieth has come.
 */
export class HeardTogether {
  private waiting: Message[] = []
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly say: (messages: readonly Message[]) => void) {}

  hear(messages: readonly Message[]): void {
    this.waiting.push(...messages)
    if (this.timer === undefined) this.sayWaiting()
  }

  stop(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.waiting = []
  }

  private sayWaiting(): void {
    this.timer = undefined
    if (this.waiting.length === 0) return
    this.say(this.waiting)
    this.waiting = []
    this.timer = setTimeout(() => this.sayWaiting(), GATHER_MS)
  }
}
