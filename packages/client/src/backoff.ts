const FIRST_MS = 500
const LONGEST_MS = 30_000
/** A connection that lived this long was a good one: the next failure counts as the first. */
export const STEADY_AFTER_MS = 10_000

/**
 * How long to wait before the next attempt after `failures` in a row: doubling, with full jitter above a quarter, so
 * that a thousand clients of a restarted server do not come back at the same moment.
 */
export function backoffMs(failures: number, random: () => number, longestMs = LONGEST_MS): number {
  const ceiling = Math.min(longestMs, FIRST_MS * 2 ** Math.max(0, failures - 1))
  return Math.round(ceiling * (0.25 + 0.75 * random()))
}
