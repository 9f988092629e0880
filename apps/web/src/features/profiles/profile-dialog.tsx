import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useOverlay } from '../../app/use-overlay'
import { useMe, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { DialogForm } from '../../components/dialog-form'
import { Field, TextField } from '../../components/field'

/** What others see of oneself. */
export function ProfileDialog() {
  const text = useText()
  const me = useMe()
  const { client } = useServices()
  const { close } = useOverlay()
  const { name, title, phone, timeZone } = me
  const [draft, setDraft] = useState({ name, title, phone, timeZone })
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }))
  const save = useAction(async () => {
    await client.command('users.updateProfile', draft)
    close()
  })
  return (
    <DialogForm title={text('web.profile.edit')} submitLabel={text('web.profile.save')} action={save} onClose={close}>
      <TextField
        label={text('web.people.name')}
        required
        maxLength={80}
        value={draft.name}
        onValue={(it) => change({ name: it })}
      />
      <TextField
        label={text('web.profile.jobTitle')}
        hint={text('web.profile.jobTitleHint')}
        maxLength={80}
        value={draft.title}
        onValue={(it) => change({ title: it })}
      />
      <TextField
        label={text('web.profile.phone')}
        type="tel"
        maxLength={40}
        value={draft.phone}
        onValue={(it) => change({ phone: it })}
      />
      <TimeZoneField value={draft.timeZone} onValue={(it) => change({ timeZone: it })} />
    </DialogForm>
  )
}

function TimeZoneField({ value, onValue }: { value: string; onValue: (value: string) => void }) {
  const text = useText()
  const zones = [...new Set([value, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort()
  return (
    <Field label={text('web.profile.timeZone')}>
      {(ids) => (
        <select className="input" {...ids} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
