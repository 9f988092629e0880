import type { OutgoingMessage } from '@parley/client'
import { ParleyError } from '@parley/protocol'
import { CircleAlert } from 'lucide-react'
import { describeError } from '../../app/describe-error'
import { useLanguage, useMe, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { AttachmentTray } from '../files/attachment-tray'
import { useConversation } from './conversation-state'
import { MessageFrame } from './message-frame'
import { MessageText } from './message-text'

export interface OutgoingRowProps {
  readonly outgoing: OutgoingMessage
  readonly rowKey: string
  readonly isFirst: boolean
  readonly isFocusTarget: boolean
}

/** A message on its way; shown like any other until it fails or takes long. */
export function OutgoingRow({ outgoing, rowKey, isFirst, isFocusTarget }: OutgoingRowProps) {
  const me = useMe()
  const { threadId } = useConversation()
  return (
    <MessageFrame
      authorId={me.id}
      at={new Date(outgoing.createdAtMs).toISOString()}
      rowKey={rowKey}
      isFirst={isFirst}
      isFocusTarget={isFocusTarget}
      replyTo={threadId === null || outgoing.isAlsoInChannel ? outgoing.threadId : null}
      actions={null}
    >
      <div className={outgoing.status === 'sent' ? undefined : 'message--pending'}>
        {outgoing.text !== '' && <MessageText content={outgoing.text} isEdited={false} />}
      </div>
      <AttachmentTray place={outgoing.clientMessageId} isSent />
      {outgoing.status !== 'failed' && outgoing.fileIds === null && <GiveUp outgoing={outgoing} />}
      {outgoing.status === 'failed' && <FailedNote outgoing={outgoing} />}
    </MessageFrame>
  )
}

function useDiscard(): (clientMessageId: string) => void {
  const { client, attachments } = useServices()
  return (clientMessageId) => {
    client.discardSend(clientMessageId)
    attachments.forget(clientMessageId, true)
  }
}

/** While its files are on their way it has not been sent: it can still be taken back. */
function GiveUp({ outgoing: { clientMessageId } }: { outgoing: OutgoingMessage }) {
  const text = useText()
  const discard = useDiscard()
  return (
    <button type="button" className="link-button" onClick={() => discard(clientMessageId)}>
      {text('web.files.cancel')}
    </button>
  )
}

function FailedNote({ outgoing }: { outgoing: OutgoingMessage }) {
  const text = useText()
  const language = useLanguage()
  const { client } = useServices()
  const discard = useDiscard()
  const { refusal, clientMessageId, fileIds } = outgoing
  const reason = refusal && describeError(new ParleyError(refusal.code, refusal.parameters), language)
  return (
    <p className="failed" role="alert">
      <CircleAlert size={14} aria-hidden="true" />
      <span>
        {text('web.message.failed')} {reason?.text} {reason && <span className="code-chip">{reason.code}</span>}
      </span>
      {fileIds !== null && (
        <button type="button" className="link-button" onClick={() => client.retrySend(clientMessageId)}>
          {text('web.message.retry')}
        </button>
      )}
      <button type="button" className="link-button" onClick={() => discard(clientMessageId)}>
        {text('web.message.discard')}
      </button>
    </p>
  )
}
