import type { Message } from '@parley/protocol'
import { memo, Suspense, useCallback, useState } from 'react'
import { lazyPart } from '../../app/lazy-part'
import { useOverlay } from '../../app/use-overlay'
import { useText } from '../../app/use-text'
import { usePendingRemovals } from '../../components/removals'
import { AssistantCard } from '../assistant/assistant-card'
import { isSaidByCard } from '../assistant/is-said-by-card'
import { MessageFiles } from '../files/message-files'
import { PostedAsLine } from '../integrations/posted-as-line'
import { ReactionChips } from '../reactions/reaction-chips'
import { ReactionPicker } from '../reactions/reaction-picker'
import { useReacting } from '../reactions/use-reacting'
import { ReplyLinkPlace } from '../reply-links/reply-link-place'
import { ThreadLine } from '../threads/thread-line'
import { focusComposer, useConversation } from './conversation-state'
import { handleMessageKey } from './handle-message-key'
import { MessageActions } from './message-actions'
import { MessageEditor } from './message-editor'
import { MessageFrame } from './message-frame'
import { MessageMarks } from './message-marks'
import { MessageText } from './message-text'
import { useMessageRuns } from './use-message-runs'

const PollView = lazyPart(() => import('../polls/poll-view'))

export interface MessageRowProps {
  readonly message: Message
  readonly rowKey: string
  readonly isFirst: boolean
  readonly isFocusTarget: boolean
}

export const MessageRow = memo(({ message, rowKey, isFirst, isFocusTarget }: MessageRowProps) => {
  const { threadId, focus, targetSeq } = useConversation()
  const { reactions, isPicking, open, close } = useReacting(message)
  const [isWanted, setIsWanted] = useState(false)
  const runs = { ...useMessageRuns(message), ...(open ? { react: open } : {}) }
  const isRemoved = usePendingRemovals().has(message.id) || message.deletedAt !== null
  const isEditing = focus.editingId === message.id && !isRemoved
  return (
    <MessageFrame
      authorId={message.authorId}
      at={message.createdAt}
      rowKey={rowKey}
      isFirst={isFirst}
      isFocusTarget={isFocusTarget}
      isTarget={message.seq === targetSeq}
      onKeyDown={isRemoved ? undefined : (event) => handleMessageKey(event, runs, () => focusComposer(threadId))}
      replyTo={threadId === null || message.isAlsoInChannel ? message.threadId : null}
      onNear={() => setIsWanted(true)}
      actions={isRemoved || isEditing ? null : <MessageActions runs={runs} isWanted={isWanted} />}
    >
      {!isRemoved && message.postedAs && <PostedAsLine postedAs={message.postedAs} />}
      {!isRemoved && <MessageMarks message={message} />}
      {isEditing ? <MessageEditor message={message} /> : <MessageBody message={message} isRemoved={isRemoved} />}
      {!isRemoved && <ReactionChips reactions={reactions} onAdd={open} />}
      {!isRemoved && message.answers && <ReplyLinkPlace message={message} link={message.answers} />}
      {threadId === null && <ThreadLine message={message} />}
      {isPicking && <ReactionPicker onPick={reactions.toggle} onClose={close} />}
    </MessageFrame>
  )
})

function MessageBody({ message, isRemoved }: { message: Message; isRemoved: boolean }) {
  const text = useText()
  const { open } = useOverlay()
  const showHistory = useCallback(() => open({ kind: 'history', message }), [open, message])
  if (isRemoved) return <p className="tombstone">{text('web.message.deleted')}</p>
  return (
    <>
      {message.text !== '' && !isSaidByCard(message) && (
        <MessageText content={message.text} isEdited={message.editedAt !== null} onShowHistory={showHistory} />
      )}
      <MessageFiles files={message.files} />
      {message.card && <AssistantCard message={message} card={message.card} />}
      {message.poll && (
        <Suspense fallback={null}>
          <PollView message={message} poll={message.poll} />
        </Suspense>
      )}
    </>
  )
}
