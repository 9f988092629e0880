/** An instant as this machine's clock shows it: ISO 8601 with offset, 2026-11-23T09:00:00+08:00. */
export function localNow(instant: Date = new Date()): string {
  const offset = -instant.getTimezoneOffset()
  const shifted = new Date(instant.getTime() + offset * 60_000).toISOString().slice(0, 19)
  const two = (number: number) => String(number).padStart(2, '0')
  const size = Math.abs(offset)
  return `${shifted}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
