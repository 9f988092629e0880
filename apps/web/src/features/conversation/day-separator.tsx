import { ChevronDown } from 'lucide-react'
import { dayKey, dayName, type Reader } from '../../app/time'
import { useOverlay } from '../../app/use-overlay'
import { useNowMs, useReader } from '../../app/use-reader'
import { type Text, useText } from '../../app/use-text'
import type { Row } from './build-rows'
import { useConversation } from './conversation-state'

const DAY_MS = 86_400_000

function dayText(at: string | number, nowMs: number, reader: Reader, text: Text): string {
  const day = dayKey(at, reader)
  if (day === dayKey(nowMs, reader)) return text('web.conversation.today')
  if (day === dayKey(nowMs - DAY_MS, reader)) return text('web.conversation.yesterday')
  return dayName(at, nowMs, reader)
}

export function DaySeparator({ at }: { at: string }) {
  const text = useText()
  const name = dayText(at, useNowMs(), useReader(), text)
  const { threadId } = useConversation()
  return <div className="day">{threadId === null ? <OtherDay name={name} /> : <span>{name}</span>}</div>
}

/** The name of a day, and the way to another one. */
function OtherDay({ name, isShortcut = false }: { name: string; isShortcut?: boolean }) {
  const text = useText()
  const { open } = useOverlay()
  const { channelId } = useConversation()
  return (
    <button
      type="button"
      className="day__name"
      aria-label={text('web.jump.fromDay', { day: name })}
      // The pill repeats what stands between the messages: G and the menu lead there by keyboard.
      tabIndex={isShortcut ? -1 : undefined}
      onClick={() => open({ kind: 'jump', channelId })}
    >
      {name}
      <ChevronDown size={12} aria-hidden="true" />
    </button>
  )
}

/** The day of the topmost message, which stays in sight while one scrolls. */
export function DayPill({ row }: { row: Row }) {
  const text = useText()
  const nowMs = useNowMs()
  const reader = useReader()
  const at = timeOf(row)
  const { threadId } = useConversation()
  if (at === null) return null
  const name = dayText(at, nowMs, reader, text)
  return <div className="day-pill">{threadId === null ? <OtherDay name={name} isShortcut /> : name}</div>
}

function timeOf(row: Row): string | number | null {
  if (row.kind === 'message') return row.message.createdAt
  if (row.kind === 'outgoing') return row.outgoing.createdAtMs
  return null
}
