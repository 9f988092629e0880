import { AuditKind, type QueryParameters, type UserId } from '@parley/protocol'
import { useState } from 'react'
import { startOfDay } from '../../app/start-of-day'
import { useReader } from '../../app/use-reader'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Field } from '../../components/field'
import { DayField } from '../../components/time-entry/day-field'
import { AuditEntries } from './audit-entries'

interface Wanted {
  readonly userId: string
  readonly kind: string
  /** `2026-11-28`; empty: any. */
  readonly since: string
  readonly until: string
}

const EVERYTHING: Wanted = { userId: '', kind: '', since: '', until: '' }

/** Everything that was done to people, and with what programs come in by, on one page. */
export function AuditLog() {
  const [wanted, setWanted] = useState(EVERYTHING)
  const filter = asFilter(wanted, useReader().timeZone)
  return (
    <>
      <AuditFilter wanted={wanted} onWanted={setWanted} />
      <AuditEntries key={JSON.stringify(filter)} filter={filter} />
    </>
  )
}

function asFilter({ userId, kind, since, until }: Wanted, timeZone: string): QueryParameters<'audit.list'> {
  const known = AuditKind.safeParse(kind)
  return {
    ...(userId && { userId: userId as UserId }),
    ...(known.success && { kind: known.data }),
    ...(since && { since: startOfDay(since, timeZone) }),
    ...(until && { until: startOfDay(dayAfter(until), timeZone) }),
  }
}

const dayAfter = (day: string): string => {
  const next = new Date(`${day}T00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

function AuditFilter({ wanted, onWanted }: { wanted: Wanted; onWanted: (wanted: Wanted) => void }) {
  const text = useText()
  const users = useSession(({ users }) => users)
  const people = [...users.values()].filter(({ kind }) => kind === 'person')
  const set = (part: Partial<Wanted>) => onWanted({ ...wanted, ...part })
  return (
    <search className="audit-filter" aria-label={text('web.audit.filter')}>
      <Choice
        label={text('web.audit.person')}
        any={text('web.audit.anyone')}
        value={wanted.userId}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        onValue={(userId) => set({ userId })}
      />
      <Choice
        label={text('web.audit.action')}
        any={text('web.audit.anything')}
        value={wanted.kind}
        options={AuditKind.options.map((kind) => ({ value: kind, label: text(`web.audit.${kind}`) }))}
        onValue={(kind) => set({ kind })}
      />
      <DayField label={text('web.audit.since')} value={wanted.since} onValue={(since) => set({ since })} />
      <DayField label={text('web.audit.until')} value={wanted.until} onValue={(until) => set({ until })} />
    </search>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly any: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onValue: (value: string) => void
}

function Choice({ label, any, value, options, onValue }: ChoiceProps) {
  return (
    <Field label={label}>
      {(ids) => (
        <select className="input" {...ids} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
          <option value="">{any}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
