/** How often somebody has picked which emoji, in this browser. */
export type EmojiCounts = Readonly<Record<string, number>>

/** Offered while somebody has picked few. */
const USUAL = ['👍', '❤️', '😂', '🎉', '👀', '✅', '🙏', '😮'] as const

const KEPT = 60

export const emojiCountsKey = (userId: string): string => `parley.emoji.${userId}`

/** What somebody else wrote into the storage counts as nothing. */
export function readEmojiCounts(json: string | null): EmojiCounts {
  try {
    const value: unknown = JSON.parse(json ?? '{}')
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
    return Object.fromEntries(entries.filter(([, count]) => Number.isFinite(count)))
  } catch {
    return {}
  }
}

/** The counts with one more pick; those picked least go when there are too many. */
export function countEmoji(counts: EmojiCounts, emoji: string): EmojiCounts {
  const next = Object.entries({ ...counts, [emoji]: (counts[emoji] ?? 0) + 1 })
  return Object.fromEntries(next.sort(([, one], [, other]) => other - one).slice(0, KEPT))
}

/** Picked most often first, filled up with usual ones. */
export function frequentEmoji(counts: EmojiCounts, count: number): readonly string[] {
  const picked = Object.entries(counts)
    .sort(([, one], [, other]) => other - one)
    .map(([emoji]) => emoji)
  return [...new Set([...picked, ...USUAL])].slice(0, count)
}
