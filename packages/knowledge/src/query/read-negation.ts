import type { NegationPart, TextSpan, WithoutPart } from './structured-query'

const WITHOUT = [
  /[,，]?\s*\b(?:except(?:ing)?(?: for)?|other than|excluding|apart from|aside from|but not|not including)\s+((?:(?:the|in|for|from)\s+)?[\p{L}\d][\p{L}\d'’-]*(?:\s+(?!is\b|are\b|do\b|does\b|what\b|how\b|who\b|when\b|where\b)[\p{L}\d][\p{L}\d'’-]*){0,3})/giu,
  /除了?([^，。？?、,]{1,16}?)(?:之外|以外|外)[，,]?/gu,
  /除了([^，。？?、,]{1,16}?)[，,]/gu,
  /[，,]?(?:不包括|不含|不算)([^，。？?的,]{1,16})/gu,
]

/** What the answer must not be about. */
export function readWithout(text: string): WithoutPart[] {
  const found = WITHOUT.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      kind: 'without' as const,
      words: match[1]!.replace(/^(?:the|in|for|from)\s+/i, '').trim(),
      span: { start: match.index, end: match.index + match[0].length },
      source: 'words' as const,
    })),
  )
  return found.filter(
    ({ span }, at) => !found.slice(0, at).some((other) => span.start < other.span.end && other.span.start < span.end),
  )
}

const NEGATION =
  /\b(?:not|never|cannot|no longer|(?:is|are|do|does|did|can|could|may|must|should|would|has|have)n['’]?t|can['’]t|won['’]t)\b|不(?:能|可以|得|需要|用|必|会|允许|予|该|应)|无需|无须|禁止|没有/giu
/** 能不能 and 有没有 ask, and deny nothing. */
const ASKING =
  /能不能|可不可以|是不是|会不会|要不要|该不该|用不用|有没有|需不需要|得不得|能否|是否|不好意思|不知道|\b(?:do|does|did|is|are|can|could|would|should)(?:n['’]?t| not) (?:i|we|you)\b/giu

/** Whether a question asks for what is not: 哪些费用不能报销, "what is not refunded". */
export function readNegation(text: string, taken: readonly TextSpan[]): NegationPart[] {
  const asking = [...text.matchAll(ASKING)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }))
  const isFree = ({ start, end }: TextSpan) =>
    ![...taken, ...asking].some((span) => start < span.end && span.start < end)
  const spans = [...text.matchAll(NEGATION)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }))
  return spans
    .filter(isFree)
    .slice(0, 1)
    .map((span) => ({ kind: 'negation', span, source: 'words' }))
}
