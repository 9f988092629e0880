import { Role } from '@parley/protocol'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useOverlay } from '../../app/use-overlay'
import { useLanguage, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { DialogForm } from '../../components/dialog-form'
import { Field, TextField } from '../../components/field'
import { useToast } from '../../components/toasts'

const GivenRole = Role.exclude(['owner'])
const blank = { name: '', email: '', password: '', role: 'member', aliases: '' }

type AccountDraft = Readonly<typeof blank>

export function AddPersonDialog() {
  const text = useText()
  const { close } = useOverlay()
  const [draft, setDraft] = useState<AccountDraft>(blank)
  const change = (part: Partial<AccountDraft>) => setDraft((before) => ({ ...before, ...part }))
  const add = useAddPerson(draft)
  return (
    <DialogForm title={text('web.people.add')} submitLabel={text('web.people.submit')} action={add} onClose={close}>
      <AccountFields draft={draft} change={change} />
      <div className="form-row">
        <RoleField value={draft.role} onValue={(role) => change({ role })} />
        <TextField
          label={text('web.people.aliases')}
          hint={text('web.people.aliasesHint')}
          value={draft.aliases}
          onValue={(aliases) => change({ aliases })}
        />
      </div>
    </DialogForm>
  )
}

/** Makes the account. The language is a guess: whoever signs in can change it. */
function useAddPerson(draft: AccountDraft) {
  const text = useText()
  const language = useLanguage()
  const { client } = useServices()
  const { close } = useOverlay()
  const toast = useToast()
  return useAction(async () => {
    const { user } = await client.command('users.create', {
      name: draft.name.trim(),
      email: draft.email.trim(),
      password: draft.password,
      aliases: draft.aliases.split(/[,，、]/).flatMap((it) => it.trim() || []),
      role: GivenRole.parse(draft.role),
      language,
    })
    toast({ text: text('web.people.added', { name: user.name }) })
    close()
  })
}

interface AccountFieldsProps {
  readonly draft: AccountDraft
  readonly change: (part: Partial<AccountDraft>) => void
}

function AccountFields({ draft, change }: AccountFieldsProps) {
  const text = useText()
  return (
    <>
      <TextField
        label={text('web.people.name')}
        required
        maxLength={80}
        value={draft.name}
        onValue={(name) => change({ name })}
      />
      <TextField
        label={text('web.people.email')}
        type="email"
        required
        autoComplete="off"
        value={draft.email}
        onValue={(email) => change({ email })}
      />
      <TextField
        label={text('web.people.password')}
        hint={text('web.people.passwordHint')}
        type="password"
        required
        minLength={10}
        autoComplete="new-password"
        value={draft.password}
        onValue={(password) => change({ password })}
      />
    </>
  )
}

function RoleField({ value, onValue }: { value: string; onValue: (value: string) => void }) {
  const text = useText()
  return (
    <Field label={text('web.people.role')}>
      {(ids) => (
        <select className="input" {...ids} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
          {GivenRole.options.map((role) => (
            <option key={role} value={role}>
              {text(`web.role.${role}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
