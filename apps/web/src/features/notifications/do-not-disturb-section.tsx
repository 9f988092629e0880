import { currentQuietPeriod, isQuietByHand } from '@parley/protocol'
import { useState } from 'react'
import { exactTime } from '../../app/time'
import { useCommand } from '../../app/use-command'
import { useReader } from '../../app/use-reader'
import { useMe } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { instantOfWallTime } from '../../app/wall-time'
import { Button } from '../../components/button'
import { WallTimeField } from '../../components/time-entry/wall-time-field'
import { nextMorning } from './next-morning'

const MINUTE_MS = 60_000

/** Being told of nothing for a while. */
export function DoNotDisturbSection() {
  const text = useText()
  const command = useCommand()
  const me = useMe()
  const end = (until: Date | null) => command('users.setDoNotDisturb', { until: until?.toISOString() ?? null })
  const inMinutes = (minutes: number) => end(new Date(Date.now() + minutes * MINUTE_MS))
  return (
    <section className="settings__part" aria-labelledby="dnd-title">
      <h2 id="dnd-title">{text('web.notices.dnd')}</h2>
      <p className="settings__hint">{text('web.notices.dndHint')}</p>
      <QuietNow />
      <div className="settings__actions">
        <Button onClick={() => inMinutes(30)}>{text('web.notices.halfHour')}</Button>
        <Button onClick={() => inMinutes(60)}>{text('web.notices.hour')}</Button>
        <Button onClick={() => end(nextMorning(new Date(), me.timeZone))}>{text('web.notices.morning')}</Button>
        {isQuietByHand(me, new Date()) && (
          <Button look="primary" onClick={() => end(null)}>
            {text('web.notices.end')}
          </Button>
        )}
      </div>
      <CustomEnd onEnd={end} />
    </section>
  )
}

function QuietNow() {
  const text = useText()
  const reader = useReader()
  const me = useMe()
  const now = new Date()
  const { until } = me.doNotDisturb
  const period = currentQuietPeriod(me, now)
  if (until !== null && isQuietByHand(me, now)) {
    return <p className="settings__state">{text('web.notices.quietUntil', { time: exactTime(until, reader) })}</p>
  }
  return (
    <p className="settings__state">
      {period ? text('web.notices.quietHoursNow', { time: period.to }) : text('web.notices.audible')}
    </p>
  )
}

function CustomEnd({ onEnd }: { onEnd: (until: Date) => void }) {
  const text = useText()
  const { timeZone } = useReader()
  const [wall, setWall] = useState('')
  const until = instantOfWallTime(wall, timeZone)
  const isUsable = until !== null && Date.parse(until) > Date.now()
  return (
    <form
      className="settings__until"
      onSubmit={(event) => {
        event.preventDefault()
        if (isUsable) onEnd(new Date(until))
      }}
    >
      <WallTimeField label={text('web.notices.until')} value={wall} onValue={setWall} />
      <Button type="submit" disabled={!isUsable}>
        {text('web.notices.begin')}
      </Button>
    </form>
  )
}
