import { useSearch } from 'wouter'
import { useQuery } from '../../app/use-query'
import { useText } from '../../app/use-text'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { FrontPage } from '../sign-in/front-page'
import { SetUpForm } from './set-up-form'

export default function SetUp() {
  const text = useText()
  const { loaded, reload } = useQuery('setup', {})
  const token = new URLSearchParams(useSearch()).get('token')
  return (
    <FrontPage title={text('web.setup.title')} intro={text('web.setup.intro')}>
      {loaded.phase === 'loading' && <SkeletonRows height={68} count={5} label={text('web.app.loading')} />}
      {loaded.phase === 'failed' && <Failure error={loaded.error} onRetry={reload} />}
      {loaded.phase === 'ready' && <SetUpStep isNeeded={loaded.answer.isNeeded} token={token} />}
    </FrontPage>
  )
}

function SetUpStep({ isNeeded, token }: { isNeeded: boolean; token: string | null }) {
  const text = useText()
  if (isNeeded && token) return <SetUpForm token={token} />
  if (isNeeded) return <p className="notice">{text('web.setup.noToken')}</p>
  return (
    <p className="notice">
      {text('web.setup.done')} <a href="/">{text('web.setup.toSignIn')}</a>
    </p>
  )
}
