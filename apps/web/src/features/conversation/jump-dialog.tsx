import { unreadCount } from '@parley/client'
import type { ChannelId } from '@parley/protocol'
import { useState } from 'react'
import { startOfDay } from '../../app/start-of-day'
import { dayKey } from '../../app/time'
import { type Action, useAction } from '../../app/use-action'
import { useOverlay } from '../../app/use-overlay'
import { useNowMs, useReader } from '../../app/use-reader'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { DialogForm } from '../../components/dialog-form'
import { DayField } from '../../components/time-entry/day-field'
import { type JumpPlace, useJump } from './use-jump'

/** To a day of a conversation, to what is unread, or to its beginning. */
export function JumpDialog({ channelId }: { channelId: ChannelId }) {
  const text = useText()
  const { close } = useOverlay()
  const { timeZone, ...reader } = useReader()
  const today = dayKey(useNowMs(), { timeZone, ...reader })
  const [day, setDay] = useState(today)
  const go = useGo(channelId)
  const action: Action<[]> = { ...go, run: () => go.run({ at: startOfDay(day, timeZone) }) }
  return (
    <DialogForm
      title={text('web.jump.title')}
      submitLabel={text('web.jump.submit')}
      action={action}
      isReady={day !== ''}
      onClose={close}
      before={<Shortcuts channelId={channelId} today={today} timeZone={timeZone} go={go} />}
    >
      <DayField label={text('web.jump.day')} isRequired max={today} value={day} onValue={setDay} />
    </DialogForm>
  )
}

function useGo(channelId: ChannelId): Action<[JumpPlace]> {
  const { close } = useOverlay()
  const jump = useJump(channelId)
  return useAction(async (place: JumpPlace) => {
    await jump(place)
    close()
  })
}

interface ShortcutsProps {
  readonly channelId: ChannelId
  readonly today: string
  readonly timeZone: string
  readonly go: Action<[JumpPlace]>
}

const DAY_MS = 86_400_000
const daysAgo = [
  ['web.jump.yesterday', 1],
  ['web.jump.weekAgo', 7],
  ['web.jump.monthAgo', 30],
] as const

/** Where one often wants to go, with one press. */
function Shortcuts({ channelId, today, timeZone, go }: ShortcutsProps) {
  const text = useText()
  const view = useSession((session) => session.channels.get(channelId))
  const isUnread = view !== undefined && unreadCount(view) > 0
  const before = (days: number) => new Date(Date.parse(today) - days * DAY_MS).toISOString().slice(0, 10)
  return (
    <div className="suggestions">
      {isUnread && (
        <Button onClick={() => void go.run({ messageNumber: view.readNumber + 1 })}>
          {text('web.jump.firstUnread')}
        </Button>
      )}
      {daysAgo.map(([label, days]) => (
        <Button key={label} onClick={() => void go.run({ at: startOfDay(before(days), timeZone) })}>
          {text(label)}
        </Button>
      ))}
      <Button onClick={() => void go.run({})}>{text('web.jump.beginning')}</Button>
    </div>
  )
}
