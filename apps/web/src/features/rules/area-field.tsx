import { useState } from 'react'
import { Field } from '../../components/field'

interface AreaFieldProps<Value> {
  readonly label: string
  readonly hint: string
  readonly rows: number
  readonly value: Value
  readonly write: (value: Value) => string
  readonly read: (text: string) => Value
  readonly onValue: (value: Value) => void
}

/** Several lines that stand for data: they stay as they were written while somebody writes. */
export function AreaField<Value>({ label, hint, rows, value, write, read, onValue }: AreaFieldProps<Value>) {
  const [written, setWritten] = useState(() => write(value))
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <textarea
          className="input"
          {...ids}
          rows={rows}
          value={written}
          spellCheck={false}
          onChange={({ currentTarget }) => {
            setWritten(currentTarget.value)
            onValue(read(currentTarget.value))
          }}
        />
      )}
    </Field>
  )
}
