import type { Reminder } from '@parley/protocol'
import { Link } from 'wouter'
import { useOverlay } from '../../app/use-overlay'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useRemoval } from '../../components/removals'
import { channelPath } from '../conversation/message-path'

/** Done, put off, or off to the message that it is about. */
export function ReminderActions({ reminder }: { reminder: Reminder }) {
  const text = useText()
  const { client } = useServices()
  const { open } = useOverlay()
  const removeLater = useRemoval()
  const { message } = reminder
  const finish = () =>
    removeLater({
      id: reminder.id,
      text: text('web.later.finished'),
      act: () => client.command('reminders.finish', { reminderId: reminder.id }),
    })
  return (
    <div className="excerpt__foot">
      <button type="button" className="link-button" onClick={finish}>
        {text('web.later.finish')}
      </button>
      <button type="button" className="link-button" onClick={() => open({ kind: 'snooze', reminder })}>
        {text('web.later.snooze')}
      </button>
      {message && (
        <Link href={`${channelPath(message.channelId)}/m/${message.seq}`} className="link-button">
          {text('web.collected.open')}
        </Link>
      )}
    </div>
  )
}
