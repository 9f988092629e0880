import './time-entry.css'
import { useState } from 'react'
import { useText } from '../../app/use-text'
import { Field } from '../field'
import { ClockInput } from './clock-input'
import { DayInput } from './day-field'

export interface WallTimeFieldProps {
  readonly label: string
  readonly hint?: string
  /** `2026-11-28T09:00` by the reader's clocks; empty for none. */
  readonly value: string
  readonly onValue: (wall: string) => void
  readonly isRequired?: boolean
}

const MORNING = '09:00'

/** A day and a time of day beside it. While one of them is missing or being written, there is no value. */
export function WallTimeField({ label, hint, value, onValue, isRequired = false }: WallTimeFieldProps) {
  const text = useText()
  const [written, setWritten] = useState(() => partsOf(value))
  const parts = value === wallOf(written) ? written : partsOf(value)
  const set = (next: WallParts) => {
    setWritten(next)
    onValue(wallOf(next))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: two fields in a row, which no fieldset lays out
    <div className="wall-time" role="group" aria-label={label}>
      <Field label={label} {...(hint ? { hint } : {})}>
        {(ids) => (
          <DayInput
            ids={ids}
            isRequired={isRequired}
            value={parts.day}
            onValue={(day) => set({ day, time: day && parts.time === '' ? MORNING : parts.time })}
          />
        )}
      </Field>
      <Field label={text('web.time.clock')}>
        {(ids) => (
          <ClockInput
            ids={ids}
            isRequired={isRequired || parts.day !== ''}
            value={parts.time}
            onValue={(time) => set({ ...parts, time })}
          />
        )}
      </Field>
    </div>
  )
}

interface WallParts {
  readonly day: string
  readonly time: string
}

const wallOf = ({ day, time }: WallParts): string => (day && time ? `${day}T${time}` : '')

function partsOf(wall: string): WallParts {
  const [day = '', time = ''] = wall.split('T')
  return { day, time }
}
