import type { Draft } from '@parley/protocol'
import {
  type DraftState,
  draftAfterNews,
  draftAfterSave,
  draftAfterWriting,
  draftWhileSaving,
  startDraft,
} from './draft-state'

/** Where a text waits in this browser until the server has it. */
export interface DraftPlace {
  read(): string | null
  /** null: nothing waits any more. */
  write(text: string | null): void
}

export interface DraftKeeperOptions {
  readonly place: DraftPlace
  /** What the server keeps at first. */
  readonly kept: Draft | undefined
  /** Hands a text to the server; answers when the server took it. */
  save(text: string): Promise<string>
}

const SAVE_AFTER_MS = 1000

/** Keeps what somebody writes: at once in this browser, and on the server once they pause or leave. */
export class DraftKeeper {
  private state: DraftState
  private kept: Draft | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private isSaving = false
  private isLeft = false
  private readonly listeners = new Set<() => void>()

  constructor(private readonly options: DraftKeeperOptions) {
    this.kept = options.kept
    this.state = startDraft(options.place.read(), options.kept)
  }

  readonly getText = (): string => this.state.text

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Hands over what an earlier page could not. */
  start(): void {
    this.isLeft = false
    this.save()
  }

  write(text: string): void {
    this.set(draftAfterWriting(this.state, text))
    if (text === '') this.save()
    else this.saveSoon()
  }

  /** What the server keeps, whenever it changes. */
  hear(kept: Draft | undefined): void {
    this.set(draftAfterNews(this.state, this.kept, kept))
    this.kept = kept
  }

  /** The page may not come back: on a phone that is all one hears of it. */
  hide(): void {
    this.save()
  }

  leave(): void {
    this.isLeft = true
    this.save()
  }

  private saveSoon(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.save(), SAVE_AFTER_MS)
  }

  /** One at a time, so that an earlier text never arrives after a later one. */
  private save(): void {
    clearTimeout(this.timer)
    if (this.state.isDirty && !this.isSaving) void this.saveNow()
  }

  private async saveNow(): Promise<void> {
    const { text } = this.state
    this.isSaving = true
    this.set(draftWhileSaving(this.state))
    try {
      const savedAt = await this.options.save(text)
      this.set(draftAfterSave(this.state, text, savedAt))
    } catch {
      // It waits in this browser, and goes with the next change or when the place is opened again.
      return
    } finally {
      this.isSaving = false
    }
    if (!this.state.isDirty) return
    if (this.isLeft || this.state.text === '') this.save()
    else this.saveSoon()
  }

  private set(state: DraftState): void {
    if (state === this.state) return
    this.state = state
    this.options.place.write(state.isDirty ? state.text : null)
    for (const listener of [...this.listeners]) listener()
  }
}
