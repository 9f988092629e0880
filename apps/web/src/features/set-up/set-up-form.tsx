import { useState } from 'react'
import { useLocation } from 'wouter'
import { useAction } from '../../app/use-action'
import { useLanguage, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { CheckField, TextField } from '../../components/field'
import { Form } from '../../components/form'

const blank = { workspaceName: '', name: '', email: '', password: '', withDemo: true }

export function SetUpForm({ token }: { token: string }) {
  const text = useText()
  const language = useLanguage()
  const [, navigate] = useLocation()
  const { http, client } = useServices()
  const [form, setForm] = useState(blank)
  const change = (part: Partial<typeof blank>) => setForm((before) => ({ ...before, ...part }))
  const setUp = useAction(async () => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
    await http.command('setup.complete', { ...form, email: form.email.trim(), token, language, timeZone })
    navigate('/', { replace: true })
    client.start()
  })
  return (
    <Form className="front__form" onSubmit={() => void setUp.run()}>
      <TextField
        label={text('web.setup.workspace')}
        placeholder={text('web.setup.workspaceExample')}
        required
        autoFocus
        maxLength={80}
        value={form.workspaceName}
        onValue={(workspaceName) => change({ workspaceName })}
      />
      <AccountFields form={form} change={change} />
      <CheckField
        label={text('web.setup.withDemo')}
        hint={text('web.setup.withDemoHint')}
        isChecked={form.withDemo}
        onChecked={(withDemo) => change({ withDemo })}
      />
      {setUp.error !== null && <Failure error={setUp.error} />}
      <Button type="submit" look={['primary', 'wide']} disabled={setUp.isRunning}>
        {setUp.isRunning ? text('web.setup.submitting') : text('web.setup.submit')}
      </Button>
    </Form>
  )
}

interface AccountFieldsProps {
  readonly form: typeof blank
  readonly change: (part: Partial<typeof blank>) => void
}

function AccountFields({ form, change }: AccountFieldsProps) {
  const text = useText()
  return (
    <>
      <TextField
        label={text('web.setup.name')}
        placeholder={text('web.setup.nameExample')}
        autoComplete="name"
        required
        maxLength={80}
        value={form.name}
        onValue={(name) => change({ name })}
      />
      <TextField
        label={text('web.setup.email')}
        type="email"
        autoComplete="username"
        required
        value={form.email}
        onValue={(email) => change({ email })}
      />
      <TextField
        label={text('web.setup.password')}
        hint={text('web.setup.passwordHint')}
        type="password"
        autoComplete="new-password"
        required
        minLength={10}
        maxLength={200}
        value={form.password}
        onValue={(password) => change({ password })}
      />
    </>
  )
}
