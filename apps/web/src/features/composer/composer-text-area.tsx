import type { ChannelView } from '@parley/client'
import type { RefObject } from 'react'
import { composerId, useConversation } from '../conversation/conversation-state'
import { usePaste } from '../formatting/use-paste'
import { optionId } from './suggestion-list'
import { useFocusAtStart } from './use-focus-at-start'
import { useGrowingHeight } from './use-growing-height'
import { usePlaceholder } from './use-placeholder'
import type { Writing } from './use-writing'

interface ComposerTextAreaProps {
  readonly view: ChannelView
  readonly writing: Writing
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly isFocusedAtStart: boolean
  /** Of what is offered; undefined while nothing is. */
  readonly listId: string | undefined
}

/** Where a message is typed, with the names that are offered at its caret. */
export function ComposerTextArea({ view, writing, field, isFocusedAtStart, listId }: ComposerTextAreaProps) {
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
