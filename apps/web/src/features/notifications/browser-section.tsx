import { useState } from 'react'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { CheckField } from '../../components/field'
import { useToast } from '../../components/toasts'
import { mayNotify } from './may-notify'
import { keepNoticeSettings, type NoticeSettings, readNoticeSettings } from './notice-settings'
import { noticeOptions } from './notices'

/** Notifications of this browser while a page is open. It is asked for permission only after a click. */
export function BrowserSection() {
  const text = useText()
  const toast = useToast()
  const { storage } = useServices()
  const [settings, setSettings] = useState(() => readNoticeSettings(storage))
  const keep = (next: NoticeSettings) => {
    keepNoticeSettings(storage, next)
    setSettings(next)
  }
  const blocked = () => toast({ text: text('web.notices.blocked') })
  const turn = async (isOn: boolean) => {
    if (!isOn || (await mayNotify())) keep({ ...settings, isOn })
    else blocked()
  }
  return (
    <section className="settings__part" aria-labelledby="browser-title">
      <h2 id="browser-title">{text('web.notices.browser')}</h2>
      {'Notification' in window ? (
        <>
          <CheckField
            label={text('web.notices.show')}
            hint={text('web.notices.showHint')}
            isChecked={settings.isOn}
            onChecked={(isOn) => void turn(isOn)}
          />
          <CheckField
            label={text('web.notices.sound')}
            isChecked={settings.hasSound}
            onChecked={(hasSound) => keep({ ...settings, hasSound })}
          />
          <div className="settings__actions">
            <Button
              disabled={!settings.isOn}
              onClick={() => void tryOut(text('web.notices.tried'), storage).catch(blocked)}
            >
              {text('web.notices.try')}
            </Button>
          </div>
        </>
      ) : (
        <p className="settings__state">{text('web.notices.unsupported')}</p>
      )}
    </section>
  )
}

async function tryOut(body: string, storage: Storage): Promise<void> {
  const registration = await navigator.serviceWorker.ready
  const about = { body, path: '/notifications', channelId: 'try', messageNumber: 0, seq: 0 }
  await registration.showNotification('Parley', noticeOptions(about, storage))
}
