import './time-entry.css'
import { CalendarDays } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useState } from 'react'
import { dayKey } from '../../app/time'
import { useNowMs, useReader } from '../../app/use-reader'
import { useText } from '../../app/use-text'
import { Field, type FieldIds } from '../field'
import { IconButton } from '../icon-button'
import { dayWords } from './day-words'
import { EntryInput } from './entry-input'
import { MonthGrid } from './month-grid'
import { readDay } from './read-day'

export interface DayFieldProps {
  readonly label: string
  readonly hint?: string
  /** `2026-11-28`; empty for none. */
  readonly value: string
  readonly onValue: (day: string) => void
  readonly isRequired?: boolean
  /** The last day that the calendar offers. */
  readonly max?: string
}

/** A day, written as the page's language has it or chosen from a month. A browser's own field follows the browser. */
export function DayField({ label, hint, ...rest }: DayFieldProps) {
  return (
    <Field label={label} {...(hint ? { hint } : {})}>
      {(ids) => <DayInput {...rest} ids={ids} />}
    </Field>
  )
}

interface DayInputProps extends Omit<DayFieldProps, 'label' | 'hint'> {
  readonly ids: FieldIds
}

export function DayInput({ ids, value, onValue, isRequired, max }: DayInputProps) {
  const text = useText()
  const reader = useReader()
  const today = dayKey(useNowMs(), reader)
  const [isOpen, setOpen] = useState(false)
  const choose = (day: string) => {
    onValue(day)
    setOpen(false)
  }
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Anchor className="day-entry">
        <EntryInput
          {...ids}
          required={isRequired}
          placeholder={text('web.time.dayExample')}
          value={value}
          onValue={onValue}
          read={(words) => readDay(words, today, reader.language)}
          say={(day) => dayWords(day, reader.language)}
          onKeyDown={(event) => {
            if (event.altKey && event.key === 'ArrowDown') setOpen(true)
          }}
        />
        <Popover.Trigger asChild>
          <IconButton isSmall className="day-entry__open" label={text('web.time.calendar')}>
            <CalendarDays size={16} />
          </IconButton>
        </Popover.Trigger>
      </Popover.Anchor>
      <Calendar {...{ value, today, max }} onChoose={choose} />
    </Popover.Root>
  )
}

/** On the day that is chosen, or today. */
function focusDay(event: Event): void {
  const calendar = event.currentTarget
  event.preventDefault()
  if (calendar instanceof HTMLElement) calendar.querySelector<HTMLElement>("[data-day][tabindex='0']")?.focus()
}

interface CalendarProps {
  readonly value: string
  readonly today: string
  readonly max: string | undefined
  readonly onChoose: (day: string) => void
}

function Calendar({ value, today, max, onChoose }: CalendarProps) {
  const text = useText()
  return (
    <Popover.Portal>
      <Popover.Content
        className="menu"
        align="start"
        sideOffset={4}
        collisionPadding={8}
        aria-label={text('web.time.calendar')}
        onOpenAutoFocus={focusDay}
      >
        <MonthGrid chosen={value} today={today} max={max} onChoose={onChoose} />
      </Popover.Content>
    </Popover.Portal>
  )
}
