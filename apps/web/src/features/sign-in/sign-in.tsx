import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useQuery } from '../../app/use-query'
import { useClient, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { TextField } from '../../components/field'
import { Form } from '../../components/form'
import { FrontPage } from './front-page'

export function SignIn() {
  const text = useText()
  const { loaded } = useQuery('setup', {})
  const answer = loaded.phase === 'ready' ? loaded.answer : null
  const workspace = answer?.workspaceName
  return (
    <FrontPage title={workspace ? text('web.signIn.titleTo', { workspace }) : text('web.signIn.title')}>
      {answer?.isNeeded ? <p className="notice">{text('web.signIn.setupNeeded')}</p> : <SignInForm />}
    </FrontPage>
  )
}

function SignInForm() {
  const text = useText()
  const { http, client } = useServices()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const ending = useClient((state) => state.problem)
  const signIn = useAction(async () => {
    await http.command('auth.signIn', { email: email.trim(), password })
    client.start()
  })
  /** Why the session has ended, until something newer is to be said. */
  const problem = signIn.error ?? ending
  return (
    <Form className="front__form" onSubmit={() => void signIn.run()}>
      <TextField
        label={text('web.signIn.email')}
        type="email"
        autoComplete="username"
        required
        autoFocus
        value={email}
        onValue={setEmail}
      />
      <TextField
        label={text('web.signIn.password')}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onValue={setPassword}
      />
      {problem !== null && <Failure error={problem} />}
      <Button type="submit" look={['primary', 'wide']} disabled={signIn.isRunning}>
        {signIn.isRunning ? text('web.signIn.submitting') : text('web.signIn.submit')}
      </Button>
      <p className="front__note">{text('web.signIn.forgot')}</p>
    </Form>
  )
}
