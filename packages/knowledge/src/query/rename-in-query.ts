import type { StructuredQuery, TextSpan } from './structured-query'

const LETTER = /[\p{Script=Latin}\p{N}]/u

/** A text with another name in place of the one that it holds, and where that stood; null where it stands only inside of other words. */
export function renameIn(text: string, said: string, other: string) {
  const start = text.toLowerCase().indexOf(said.toLowerCase())
  const end = start + said.length
  const goesOn = (inner: string | undefined, outer: string | undefined) =>
    LETTER.test(inner ?? '') && LETTER.test(outer ?? '')
  if (start < 0 || goesOn(text[start], text[start - 1]) || goesOn(text[end - 1], text[end])) return null
  return { text: text.slice(0, start) + other + text.slice(end), start, end }
}

/** A query that asks for something by another of its names: the same in every other respect. */
export function renameInQuery(query: StructuredQuery, said: string, other: string): StructuredQuery | null {
  const renamed = renameIn(query.text, said, other)
  if (!renamed) return null
  const { text, start, end } = renamed
  const by = other.length - said.length
  const moved = (span: TextSpan | undefined): TextSpan | undefined => {
    if (!span || span.end <= start) return span
    return span.start >= end ? { start: span.start + by, end: span.end + by } : undefined
  }
  const { asking: _, ...rest } = query
  const asking = moved(query.asking)
  const parts = query.parts.map((part) => ({ ...part, span: moved(part.span) }))
  return { ...rest, text, parts, ...(asking && { asking }) }
}
