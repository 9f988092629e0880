import type { QuietPeriod } from '@parley/protocol'
import { Plus, X } from 'lucide-react'
import { useId, useState } from 'react'
import { useCommand } from '../../app/use-command'
import { useLanguage, useMe } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { IconButton } from '../../components/icon-button'
import { ClockInput } from '../../components/time-entry/clock-input'

const NIGHTS: QuietPeriod = { days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', to: '08:00' }
const MAX_PERIODS = 7

/** Hours of the week at which one is told of nothing. */
export function QuietHoursSection() {
  const text = useText()
  const command = useCommand()
  const me = useMe()
  const { periods, setPeriods, isSaved, isOutdated, drop } = useEdit(me.doNotDisturb.quietHours)
  const change = (index: number, period: QuietPeriod) => setPeriods(periods.with(index, period))
  const isWhole = periods.every(({ days, from, to }) => days.length > 0 && from !== '' && to !== '')
  const done = { text: text('web.notices.saved') }
  return (
    <section className="settings__part" aria-labelledby="quiet-title">
      <h2 id="quiet-title">{text('web.notices.quietHours')}</h2>
      <p className="settings__hint">{text('web.notices.quietHoursHint', { zone: me.timeZone })}</p>
      {periods.map((period, index) => (
        <Period
          // biome-ignore lint/suspicious/noArrayIndexKey: a period has no other name than its place
          key={index}
          period={period}
          onChange={(next) => change(index, next)}
          onRemove={() => setPeriods(periods.toSpliced(index, 1))}
        />
      ))}
      {isOutdated && (
        <p className="settings__hint" role="status">
          {text('web.notices.changedElsewhere')}{' '}
          <button type="button" className="link-button" onClick={drop}>
            {text('web.notices.showSaved')}
          </button>
        </p>
      )}
      <div className="settings__actions">
        {periods.length < MAX_PERIODS && (
          <Button onClick={() => setPeriods([...periods, NIGHTS])}>
            <Plus size={16} aria-hidden="true" />
            {text('web.notices.addPeriod')}
          </Button>
        )}
        <Button
          look="primary"
          disabled={isSaved || !isWhole}
          onClick={() => command('users.setDoNotDisturb', { quietHours: [...periods] }, done)}
        >
          {text('web.notices.save')}
        </Button>
      </div>
    </section>
  )
}

/** What is being changed, until it is saved. Untouched hours follow what is saved, also in another tab. */
function useEdit(saved: readonly QuietPeriod[]) {
  const [edit, setEdit] = useState<{ readonly of: string; readonly periods: readonly QuietPeriod[] } | null>(null)
  const savedKey = JSON.stringify(saved)
  const periods = edit?.periods ?? saved
  const isSaved = JSON.stringify(periods) === savedKey
  if (edit && isSaved) setEdit(null)
  return {
    periods,
    setPeriods: (next: readonly QuietPeriod[]) => setEdit({ of: edit?.of ?? savedKey, periods: next }),
    isSaved,
    /** Somebody saved others since this was begun: saving now would take theirs back. */
    isOutdated: edit !== null && !isSaved && edit.of !== savedKey,
    drop: () => setEdit(null),
  }
}

interface PeriodProps {
  readonly period: QuietPeriod
  readonly onChange: (period: QuietPeriod) => void
  readonly onRemove: () => void
}

function Period({ period, onChange, onRemove }: PeriodProps) {
  const text = useText()
  const { days } = period
  const toggle = (day: number) =>
    onChange({ ...period, days: days.includes(day) ? days.filter((it) => it !== day) : [...days, day].sort() })
  return (
    <fieldset className="period">
      <legend className="visually-hidden">{text('web.notices.period')}</legend>
      <div className="period__days">
        <Weekdays chosen={days} onToggle={toggle} />
      </div>
      {(['from', 'to'] as const).map((edge) => (
        <Edge key={edge} edge={edge} period={period} onChange={onChange} />
      ))}
      <IconButton label={text('web.notices.removePeriod')} onClick={onRemove}>
        <X size={16} />
      </IconButton>
    </fieldset>
  )
}

interface EdgeProps extends Omit<PeriodProps, 'onRemove'> {
  readonly edge: 'from' | 'to'
}

function Edge({ edge, period, onChange }: EdgeProps) {
  const text = useText()
  const id = useId()
  return (
    <span className="settings__inline">
      <label htmlFor={id}>{text(`web.notices.${edge}`)}</label>
      <ClockInput ids={{ id }} value={period[edge]} onValue={(time) => onChange({ ...period, [edge]: time })} />
    </span>
  )
}

/** 1 January 2024 was a Monday. */
const dayIn = (day: number) => new Date(Date.UTC(2024, 0, day))

function Weekdays({ chosen, onToggle }: { chosen: readonly number[]; onToggle: (day: number) => void }) {
  const language = useLanguage()
  const nameOf = (day: number, weekday: 'long' | 'narrow') =>
    new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { weekday, timeZone: 'UTC' }).format(dayIn(day))
  return [1, 2, 3, 4, 5, 6, 7].map((day) => (
    <button
      key={day}
      type="button"
      className="period__day"
      aria-pressed={chosen.includes(day)}
      aria-label={nameOf(day, 'long')}
      onClick={() => onToggle(day)}
    >
      {nameOf(day, 'narrow')}
    </button>
  ))
}
