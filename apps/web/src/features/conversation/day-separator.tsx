import { dayKey, dayName, type Reader } from '../../app/time'
import { useNowMs, useReader } from '../../app/use-reader'
import { type Text, useText } from '../../app/use-text'
import type { Row } from './build-rows'

const DAY_MS = 86_400_000

function dayText(at: string | number, nowMs: number, reader: Reader, text: Text): string {
  const day = dayKey(at, reader)
  if (day === dayKey(nowMs, reader)) return text('web.conversation.today')
  if (day === dayKey(nowMs - DAY_MS, reader)) return text('web.conversation.yesterday')
  return dayName(at, nowMs, reader)
}

export function DaySeparator({ at }: { at: string }) {
  const text = useText()
  return (
    <p className="day">
      <span className="day__name">{dayText(at, useNowMs(), useReader(), text)}</span>
    </p>
  )
}

/** The day of the topmost message, which stays in sight while one scrolls. */
export function DayPill({ row }: { row: Row }) {
  const text = useText()
  const nowMs = useNowMs()
  const reader = useReader()
  const at = timeOf(row)
  return at === null ? null : (
    <p className="day-pill" aria-hidden="true">
      {dayText(at, nowMs, reader, text)}
    </p>
  )
}

function timeOf(row: Row): string | number | null {
  if (row.kind === 'message') return row.message.createdAt
  if (row.kind === 'outgoing') return row.outgoing.createdAtMs
  return null
}
