import { setTimeout as pause } from 'node:timers/promises'
import type { Event } from '@parley/protocol'
import { inTurns } from '../in-turns'
import type { Database } from './database'
import { isDatabaseTrouble } from './database-errors'
import { type Behind, findBehind } from './find-behind'
import {
  readUnworded,
  SEARCH_READER,
  storeWords,
  type UnwordedMessage,
  type WordedRow,
  wordsInSteps,
} from './search-index'

export interface SearchIndexerOptions {
  readonly rows: Database
  readonly onError: (error: unknown) => void
  /** How long messages gather before they get their words together. */
  readonly gatherMs?: number
  readonly retryMs?: number
}

const CHANNELS = 50
const MESSAGES = 200
/** Sending comes first: while messages keep coming, the indexer rests so many times as long as it works … */
const REST_RATIO = 16
/** … and on, where they keep the event loop busier than this, */
const FLOOD_UTILISATION = 0.5
/** but not for longer. */
const LONGEST_REST_MS = 5_000
const REST_STEP_MS = 100

/**
 * Gives stored messages their words, behind their senders' backs: sending does not wait for it. How far it has come
 * stands in the database for each channel, so that a start goes on where a kill interrupted, and reads what was there
 * before there was search. Words follow within a second of up to some four hundred messages a second; in a flood they
 * fall behind rather than hold it up, and catch up when it is over.
 */
export class SearchIndexer {
  private readonly stopping = new AbortController()
  private waiting = new Set<string>()
  private isSweepWanted = false
  /** Somebody has sent something since this was last set to false. */
  private isSending = false
  private working: Promise<void> | null = null

  constructor(private readonly options: SearchIndexerOptions) {}

  /** Takes committed events as they are published. */
  heed(events: readonly Event[]): void {
    for (const event of events) {
      if (event.type !== 'message-created') continue
      this.waiting.add(event.streamId)
      this.isSending = true
    }
    if (this.waiting.size > 0) this.wake()
  }

  /** Looks through all channels: at the start, and when something may have been committed unheard. */
  sweep(): void {
    this.isSweepWanted = true
    this.wake()
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    await this.working
  }

  private wake(): void {
    if (this.working || this.stopping.signal.aborted) return
    this.working = this.workWhileWanted().finally(() => {
      this.working = null
      if (this.waiting.size > 0 || this.isSweepWanted) this.wake()
    })
  }

  private async workWhileWanted(): Promise<void> {
    const { gatherMs = 100 } = this.options
    while ((this.waiting.size > 0 || this.isSweepWanted) && !this.stopping.signal.aborted) {
      await this.wait(gatherMs)
      const channelIds = this.isSweepWanted ? null : [...this.waiting]
      this.isSweepWanted = false
      this.waiting = new Set()
      await this.catchUp(channelIds).catch((error) => this.recover(error))
    }
  }

  /** Whatever failed, nothing was lost: the cursors stand where they stood. */
  private async recover(error: unknown): Promise<void> {
    if (this.stopping.signal.aborted) return
    if (!isDatabaseTrouble(error)) this.options.onError(error)
    this.isSweepWanted = true
    await this.wait(this.options.retryMs ?? 1_000)
  }

  private async catchUp(channelIds: readonly string[] | null): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const behind = await findBehind(this.options.rows, SEARCH_READER, { channelIds, limit: CHANNELS })
      if (behind.length === 0) return
      for (const channel of behind) {
        if (this.stopping.signal.aborted) return
        const startedAt = performance.now()
        this.isSending = false
        await this.readOn(channel)
        if (this.isSending) await this.rest(REST_RATIO * (performance.now() - startedAt))
      }
    }
  }

  private async rest(ms: number): Promise<void> {
    const startedAt = performance.now()
    for (let isFlooded = true; isFlooded || performance.now() - startedAt < ms; ) {
      const before = performance.eventLoopUtilization()
      await this.wait(REST_STEP_MS)
      if (this.stopping.signal.aborted || performance.now() - startedAt > LONGEST_REST_MS) return
      isFlooded = performance.eventLoopUtilization(before).utilization > FLOOD_UTILISATION
    }
  }

  private async readOn(behind: Behind): Promise<void> {
    const messages = await readUnworded(this.options.rows, behind, MESSAGES)
    const last = messages.length < MESSAGES ? behind.lastSeq : (messages.at(-1)?.seq ?? behind.lastSeq)
    await this.store(behind, await inTurns(wordsOfAll(messages)), last)
  }

  /** Words that the database does not take (too many of them, say) harm no other message: theirs is found by nothing. */
  private async store(behind: Behind, found: readonly WordedRow[], last: number): Promise<void> {
    const { rows, onError } = this.options
    try {
      await storeWords(rows, found, behind, last)
    } catch (error) {
      if (isDatabaseTrouble(error)) throw error
      if (found.length > 1) {
        for (const one of found) await this.store(behind, [one], one.message.seq)
        await storeWords(rows, [], behind, last)
      } else {
        onError(error)
        await storeWords(
          rows,
          found.map(({ message }) => ({ message, words: '' })),
          behind,
          last,
        )
      }
    }
  }

  private async wait(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.stopping.signal, ref: false }).catch(() => undefined)
  }
}

function* wordsOfAll(messages: readonly UnwordedMessage[]): Generator<void, WordedRow[]> {
  const found: WordedRow[] = []
  for (const message of messages) {
    found.push({ message, words: yield* wordsInSteps(message) })
    yield
  }
  return found
}
