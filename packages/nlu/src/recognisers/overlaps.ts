interface Span {
  readonly start: number
  readonly end: number
}

/** Keeps the longest of overlapping spans, of equally long ones the first given; sorted by place. */
export function dropOverlaps<T extends Span>(spans: readonly T[]): T[] {
  const taken = new Set<number>()
  const kept: T[] = []
  for (const span of [...spans].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    // What was kept before is at least as long, so an overlap always covers one of the ends.
    if (taken.has(span.start) || taken.has(span.end - 1)) continue
    for (let at = span.start; at < span.end; at += 1) taken.add(at)
    kept.push(span)
  }
  return kept.sort((a, b) => a.start - b.start)
}
