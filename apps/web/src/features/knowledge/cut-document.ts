export interface DocumentPart {
  /** Where it begins in the document, in UTF-16 units. */
  readonly start: number
  readonly before: string
  /** The quoted part; empty where there is none. */
  readonly quoted: string
  readonly after: string
}

/** How much of a long document is shown on each side of the quote. */
const AROUND = 20_000

/** Paragraphs, each cut where the quote begins and ends, so that only what is on the screen has to be laid out. */
export function cutDocument(text: string, start: number | null, end: number | null, isWhole: boolean): DocumentPart[] {
  const [quoteStart, quoteEnd] = [start ?? 0, end ?? 0]
  const from = isWhole ? 0 : paragraphStart(text, Math.max(0, quoteStart - AROUND))
  const to = isWhole ? text.length : Math.min(text.length, Math.max(quoteEnd, quoteStart) + AROUND)
  const parts: DocumentPart[] = []
  for (let at = from; at < to; ) {
    const next = paragraphEnd(text, at)
    parts.push(cutPart(text, at, next, quoteStart, quoteEnd))
    at = next
  }
  return parts
}

/** Whether everything is shown without asking. */
export const isShort = (text: string): boolean => text.length <= 2 * AROUND

function cutPart(text: string, start: number, end: number, quoteStart: number, quoteEnd: number): DocumentPart {
  const clamp = (offset: number) => Math.min(end, Math.max(start, offset))
  const [from, to] = [clamp(quoteStart), clamp(quoteEnd)]
  return { start, before: text.slice(start, from), quoted: text.slice(from, to), after: text.slice(to, end) }
}

const PARAGRAPH = '\n\n'

function paragraphEnd(text: string, from: number): number {
  const at = text.indexOf(PARAGRAPH, from)
  return at === -1 ? text.length : at + PARAGRAPH.length
}

function paragraphStart(text: string, near: number): number {
  const at = text.lastIndexOf(PARAGRAPH, near)
  return at === -1 ? 0 : at + PARAGRAPH.length
}
