interface Span {
  readonly start: number
  readonly end: number
}

/** Keeps the longest of overlapping spans, of equally long ones the first given; sorted by place. */
export function dropOverlaps<T extends Span>(spans: readonly T[]): T[] {
  const kept: T[] = []
  for (const span of [...spans].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some((other) => span.start < other.end && other.start < span.end)) kept.push(span)
  }
  return kept.sort((a, b) => a.start - b.start)
}
