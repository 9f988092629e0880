import { segmentWords } from '@parley/text'
import type { Coalition } from './shapley-values'

/** A stretch of a text that is kept or left out as a whole; UTF-16 offsets. */
export interface TextPart {
  readonly start: number
  /** Exclusive: the end of its last word. */
  readonly end: number
  readonly text: string
}

/** Words, or neighbouring words together where there are more than `most`. A text without words is one part. */
export function textParts(text: string, most: number): TextPart[] {
  const words = segmentWords(text)
  if (words.length === 0) return [{ start: 0, end: text.length, text }]
  const count = Math.min(most, words.length)
  return Array.from({ length: count }, (_unused, part) => {
    const start = words[Math.round((part * words.length) / count)]?.start ?? 0
    const end = words[Math.round(((part + 1) * words.length) / count) - 1]?.end ?? text.length
    return { start, end, text: text.slice(start, end) }
  })
}

/** The text with only the coalition's parts; what follows a part up to the next one, space or comma, goes with it. */
export function keepParts(text: string, parts: readonly TextPart[], coalition: Coalition): string {
  const kept = parts.map((part, index) => {
    const from = index === 0 ? 0 : part.start
    return coalition & (1 << index) ? text.slice(from, parts[index + 1]?.start ?? text.length) : ''
  })
  return kept.join('').trim()
}
