import { useLocation } from 'wouter'
import { useText } from '../../app/use-text'
import { Segmented } from '../../components/segmented'
import { PageHead } from '../shell/page-head'
import { LATER_PATH, REMINDERS_PATH } from './later-path'
import { ReminderList } from './reminder-list'
import { ScheduledList } from './scheduled-list'

/** What waits for its time: messages to be sent, and reminders. */
export default function LaterPage() {
  const text = useText()
  const [path, navigate] = useLocation()
  const tab = path === REMINDERS_PATH ? 'reminders' : 'messages'
  return (
    <>
      <PageHead hasBack title={text('web.later.title')} subtitle={text('web.later.hint')} />
      <main className="page">
        <div className="page__inner later">
          <Segmented
            label={text('web.later.title')}
            value={tab}
            onValue={(next) => navigate(next === 'reminders' ? REMINDERS_PATH : LATER_PATH)}
            options={[
              { value: 'messages', label: text('web.later.messages') },
              { value: 'reminders', label: text('web.later.reminders') },
            ]}
          />
          {tab === 'reminders' ? <ReminderList /> : <ScheduledList />}
        </div>
      </main>
    </>
  )
}
