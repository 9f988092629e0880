import type { IntentExplanation } from '@parley/protocol'

export type WordShare = IntentExplanation['shares'][number]

/** A stretch of a message: a word with what it adds, or what stands between words. */
export interface TintedPart {
  readonly text: string
  readonly share: WordShare | null
}

/** A message cut at the words that were explained; empty where it no longer says them. */
export function tintWords(content: string, shares: readonly WordShare[]): readonly TintedPart[] {
  const parts: TintedPart[] = []
  let at = 0
  for (const share of shares) {
    if (share.start < at || !content.startsWith(share.text, share.start)) return []
    if (share.start > at) parts.push({ text: content.slice(at, share.start), share: null })
    parts.push({ text: share.text, share })
    at = share.end
  }
  if (at < content.length) parts.push({ text: content.slice(at), share: null })
  return parts
}

/** How strongly each share is drawn, −1 to 1: against the greatest, so that the colours are used whatever the figures. */
export function strengthOf(value: number, shares: readonly WordShare[]): number {
  const greatest = Math.max(...shares.map((share) => Math.abs(share.value)))
  return greatest === 0 ? 0 : value / greatest
}
