import './composer.css'
import type { ChannelView } from '@parley/client'
import { ArrowUp } from 'lucide-react'
import { type RefObject, useId, useRef } from 'react'
import { useNames } from '../../app/use-names'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { COMPOSER_ID, useConversation } from '../conversation/conversation-state'
import { MentionList, optionId } from './mention-list'
import { ReplyingTo } from './replying-to'
import { useFocusAtStart } from './use-focus-at-start'
import { useGrowingHeight } from './use-growing-height'
import { usePlaceholder } from './use-placeholder'
import { useWriting, type Writing } from './use-writing'

export function Composer({ view }: { view: ChannelView }) {
  const text = useText()
  if (view.channel.archivedAt) return <p className="composer__archived">{text('web.channel.archived')}</p>
  return <OpenComposer view={view} />
}

function OpenComposer({ view }: { view: ChannelView }) {
  const text = useText()
  const { focus } = useConversation()
  const field = useRef<HTMLTextAreaElement>(null)
  const listId = useId()
  const writing = useWriting(view, field)
  const { mention, people, active } = writing.mentions
  const isOffering = mention !== null && people.length > 0
  return (
    <div className="composer">
      {isOffering && (
        <MentionList id={listId} people={people} active={active} onPick={(user) => writing.pick(user, mention)} />
      )}
      {focus.replyingTo && <ReplyingTo message={focus.replyingTo} />}
      <div className="composer__field">
        <TextArea view={view} writing={writing} field={field} listId={isOffering ? listId : undefined} />
        <IconButton
          label={text('web.composer.send')}
          className="composer__send"
          onClick={writing.send}
          disabled={!writing.canSend}
        >
          <ArrowUp size={18} />
        </IconButton>
      </div>
      <Hint excess={writing.excess} />
    </div>
  )
}

interface TextAreaProps {
  readonly view: ChannelView
  readonly writing: Writing
  readonly field: RefObject<HTMLTextAreaElement | null>
  /** Of the people that are offered; undefined while none are. */
  readonly listId: string | undefined
}

function TextArea({ view, writing, field, listId }: TextAreaProps) {
  const text = useText()
  const names = useNames()
  const { draft, mentions, write, moveCaret, handleKey } = writing
  useGrowingHeight(field, draft)
  useFocusAtStart(field)
  return (
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
      aria-expanded={listId !== undefined}
      aria-controls={listId}
      aria-activedescendant={listId && optionId(listId, mentions.active)}
      onChange={(event) => write(event.currentTarget.value, event.currentTarget.selectionStart)}
      onSelect={(event) => moveCaret(event.currentTarget.selectionStart)}
      onKeyDown={handleKey}
    />
  )
}

function Hint({ excess }: { excess: number }) {
  const text = useText()
  return (
    <p className="composer__hint" data-is-error={excess > 0}>
      {excess > 0 ? text('web.composer.tooLong', { count: excess }) : text('web.composer.hint')}
    </p>
  )
}
