import type { MessageId, TypingFrame, UserId } from '@parley/protocol'

/** Somebody who writes says so every few seconds; who has been silent this long has stopped. */
export const TYPING_MS = 6_000
/** More names than these nobody reads: clients say "several people". */
const MOST_SHOWN = 5

interface Typing {
  readonly threadId: MessageId | null
  readonly untilMs: number
}

/** Who is writing where, in memory. */
export class TypingBook {
  private readonly channels = new Map<string, Map<UserId, Typing>>()

  /** Answers whether anybody sees a difference. */
  note(channelId: string, userId: UserId, threadId: MessageId | null, nowMs: number): boolean {
    const people = this.channels.get(channelId) ?? new Map<UserId, Typing>()
    const before = people.get(userId)
    people.set(userId, { threadId, untilMs: nowMs + TYPING_MS })
    this.channels.set(channelId, people)
    return before === undefined || before.threadId !== threadId
  }

  stop(channelId: string, userId: UserId): boolean {
    const people = this.channels.get(channelId)
    if (!people?.delete(userId)) return false
    if (people.size === 0) this.channels.delete(channelId)
    return true
  }

  /** Who was heard of first comes first. */
  peopleIn(channelId: string): TypingFrame['people'] {
    const people = [...(this.channels.get(channelId) ?? [])]
    return people.slice(0, MOST_SHOWN).map(([userId, { threadId }]) => ({ userId, threadId }))
  }

  /** Forgets those who have been silent, and answers where that is seen. */
  expire(nowMs: number): readonly string[] {
    const changed: string[] = []
    for (const [channelId, people] of this.channels) {
      const silent = [...people].filter(([, { untilMs }]) => untilMs <= nowMs)
      for (const [userId] of silent) this.stop(channelId, userId)
      if (silent.length > 0) changed.push(channelId)
    }
    return changed
  }

  get isWaiting(): boolean {
    return this.channels.size > 0
  }
}
