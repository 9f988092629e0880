import './composer.css'
import type { ChannelView } from '@parley/client'
import type { Message } from '@parley/protocol'
import { ArrowUp } from 'lucide-react'
import { lazy, type ReactNode, type RefObject, Suspense, useId, useRef } from 'react'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { composerId, useConversation } from '../conversation/conversation-state'
import { AttachButton } from '../files/attach-button'
import { AttachmentTray } from '../files/attachment-tray'
import { FormatButton } from '../formatting/format-button'
import { Formatting } from '../formatting/formatting'
import { usePaste } from '../formatting/use-paste'
import { useMayModerate } from '../moderation/use-may-moderate'
import { PollButton } from '../polls/poll-button'
import { ArchivedBar } from './archived-bar'
import { optionId, SuggestionList } from './suggestion-list'
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

const TypingLine = lazy(() => import('../profiles/typing-line'))
const SendLaterMenu = lazy(() => import('../later/send-later-menu'))
const OutsidersOffer = lazy(() => import('./outsiders-offer'))
const CommandHint = lazy(() => import('../commands/command-hint'))
const PrivateNotesList = lazy(() => import('../commands/private-notes-list'))
const RestrictedBar = lazy(() => import('./restricted-bar'))

/** Writes into the channel, or into the thread that is shown. */
export function Composer(props: ComposerProps) {
  const { view } = props
  if (view.channel.archivedAt) return <ArchivedBar channel={view.channel} />
  return <PermittedComposer {...props} />
}

/** Where only moderators begin conversations, the others reply in threads. */
function PermittedComposer(props: ComposerProps) {
  const { threadId } = useConversation()
  const mayModerate = useMayModerate(props.view)
  if (threadId || mayModerate || props.view.channel.rules.post === 'members') return <OpenComposer {...props} />
  return (
    <Suspense fallback={null}>
      <RestrictedBar />
    </Suspense>
  )
}

function OpenComposer(props: ComposerProps) {
  const { view, isFocusedAtStart = true, children } = props
  const text = useText()
  const field = useRef<HTMLTextAreaElement>(null)
  const listId = useId()
  const writing = useWriting(props, field)
  const { typed, suggestions, active } = writing.offer
  const isOffering = typed !== null && suggestions.length > 0
  return (
    <div className="composer">
      <Suspense fallback={<p className="typing-line" />}>
        <TypingLine />
        <PrivateNotesList />
        <OutsidersOffer channelId={view.channel.id} />
      </Suspense>
      {isOffering && (
        <SuggestionList
          id={listId}
          kind={typed.kind}
          {...{ suggestions, active }}
          onPick={(suggestion) => writing.pick(suggestion, typed)}
        />
      )}
      {writing.undoSend.isOffered && <UndoButton onUndo={writing.undoSend.undo} />}
      <AttachmentTray place={writing.place} />
      <div className="composer__field">
        <Formatting field={field} content={writing.letter.text} />
        <AttachButton />
        <PollButton />
        <FormatButton />
        <TextArea {...{ view, writing, field, isFocusedAtStart }} listId={isOffering ? listId : undefined} />
        <IconButton
          label={text('web.composer.send')}
          className="composer__send"
          onClick={writing.send}
          disabled={!writing.canSend}
        >
          <ArrowUp size={18} />
        </IconButton>
        <Suspense fallback={<span className="composer__later" />}>
          <SendLaterMenu letter={writing.letter} isDisabled={!writing.canWait} onScheduled={writing.leave} />
        </Suspense>
      </div>
      {children}
      {writing.command ? (
        <Suspense fallback={<p className="composer__hint">{'\u00a0'}</p>}>
          <CommandHint line={writing.draft.trim()} state={writing.command} />
        </Suspense>
      ) : (
        <Hint excess={writing.excess} />
      )}
    </div>
  )
}

interface TextAreaProps {
  readonly view: ChannelView
  readonly writing: Writing
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly isFocusedAtStart: boolean
  /** Of what is offered; undefined while nothing is. */
  readonly listId: string | undefined
}

function TextArea({ view, writing, field, isFocusedAtStart, listId }: TextAreaProps) {
  const { threadId } = useConversation()
  const { draft, offer, write, moveCaret, handleKey } = writing
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
      aria-activedescendant={listId && optionId(listId, offer.active)}
      onChange={(event) => write(event.currentTarget.value, event.currentTarget.selectionStart)}
      onSelect={(event) => moveCaret(event.currentTarget.selectionStart)}
      onKeyDown={handleKey}
      onPaste={usePaste()}
    />
  )
}

function UndoButton({ onUndo }: { onUndo: () => void }) {
  const text = useText()
  return (
    <button
      type="button"
      className="composer__undo link-button"
      aria-keyshortcuts="Control+Z Meta+Z"
      title={text('web.keys.undoSend')}
      onClick={onUndo}
    >
      {text('web.composer.undoSend')}
    </button>
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
