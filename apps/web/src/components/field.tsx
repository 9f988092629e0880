import { type InputHTMLAttributes, type ReactNode, useId } from 'react'

export interface FieldProps {
  readonly label: string
  readonly hint?: string
  readonly children: (ids: { id: string; 'aria-describedby': string | undefined }) => ReactNode
}

export function Field({ label, hint, children }: FieldProps) {
  const id = useId()
  const hintId = `${id}-hint`
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': hint ? hintId : undefined })}
      {hint && (
        <span className="field__hint" id={hintId}>
          {hint}
        </span>
      )}
    </div>
  )
}

export interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onValue: (value: string) => void
}

export function TextField({ label, hint, onValue, ...rest }: TextFieldProps) {
  return (
    <Field label={label} {...(hint ? { hint } : {})}>
      {(ids) => <input className="input" {...ids} {...rest} onChange={(event) => onValue(event.currentTarget.value)} />}
    </Field>
  )
}

export interface CheckFieldProps {
  readonly label: string
  readonly hint?: string
  readonly isChecked: boolean
  readonly onChecked: (isChecked: boolean) => void
}

export function CheckField({ label, hint, isChecked, onChecked }: CheckFieldProps) {
  return (
    <label className="check">
      <input type="checkbox" checked={isChecked} onChange={(event) => onChecked(event.currentTarget.checked)} />
      <span className="field">
        <span className="field__label">{label}</span>
        {hint && <span className="field__hint">{hint}</span>}
      </span>
    </label>
  )
}
