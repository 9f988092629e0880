import type { UserId } from '@parley/protocol'
import { clockTime, shortDate } from '../../app/time'
import { useNowMs, useReader } from '../../app/use-reader'
import { useSession } from '../../app/use-services'
import { type Text, useText } from '../../app/use-text'
import { isShown } from './is-shown'

/** The emoji of somebody's status beside their name, its words on hover. */
export default function StatusMark({ userId }: { userId: UserId }) {
  const text = useText()
  const reader = useReader()
  const status = useSession((session) => session.users.get(userId)?.status)
  const nowMs = useNowMs()
  if (!status || !isShown(status, nowMs)) return null
  const words = [status.text, status.expiresAt && untilWords(status.expiresAt, nowMs, reader, text)]
  const label = words.filter(Boolean).join(' · ')
  return (
    <span className="status-mark" role="img" aria-label={label || status.emoji} title={label}>
      {status.emoji || '💬'}
    </span>
  )
}

const DAY_MS = 24 * 60 * 60 * 1000

/** A time within a day, a date beyond it. */
export function untilWords(expiresAt: string, nowMs: number, reader: Parameters<typeof clockTime>[1], text: Text) {
  const isSoon = Date.parse(expiresAt) - nowMs < DAY_MS
  return text('web.status.untilTime', { time: isSoon ? clockTime(expiresAt, reader) : shortDate(expiresAt, reader) })
}
