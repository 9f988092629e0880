import { clockTime, knownTimeZone } from '../../app/time'
import { useNowMs, useReader } from '../../app/use-reader'
import { useText } from '../../app/use-text'
import { hoursAhead } from './zone-time'

/** "15:40, 7 h ahead of you". */
export function useLocalTime(theirs: string): string {
  const text = useText()
  const reader = useReader()
  const nowMs = useNowMs()
  const timeZone = knownTimeZone(theirs)
  const time = clockTime(new Date(nowMs).toISOString(), { ...reader, timeZone })
  const hours = hoursAhead(timeZone, reader.timeZone, nowMs)
  if (hours === 0) return text('web.profile.sameTime', { time })
  return hours > 0
    ? text('web.profile.ahead', { time, hours })
    : text('web.profile.behind', { time, hours: Math.abs(hours) })
}
