const CLOCK =
  /^(?<part>上午|早上|凌晨|中午|下午|傍晚|晚上)?\s*(?<hour>\d{1,2})(?:\s*[:.点时h]\s*(?<minute>\d{1,2}|半)?\s*分?)?\s*(?<half>[ap]\.?m\.?)?$/
const DIGITS = /^(?<hour>\d{1,2})(?<minute>\d\d)$/
const AFTERNOON = /^(?:下午|傍晚|晚上|中午|p)/
const MORNING = /^(?:上午|早上|凌晨|a)/

/** A time of day as people write it, as `15:20`; null where none can be read. */
export function readClock(words: string): string | null {
  const said = words.normalize('NFKC').trim().toLowerCase()
  const parts = (CLOCK.exec(said) ?? DIGITS.exec(said))?.groups
  if (!parts) return null
  const hour = hourOfDay(Number(parts.hour), parts.part ?? parts.half ?? '')
  const minute = parts.minute === '半' ? 30 : Number(parts.minute ?? 0)
  return hour > 23 || minute > 59 ? null : [hour, minute].map((it) => String(it).padStart(2, '0')).join(':')
}

/** Noon is 12 pm, and eleven at noon is before it. */
function hourOfDay(hour: number, part: string): number {
  if (AFTERNOON.test(part) && hour < 12 && !(part === '中午' && hour > 10)) return hour + 12
  return MORNING.test(part) && hour === 12 ? 0 : hour
}
