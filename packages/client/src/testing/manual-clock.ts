import type { Clock } from '../clock'

/** Time that passes only when told to. */
export class ManualClock implements Clock {
  private nowMs = 0
  private readonly due = new Set<{ readonly atMs: number; readonly action: () => void }>()

  now(): number {
    return this.nowMs
  }

  after(delayMs: number, action: () => void): () => void {
    const entry = { atMs: this.nowMs + delayMs, action }
    this.due.add(entry)
    return () => this.due.delete(entry)
  }

  advance(byMs: number): void {
    this.nowMs += byMs
    for (const entry of [...this.due].filter((it) => it.atMs <= this.nowMs)) {
      if (this.due.delete(entry)) entry.action()
    }
  }
}
