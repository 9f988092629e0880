import type { QueryAnswer } from '@parley/protocol'
import { useEffect, useState } from 'react'
import { useAction } from '../../app/use-action'
import { useQuery } from '../../app/use-query'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { CheckField } from '../../components/field'
import { useToast } from '../../components/toasts'
import { bodyOf, currentSubscription, subscribe } from './browser-subscription'
import { mayNotify } from './may-notify'

/** Notifications of this browser while no page is open. */
export function PushSection() {
  const text = useText()
  const { loaded, reload } = useQuery('push.settings', {})
  const settings = loaded.phase === 'ready' ? loaded.answer : null
  const isSupported = 'serviceWorker' in navigator && 'PushManager' in window
  return (
    <section className="settings__part" aria-labelledby="push-title">
      <h2 id="push-title">{text('web.notices.push')}</h2>
      {loaded.phase === 'failed' && <Failure error={loaded.error} onRetry={reload} />}
      {settings?.publicKey && isSupported ? (
        <PushSwitch publicKey={settings.publicKey} settings={settings} onChanged={reload} />
      ) : (
        settings && <p className="settings__state">{text('web.notices.pushOff')}</p>
      )}
    </section>
  )
}

interface PushSwitchProps {
  readonly publicKey: string
  readonly settings: QueryAnswer<'push.settings'>
  readonly onChanged: () => void
}

/** It is on where the browser can be reached and the server reaches it for this session: either alone tells nobody. */
function PushSwitch({ publicKey, settings: { mayHaveContent, subscription }, onChanged }: PushSwitchProps) {
  const text = useText()
  const [hasContent, setHasContent] = useState(subscription?.hasContent ?? mayHaveContent)
  const [endpoint, setEndpoint] = useState<string | null>(null)
  useEffect(() => {
    currentSubscription().then(
      (current) => setEndpoint(current?.endpoint ?? null),
      () => undefined,
    )
  }, [])
  const isOn = endpoint !== null && subscription?.endpoint === endpoint
  const change = useChange(publicKey, (reached) => {
    setEndpoint(reached)
    onChanged()
  })
  const choose = (isFull: boolean) => {
    setHasContent(isFull)
    if (isOn) void change.run(true, isFull)
  }
  return (
    <>
      <CheckField
        label={text('web.notices.pushShow')}
        hint={text('web.notices.pushHint')}
        isChecked={isOn}
        onChecked={(isWanted) => void change.run(isWanted, hasContent)}
      />
      {mayHaveContent && (
        <CheckField
          label={text('web.notices.pushContent')}
          hint={text('web.notices.pushContentHint')}
          isChecked={hasContent}
          onChecked={choose}
        />
      )}
      <TryPush isOn={isOn} />
      {change.error !== null && <Failure error={change.error} />}
    </>
  )
}

function useChange(publicKey: string, onReached: (endpoint: string | null) => void) {
  const text = useText()
  const toast = useToast()
  const { http } = useServices()
  const turnOn = async (hasContent: boolean) => {
    if (!(await mayNotify())) return toast({ text: text('web.notices.blocked') })
    const reached = await subscribe(publicKey)
    await http.command('push.subscribe', bodyOf(reached, hasContent))
    onReached(reached.endpoint)
  }
  const turnOff = async () => {
    const reached = await currentSubscription()
    if (reached) await http.command('push.unsubscribe', { endpoint: reached.endpoint })
    await reached?.unsubscribe()
    onReached(null)
  }
  return useAction((isWanted: boolean, hasContent: boolean) => (isWanted ? turnOn(hasContent) : turnOff()))
}

function TryPush({ isOn }: { isOn: boolean }) {
  const text = useText()
  const toast = useToast()
  const { http } = useServices()
  const test = useAction(async () => {
    const { sent } = await http.command('push.test', {})
    if (sent === 0) toast({ text: text('web.notices.pushUntaken') })
  })
  return (
    <>
      <div className="settings__actions">
        <Button disabled={!isOn || test.isRunning} onClick={() => void test.run()}>
          {text('web.notices.try')}
        </Button>
      </div>
      {test.error !== null && <Failure error={test.error} />}
    </>
  )
}
