import './composer.css'
import type { ChannelView } from '@parley/client'
import { MESSAGE_TEXT_LIMIT, type User } from '@parley/protocol'
import { ArrowUp } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useIsNarrow } from '../../app/use-is-narrow'
import { useNames } from '../../app/use-names'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { COMPOSER_ID, useConversation } from '../conversation/conversation-state'
import { completeMention, type MentionQuery } from './find-mention'
import { isComposing } from './is-composing'
import { MentionList, optionId } from './mention-list'
import { ReplyingTo } from './replying-to'
import { useDraft } from './use-draft'
import { useEditLast } from './use-edit-last'
import { useGrowingHeight } from './use-growing-height'
import { useMentions } from './use-mentions'
import { usePlaceholder } from './use-placeholder'

export function Composer({ view }: { view: ChannelView }) {
  const text = useText()
  if (view.channel.archivedAt) return <p className="composer__archived">{text('web.channel.archived')}</p>
  return <OpenComposer view={view} />
}

function OpenComposer({ view }: { view: ChannelView }) {
  const text = useText()
  const names = useNames()
  const { client } = useServices()
  const { focus, dispatch } = useConversation()
  const channelId = view.channel.id
  const [draft, setDraft] = useDraft(channelId)
  const [caret, setCaret] = useState(draft.length)
  const field = useRef<HTMLTextAreaElement>(null)
  const listId = useId()
  const editLast = useEditLast(view)
  useGrowingHeight(field, draft)
  useFocusAtStart(field)

  const pick = (user: User, mention: MentionQuery) => {
    const completed = completeMention(draft, caret, mention, names.person(user))
    setDraft(completed.text)
    setCaret(completed.caret)
    requestAnimationFrame(() => field.current?.setSelectionRange(completed.caret, completed.caret))
  }
  const mentions = useMentions(draft, caret, pick)
  const excess = excessOf(draft)
  const canSend = draft.trim() !== '' && excess === 0

  const send = () => {
    if (!canSend) return
    const threadId = focus.replyingTo && (focus.replyingTo.threadId ?? focus.replyingTo.id)
    client.send(channelId, draft.trim(), threadId ? { threadId } : {})
    setDraft('')
    dispatch({ type: 'leave' })
    field.current?.focus()
  }
  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event) || mentions.handleKey(event)) return
    if (event.key === 'Enter' && !event.shiftKey) send()
    else if (event.key === 'ArrowUp' && draft === '' && editLast) editLast()
    else if (event.key === 'Escape' && focus.replyingTo) dispatch({ type: 'leave' })
    else return
    event.preventDefault()
  }
  const isOffering = mentions.mention !== null && mentions.people.length > 0
  return (
    <div className="composer">
      {isOffering && (
        <MentionList
          id={listId}
          people={mentions.people}
          active={mentions.active}
          onPick={(user) => mentions.mention && pick(user, mentions.mention)}
        />
      )}
      {focus.replyingTo && <ReplyingTo message={focus.replyingTo} />}
      <div className="composer__field">
        <textarea
          id={COMPOSER_ID}
          ref={field}
          className="composer__text"
          rows={1}
          value={draft}
          aria-label={text('web.composer.label', { channel: names.channel(view.channel) })}
          placeholder={usePlaceholder(view)}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isOffering}
          aria-controls={isOffering ? listId : undefined}
          aria-activedescendant={isOffering ? optionId(listId, mentions.active) : undefined}
          onChange={(event) => {
            setDraft(event.currentTarget.value)
            setCaret(event.currentTarget.selectionStart)
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={handleKey}
        />
        <IconButton label={text('web.composer.send')} className="composer__send" onClick={send} disabled={!canSend}>
          <ArrowUp size={18} />
        </IconButton>
      </div>
      <p className="composer__hint" data-is-error={excess > 0}>
        {excess > 0 ? text('web.composer.tooLong', { count: excess }) : text('web.composer.hint')}
      </p>
    </div>
  )
}

/** How many characters are too many. Counting code points of a short text is not worth it. */
function excessOf(draft: string): number {
  return draft.length <= MESSAGE_TEXT_LIMIT ? 0 : Math.max(0, [...draft].length - MESSAGE_TEXT_LIMIT)
}

/** On a phone the keyboard would cover the messages that one came to read. */
function useFocusAtStart(field: React.RefObject<HTMLTextAreaElement | null>): void {
  const isNarrow = useIsNarrow()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the channel is opened
  useEffect(() => {
    if (!isNarrow) field.current?.focus({ preventScroll: true })
  }, [field])
}
