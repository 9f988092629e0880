const MINUTE_MS = 60_000
const units = [
  { pattern: /^(?:m|mins?|minutes?|分|分钟)$/i, ms: MINUTE_MS },
  { pattern: /^(?:h|hrs?|hours?|个?小时|个?钟头)$/i, ms: 60 * MINUTE_MS },
  { pattern: /^(?:d|days?|天)$/i, ms: 24 * 60 * MINUTE_MS },
]

/** `2h`, `90 min`, `1.5 小时` in milliseconds; null for anything else. */
export function readLength(words: string): number | null {
  const match = /^(\d{1,4}(?:\.\d)?)\s*([\p{L}]+)$/u.exec(words.trim())
  const unit = match && units.find(({ pattern }) => pattern.test(match[2] ?? ''))
  return unit ? Number(match[1]) * unit.ms : null
}
