import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { IconButton } from '../icon-button'
import { fullDayWords, monthWords, weekdayWords } from './day-words'
import { addDays, addMonths, monthWeeks, startOfWeek } from './month-weeks'

export interface MonthGridProps {
  /** `2026-11-28`; empty for none. */
  readonly chosen: string
  readonly today: string
  /** The last day that can be chosen. */
  readonly max?: string | undefined
  readonly onChoose: (day: string) => void
}

/** Where a key leads from a day; the keys of the ARIA practices' date grid. */
const STEPS: Readonly<Record<string, (day: string) => string>> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  Home: startOfWeek,
  End: (day) => addDays(startOfWeek(day), 6),
  PageUp: (day) => addMonths(day, -1),
  PageDown: (day) => addMonths(day, 1),
}

export function MonthGrid({ chosen, today, max, onChoose }: MonthGridProps) {
  const language = useLanguage()
  const table = useRef<HTMLTableElement>(null)
  const [current, setCurrent] = useState(chosen || today)
  // Those days that keys lead to have the focus; not those that the buttons turn to.
  const byKey = useRef(false)
  useEffect(() => {
    if (byKey.current) table.current?.querySelector<HTMLElement>(`[data-day="${current}"]`)?.focus()
    byKey.current = false
  }, [current])
  const step = (event: KeyboardEvent) => {
    const next = STEPS[event.key]?.(current)
    if (!next) return
    event.preventDefault()
    byKey.current = true
    setCurrent(next)
  }
  return (
    <div className="month">
      <MonthHead day={current} onTurn={(count) => setCurrent(addMonths(current, count))} />
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of days, as the ARIA practices have it */}
      <table ref={table} role="grid" aria-label={monthWords(current, language)} onKeyDown={step}>
        <Weekdays monday={startOfWeek(current)} />
        <tbody>
          {monthWeeks(current).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <Day key={day} {...{ day, current, chosen, today, max, onChoose }} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function MonthHead({ day, onTurn }: { day: string; onTurn: (months: number) => void }) {
  const text = useText()
  const language = useLanguage()
  return (
    <div className="month__head">
      <IconButton isSmall label={text('web.time.previousMonth')} onClick={() => onTurn(-1)}>
        <ChevronLeft size={16} />
      </IconButton>
      <span className="month__name" aria-live="polite">
        {monthWords(day, language)}
      </span>
      <IconButton isSmall label={text('web.time.nextMonth')} onClick={() => onTurn(1)}>
        <ChevronRight size={16} />
      </IconButton>
    </div>
  )
}

function Weekdays({ monday }: { monday: string }) {
  const language = useLanguage()
  return (
    <thead>
      <tr>
        {[0, 1, 2, 3, 4, 5, 6].map((index) => (
          <th key={index} scope="col" abbr={weekdayWords(addDays(monday, index), language, 'long')}>
            {weekdayWords(addDays(monday, index), language, 'narrow')}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface DayProps extends MonthGridProps {
  readonly day: string
  /** The one that Tab leads to. */
  readonly current: string
}

function Day({ day, current, chosen, today, max, onChoose }: DayProps) {
  const language = useLanguage()
  return (
    <td>
      <button
        type="button"
        className="month__day"
        data-day={day}
        data-is-beside={day.slice(0, 7) !== current.slice(0, 7)}
        tabIndex={day === current ? 0 : -1}
        aria-label={fullDayWords(day, language)}
        aria-pressed={day === chosen}
        aria-current={day === today ? 'date' : undefined}
        disabled={max !== undefined && day > max}
        onClick={() => onChoose(day)}
      >
        {Number(day.slice(8))}
      </button>
    </td>
  )
}
