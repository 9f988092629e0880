import './time-entry.css'
import type { KeyboardEvent } from 'react'
import { isComposing } from '../../app/is-composing'
import { useText } from '../../app/use-text'
import type { FieldIds } from '../field'
import { EntryInput } from './entry-input'
import { readClock } from './read-clock'
import { stepClock } from './step-clock'

const DIRECTIONS: Readonly<Record<string, 1 | -1>> = { ArrowUp: 1, ArrowDown: -1 }

export interface ClockInputProps {
  /** `15:20`; empty for none. */
  readonly value: string
  readonly onValue: (time: string) => void
  readonly isRequired?: boolean
  readonly ids?: Partial<FieldIds>
}

/** A time of day: written as one likes, ↑ and ↓ go by quarters of an hour. */
export function ClockInput({ value, onValue, isRequired, ids }: ClockInputProps) {
  const text = useText()
  const step = (event: KeyboardEvent) => {
    const direction = DIRECTIONS[event.key]
    if (!direction || isComposing(event)) return
    event.preventDefault()
    onValue(stepClock(value, direction))
  }
  return (
    <EntryInput
      {...ids}
      className="input clock-entry"
      required={isRequired}
      placeholder={text('web.time.clockExample')}
      value={value}
      onValue={onValue}
      read={readClock}
      say={(time) => time}
      onKeyDown={step}
    />
  )
}
