import type { Span } from '@parley/nlu'

/** The spans of one message: true ones and those found. */
export interface JudgedSpans {
  readonly truth: readonly Span[]
  readonly found: readonly Span[]
}

export interface SpanMetrics {
  readonly n: number
  /** Micro-averaged: a span counts when start, end and type are right (Tjong Kim Sang & De Meulder 2003). */
  readonly f1: number
  readonly precision: number
  readonly recall: number
}

export function spanMetrics(rows: readonly JudgedSpans[]): SpanMetrics {
  const sum = (count: (row: JudgedSpans) => number) => rows.reduce((total, row) => total + count(row), 0)
  const [truth, found] = [sum((row) => row.truth.length), sum((row) => row.found.length)]
  const right = sum((row) => row.found.filter((span) => row.truth.some((other) => isSame(span, other))).length)
  return {
    n: rows.length,
    f1: (2 * right) / Math.max(1, truth + found),
    precision: right / Math.max(1, found),
    recall: right / Math.max(1, truth),
  }
}

/** The same for each type that occurs, as truth or found. */
export function spanMetricsByType(rows: readonly JudgedSpans[]): Record<string, SpanMetrics> {
  const types = new Set(rows.flatMap(({ truth, found }) => [...truth, ...found].map(({ type }) => type)))
  const only = (type: string) => (spans: readonly Span[]) => spans.filter((span) => span.type === type)
  const of = (type: string) =>
    spanMetrics(rows.map(({ truth, found }) => ({ truth: only(type)(truth), found: only(type)(found) })))
  return Object.fromEntries([...types].sort().map((type) => [type, of(type)]))
}

/** Whether all spans were found and nothing else. */
export function isWhole({ truth, found }: JudgedSpans): boolean {
  return truth.length === found.length && found.every((span) => truth.some((other) => isSame(span, other)))
}

const isSame = (left: Span, right: Span) =>
  left.start === right.start && left.end === right.end && left.type === right.type
