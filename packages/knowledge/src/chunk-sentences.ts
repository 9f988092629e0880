import { splitSentences } from '@parley/text'
import { textWidth } from './text-width'

export interface TextSpan {
  readonly start: number
  readonly end: number
}

/** Cuts a stretch of text at sentence ends into pieces of at most `maxWidth`; a longer sentence is cut where it must be. */
export function chunkSentences(text: string, start: number, end: number, maxWidth: number): TextSpan[] {
  if (textWidth(text, start, end) <= maxWidth) return [{ start, end }]
  const chunks: TextSpan[] = []
  for (const sentence of sentencesOf(text, start, end)) {
    for (const piece of cutLong(text, sentence, maxWidth)) {
      const last = chunks.at(-1)
      const joins = last !== undefined && textWidth(text, last.start, piece.end) <= maxWidth
      if (joins) chunks[chunks.length - 1] = { start: last.start, end: piece.end }
      else chunks.push(piece)
    }
  }
  return chunks
}

/** Sentences of a stretch of text, with offsets into the whole. */
export function sentencesOf(text: string, start: number, end: number): TextSpan[] {
  return splitSentences(text.slice(start, end)).map((sentence) => ({
    start: start + sentence.start,
    end: start + sentence.end,
  }))
}

/** Cuts after a comma or space in the second half of each piece where there is one, never inside a surrogate pair. */
function cutLong(text: string, span: TextSpan, maxWidth: number): TextSpan[] {
  const pieces: TextSpan[] = []
  let start = span.start
  while (textWidth(text, start, Math.min(span.end, start + maxWidth + 1)) > maxWidth) {
    let limit = start + Math.floor(maxWidth / 2)
    while (limit < span.end && textWidth(text, start, limit + 1) <= maxWidth) limit++
    const cut = lastBreak(text, start + ((limit - start) >> 1), limit)
    pieces.push({ start, end: cut })
    start = cut
  }
  if (start < span.end) pieces.push({ start, end: span.end })
  return pieces
}

function lastBreak(text: string, from: number, limit: number): number {
  for (let at = limit; at > from; at--) if (/[\s,，;；、:：]/.test(text[at - 1]!)) return at
  const isInsidePair = /[\ud800-\udbff]/.test(text[limit - 1]!)
  return isInsidePair ? limit - 1 : limit
}
