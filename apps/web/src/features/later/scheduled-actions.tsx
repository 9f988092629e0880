import type { ScheduledMessage } from '@parley/protocol'
import { useCommand } from '../../app/use-command'
import { useOverlay } from '../../app/use-overlay'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useRemoval } from '../../components/removals'

/** What its author can do with a message that waits. */
export function ScheduledActions({ message }: { message: ScheduledMessage }) {
  const text = useText()
  const command = useCommand()
  const { client } = useServices()
  const { open } = useOverlay()
  const removeLater = useRemoval()
  const scheduledMessageId = message.id
  const send = () => command('messages.sendScheduled', { scheduledMessageId }, { text: text('web.later.sent') })
  const cancel = () =>
    removeLater({
      id: message.id,
      text: text('web.later.cancelled'),
      act: () => client.command('messages.cancelScheduled', { scheduledMessageId }),
    })
  return (
    <div className="excerpt__foot">
      <button
        type="button"
        className="link-button"
        onClick={() => open({ kind: 'edit-scheduled', scheduled: message })}
      >
        {text('web.later.editShort')}
      </button>
      <button type="button" className="link-button" onClick={send}>
        {text('web.later.sendNow')}
      </button>
      <button type="button" className="link-button" onClick={cancel}>
        {text('web.later.cancel')}
      </button>
    </div>
  )
}
