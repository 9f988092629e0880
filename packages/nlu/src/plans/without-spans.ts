interface Span {
  readonly start: number
  readonly end: number
}

/** A text without its words about when; what joins them to the others goes with them. */
export function withoutSpans(text: string, spans: readonly Span[]): string {
  return cut(text, spans)
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .replace(/^[\s,，:：、]+|[\s,，:：、]+$/g, '')
    .replace(/^(?:to|that|about|on|at)\s+/i, '')
    .replace(/\s+(?:at|on|in|by|from)$/i, '')
    .trim()
}

function cut(text: string, spans: readonly Span[]): string {
  let rest = text
  for (const { start, end } of [...spans].sort((one, other) => other.start - one.start)) {
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`
  }
  return rest
}
