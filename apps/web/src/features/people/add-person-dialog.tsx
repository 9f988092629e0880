import { Role } from '@parley/protocol'
import { type FormEvent, useState } from 'react'
import { useAction } from '../../app/use-action'
import { useOverlay } from '../../app/use-overlay'
import { useLanguage, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { Failure } from '../../components/failure'
import { Field, TextField } from '../../components/field'
import { useToast } from '../../components/toasts'

const GivenRole = Role.exclude(['owner'])
const blank = { name: '', email: '', password: '', role: 'member', aliases: '' }

export function AddPersonDialog() {
  const text = useText()
  const language = useLanguage()
  const { client } = useServices()
  const { close } = useOverlay()
  const toast = useToast()
  const [form, setForm] = useState(blank)
  const change = (part: Partial<typeof blank>) => setForm((before) => ({ ...before, ...part }))
  const add = useAction(async () => {
    const { name, email, password, role } = form
    const aliases = form.aliases.split(/[,，、]/).flatMap((it) => it.trim() || [])
    const account = { name: name.trim(), email: email.trim(), password, aliases, language, role: GivenRole.parse(role) }
    const { user } = await client.command('users.create', account)
    toast({ text: text('web.people.added', { name: user.name }) })
    close()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void add.run()
  }
  return (
    <Dialog title={text('web.people.add')} onClose={close}>
      <form className="dialog__body" onSubmit={submit}>
        <TextField
          label={text('web.people.name')}
          required
          maxLength={80}
          value={form.name}
          onValue={(name) => change({ name })}
        />
        <TextField
          label={text('web.people.email')}
          type="email"
          required
          autoComplete="off"
          value={form.email}
          onValue={(email) => change({ email })}
        />
        <TextField
          label={text('web.people.password')}
          hint={text('web.people.passwordHint')}
          type="password"
          required
          minLength={10}
          autoComplete="new-password"
          value={form.password}
          onValue={(password) => change({ password })}
        />
        <div className="form-row">
          <RoleField value={form.role} onValue={(role) => change({ role })} />
          <TextField
            label={text('web.people.aliases')}
            value={form.aliases}
            onValue={(aliases) => change({ aliases })}
          />
        </div>
        {add.error !== null && <Failure error={add.error} />}
        <div className="dialog__foot">
          <Button onClick={close}>{text('web.app.cancel')}</Button>
          <Button type="submit" look="primary" disabled={add.isRunning}>
            {text('web.people.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
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
