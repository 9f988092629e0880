import type { ClientState } from './client-state'
import type { Clock } from './clock'
import { type KeptState, type StateKeeper, worthKeeping } from './kept-state'
import { createWaiting, type Waiting } from './waiting'

export interface KeepingOptions {
  readonly keeper: StateKeeper
  readonly clock: Clock
  /** What the server stands behind at this moment; null where there is nothing of the kind. */
  readonly current: () => ClientState | null
}

/** A copy of a state takes some milliseconds: it is not made at every message. */
const GATHER_MS = 5_000
const ANSWER_PATIENCE_MS = 700

/** Keeps the state on the device while it changes, until its person is signed out. Failures cost the copy alone. */
export class Keeping {
  private cancel: (() => void) | null = null
  private last: Promise<unknown> = Promise.resolve()
  private loading: Promise<KeptState | null> | null = null
  private readonly patience: Waiting

  constructor(private readonly options: KeepingOptions) {
    this.patience = createWaiting(options.clock)
  }

  /** What was kept. The server's own answer is better where it comes soon, and is waited for until it cannot come. */
  async loadUnlessAnswered(isDecided: () => boolean): Promise<KeptState | null> {
    if (!(await this.load())) return null
    if (!isDecided()) await this.patience.pause(ANSWER_PATIENCE_MS)
    // Asked again: somebody may have been signed out meanwhile.
    return this.load()
  }

  /** The server has not answered: nothing is better than what was kept. */
  endPatience(): void {
    this.patience.wake()
  }

  private load(): Promise<KeptState | null> {
    this.loading ??= this.options.keeper.load().catch(() => null)
    return this.loading
  }

  note(): void {
    this.cancel ??= this.options.clock.after(GATHER_MS, () => this.saveNow())
  }

  saveNow(): void {
    this.stop()
    const { keeper, clock, current } = this.options
    const state = current()
    if (!state) return
    const kept = { state: worthKeeping(state), atMs: clock.now() }
    this.inTurn(() => keeper.save(kept))
  }

  clear(): void {
    this.stop()
    this.loading = Promise.resolve(null)
    this.inTurn(() => this.options.keeper.clear())
  }

  private stop(): void {
    this.cancel?.()
    this.cancel = null
  }

  /** What is cleared stays cleared: a saving that is under way ends first. */
  private inTurn(act: () => Promise<void>): void {
    this.last = this.last.then(act).catch(() => undefined)
  }
}
