import './notifications.css'
import { useText } from '../../app/use-text'
import { PageHead } from '../shell/page-head'
import { BrowserSection } from './browser-section'
import { DoNotDisturbSection } from './do-not-disturb-section'
import { PushSection } from './push-section'
import { QuietHoursSection } from './quiet-hours-section'

/** When one is told of messages, and how. */
export default function NotificationsPage() {
  const text = useText()
  return (
    <>
      <PageHead hasBack title={text('web.notices.title')} subtitle={text('web.notices.hint')} />
      <main className="page">
        <div className="page__inner settings">
          <DoNotDisturbSection />
          <QuietHoursSection />
          <BrowserSection />
          <PushSection />
        </div>
      </main>
    </>
  )
}
