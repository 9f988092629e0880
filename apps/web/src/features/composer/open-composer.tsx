import { ArrowUp } from 'lucide-react'
import { Suspense, useId, useRef } from 'react'
import { lazyPart } from '../../app/lazy-part'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { AttachButton } from '../files/attach-button'
import { AttachmentTray } from '../files/attachment-tray'
import { FormatButton } from '../formatting/format-button'
import { Formatting } from '../formatting/formatting'
import { PollButton } from '../polls/poll-button'
import type { ComposerProps } from './composer'
import { ComposerHint } from './composer-hint'
import { ComposerTextArea } from './composer-text-area'
import { SuggestionList } from './suggestion-list'
import { UndoButton } from './undo-button'
import { useWriting } from './use-writing'

const TypingLine = lazyPart(() => import('../profiles/typing-line'))
const SendLaterMenu = lazyPart(() => import('../later/send-later-menu'))
const OutsidersOffer = lazyPart(() => import('./outsiders-offer'))
const PrivateNotesList = lazyPart(() => import('../commands/private-notes-list'))

/** The composer of somebody who may write here: what stands above the field, the field with its buttons, and the hint below. */
export function OpenComposer(props: ComposerProps) {
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
        <ComposerTextArea {...{ view, writing, field, isFocusedAtStart }} listId={isOffering ? listId : undefined} />
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
      <ComposerHint writing={writing} />
    </div>
  )
}
