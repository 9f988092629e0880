import { CircleAlert } from 'lucide-react'
import { type InputHTMLAttributes, type ReactNode, useEffect, useId } from 'react'
import type { FieldFault } from '../app/find-fault'
import { useText } from '../app/use-text'
import { useFault } from './form'

/** What ties a control to its label, its hint and what is wrong with it. */
export interface FieldIds {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

export interface FieldProps {
  readonly label: string
  readonly hint?: string
  /** What the server found wrong with what stands in it, in the reader's words. */
  readonly refusal?: string | null
  readonly children: (ids: FieldIds) => ReactNode
}

export function Field({ label, hint, refusal = null, children }: FieldProps) {
  const id = useId()
  const found = useFault(id)
  const fault = found ? <FaultText fault={found} /> : refusal
  useEffect(() => {
    if (refusal) document.getElementById(id)?.focus()
  }, [refusal, id])
  const [hintId, faultId] = [`${id}-hint`, `${id}-fault`]
  const describedBy = [fault && faultId, hint && hintId].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': fault ? true : undefined })}
      {fault && (
        <span className="field__fault" id={faultId}>
          <CircleAlert size={14} aria-hidden="true" />
          {fault}
        </span>
      )}
      {hint && (
        <span className="field__hint" id={hintId}>
          {hint}
        </span>
      )}
    </div>
  )
}

function FaultText({ fault }: { fault: FieldFault }) {
  const text = useText()
  return fault.kind === 'short' ? text('web.form.short', fault) : text(`web.form.${fault.kind}`)
}

export interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  readonly label: string
  readonly hint?: string
  readonly refusal?: string | null
  readonly value: string
  readonly onValue: (value: string) => void
}

export function TextField({ label, hint, refusal = null, onValue, ...rest }: TextFieldProps) {
  return (
    <Field label={label} refusal={refusal} {...(hint ? { hint } : {})}>
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
