import { createContext, type FormEvent, type ReactNode, useContext, useState } from 'react'
import { type FieldFault, findFault } from '../app/find-fault'

type Faults = ReadonlyMap<string, FieldFault>
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const FaultsContext = createContext<Faults>(new Map())

/** What is wrong with the field of this id, once the form was sent; null for nothing. */
export const useFault = (id: string): FieldFault | null => useContext(FaultsContext).get(id) ?? null

export interface FormProps {
  readonly className: string
  /** Called only when no field has a fault. */
  readonly onSubmit: () => void
  readonly children: ReactNode
}

/**
 * Says what is wrong under each field in the reader's language, where a browser would say it in its own, and leads to
 * the first. A fault goes as soon as it is mended; none appears while somebody is still filling in.
 */
export function Form({ className, onSubmit, children }: FormProps) {
  const [faults, setFaults] = useState<Faults>(new Map())
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const found = faultsOf(event.currentTarget)
    setFaults(found)
    const [first] = found.keys()
    if (first === undefined) onSubmit()
    else document.getElementById(first)?.focus()
  }
  const recheck = (event: FormEvent<HTMLFormElement>) => {
    if (faults.size === 0) return
    const now = faultsOf(event.currentTarget)
    setFaults(new Map([...now].filter(([id]) => faults.has(id))))
  }
  return (
    <form className={className} noValidate onSubmit={submit} onInput={recheck}>
      <FaultsContext value={faults}>{children}</FaultsContext>
    </form>
  )
}

/** By field id, in the order in which the fields stand. */
function faultsOf(form: HTMLFormElement): Faults {
  const entries = [...form.elements].filter(isControl).map((control) => [control.id, faultOf(control)] as const)
  return new Map(entries.flatMap(([id, fault]) => (fault ? [[id, fault] as const] : [])))
}

const isControl = (element: Element): element is Control => /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName)

const faultOf = (control: Control): FieldFault | null =>
  findFault({
    value: control.value,
    type: control.type,
    isRequired: control.required,
    minLength: 'minLength' in control ? control.minLength : 0,
    isUnreadable: control.validity.badInput || control.validity.customError,
  })
