/** One message of a channel, as far as it matters to what it answers. */
export interface ChatLine {
  /** Who wrote it; any key that is the same for the same person. */
  readonly author: string
  /** What its author is called by others: names, nicknames, handles. */
  readonly names: readonly string[]
  /** Milliseconds since any fixed moment. */
  readonly at: number
  readonly text: string
  /** Authors that it mentions for certain, if that is known. */
  readonly mentions?: readonly string[]
  /** Unit vector of what it says; null where there is no encoder. */
  readonly sentence: Float32Array | null
}

/** Of what was said before a message, so much may have been answered by it: the last lines, oldest first. */
export const MAX_LINES = 50
export const MAX_AGE_MS = 24 * 3_600_000

/** The lines that the last one of these may answer. */
export function windowOf<Line extends Pick<ChatLine, 'at'>>(before: readonly Line[], at: number): readonly Line[] {
  return before.slice(-MAX_LINES).filter((line) => at - line.at <= MAX_AGE_MS)
}
