import './composer.css'
import type { ChannelView } from '@parley/client'
import type { Message } from '@parley/protocol'
import { ArrowUp } from 'lucide-react'
import { type ReactNode, type RefObject, useId, useRef } from 'react'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { composerId, useConversation } from '../conversation/conversation-state'
import { ArchivedBar } from './archived-bar'
import { MentionList, optionId } from './mention-list'
import { useFocusAtStart } from './use-focus-at-start'
import { useGrowingHeight } from './use-growing-height'
import { usePlaceholder } from './use-placeholder'
import { useWriting, type Writing } from './use-writing'

export interface ComposerProps {
  readonly view: ChannelView
  /** What stands above it: ↑ edits one's own last one of these. */
  readonly messages: readonly Message[]
  /** Of a reply: that the channel shows it, too. */
  readonly isAlsoInChannel?: boolean
  readonly isFocusedAtStart?: boolean
  readonly onSent?: () => void
  /** Choices below the text. */
  readonly children?: ReactNode
}

/** Writes into the channel, or into the thread that is shown. */
export function Composer(props: ComposerProps) {
  const { view } = props
  if (view.channel.archivedAt) return <ArchivedBar channel={view.channel} />
  return <OpenComposer {...props} />
}

function OpenComposer(props: ComposerProps) {
  const { view, isFocusedAtStart = true, children } = props
  const text = useText()
  const field = useRef<HTMLTextAreaElement>(null)
  const listId = useId()
  const writing = useWriting(props, field)
  const { mention, people, active } = writing.mentions
  const isOffering = mention !== null && people.length > 0
  return (
    <div className="composer">
      {isOffering && (
        <MentionList id={listId} people={people} active={active} onPick={(user) => writing.pick(user, mention)} />
      )}
      <div className="composer__field">
        <TextArea {...{ view, writing, field, isFocusedAtStart }} listId={isOffering ? listId : undefined} />
        <IconButton
          label={text('web.composer.send')}
          className="composer__send"
          onClick={writing.send}
          disabled={!writing.canSend}
        >
          <ArrowUp size={18} />
        </IconButton>
      </div>
      {children}
      <Hint excess={writing.excess} />
    </div>
  )
}

interface TextAreaProps {
  readonly view: ChannelView
  readonly writing: Writing
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly isFocusedAtStart: boolean
  /** Of the people that are offered; undefined while none are. */
  readonly listId: string | undefined
}

function TextArea({ view, writing, field, isFocusedAtStart, listId }: TextAreaProps) {
  const { threadId } = useConversation()
  const { draft, mentions, write, moveCaret, handleKey } = writing
  useGrowingHeight(field, draft)
  useFocusAtStart(field, isFocusedAtStart)
  const { label, placeholder } = usePlaceholder(view)
  return (
    <textarea
      id={composerId(threadId)}
      ref={field}
      className="composer__text"
      rows={1}
      value={draft}
      aria-label={label}
      placeholder={placeholder}
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
