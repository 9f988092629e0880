import { useEffect, useState } from 'react'
import { useAction } from '../../app/use-action'
import { useQuery } from '../../app/use-query'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { CheckField } from '../../components/field'

/** Notifications of this browser while no page is open. */
export function PushSection() {
  const text = useText()
  const { loaded } = useQuery('push.settings', {})
  const settings = loaded.phase === 'ready' ? loaded.answer : null
  const isSupported = 'serviceWorker' in navigator && 'PushManager' in window
  return (
    <section className="settings__part" aria-labelledby="push-title">
      <h2 id="push-title">{text('web.notices.push')}</h2>
      {settings?.publicKey && isSupported ? (
        <PushSwitch publicKey={settings.publicKey} mayHaveContent={settings.mayHaveContent} />
      ) : (
        settings && <p className="settings__state">{text('web.notices.pushOff')}</p>
      )}
    </section>
  )
}

interface PushSwitchProps {
  readonly publicKey: string
  readonly mayHaveContent: boolean
}

function PushSwitch({ publicKey, mayHaveContent }: PushSwitchProps) {
  const text = useText()
  const { http } = useServices()
  const [hasContent, setHasContent] = useState(mayHaveContent)
  const [subscription, setSubscription] = useState<PushSubscription | null>(null)
  useEffect(() => {
    currentSubscription().then(setSubscription, () => undefined)
  }, [])
  const change = useAction(async (isWanted: boolean, isFull: boolean) => {
    const current = isWanted ? await subscribe(publicKey) : await currentSubscription()
    if (!current) return
    if (isWanted) await http.command('push.subscribe', bodyOf(current, isFull))
    else await Promise.all([http.command('push.unsubscribe', { endpoint: current.endpoint }), current.unsubscribe()])
    setSubscription(isWanted ? current : null)
    setHasContent(isFull)
  })
  const test = useAction(() => http.command('push.test', {}))
  return (
    <>
      <CheckField
        label={text('web.notices.pushShow')}
        hint={text('web.notices.pushHint')}
        isChecked={subscription !== null}
        onChecked={(isWanted) => void change.run(isWanted, hasContent)}
      />
      {mayHaveContent && (
        <CheckField
          label={text('web.notices.pushContent')}
          hint={text('web.notices.pushContentHint')}
          isChecked={hasContent}
          onChecked={(isFull) => (subscription ? void change.run(true, isFull) : setHasContent(isFull))}
        />
      )}
      <div className="settings__actions">
        <Button disabled={!subscription || test.isRunning} onClick={() => void test.run()}>
          {text('web.notices.try')}
        </Button>
      </div>
      {(change.error ?? test.error) !== null && <Failure error={change.error ?? test.error} />}
    </>
  )
}

async function currentSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.ready
  return registration.pushManager.getSubscription()
}

async function subscribe(publicKey: string): Promise<PushSubscription> {
  const registration = await navigator.serviceWorker.ready
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
}

function bodyOf(subscription: PushSubscription, hasContent: boolean) {
  const { p256dh = '', auth = '' } = subscription.toJSON().keys ?? {}
  return { endpoint: subscription.endpoint, keys: { p256dh, auth }, hasContent }
}
