import type { ScheduledMessage } from '@parley/protocol'
import { useCommand } from '../../app/use-command'
import { useOverlay } from '../../app/use-overlay'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useRemoval } from '../../components/removals'

interface ScheduledActionsProps {
  readonly message: ScheduledMessage
  /** Whether its author is still where it is to be sent. */
  readonly isHere: boolean
}

/** What its author can do with a message that waits. */
export function ScheduledActions({ message, isHere }: ScheduledActionsProps) {
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
      {isHere && (
        <>
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
        </>
      )}
      <button type="button" className="link-button" onClick={cancel}>
        {text('web.later.cancel')}
      </button>
    </div>
  )
}
