export interface LatencyMs {
  readonly p50: number
  readonly p95: number
}

/** Median and 95th percentile (nearest rank); zeros for no measurement. */
export function summariseLatency(samples: readonly number[]): LatencyMs {
  const sorted = [...samples].sort((a, b) => a - b)
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
  return { p50: rank(0.5), p95: rank(0.95) }
}
