import type { ChannelId, MessageId } from '@parley/protocol'
import { createContext, type Dispatch, useContext } from 'react'

/** What is being edited; one thing at a time. */
export interface ConversationFocus {
  readonly editingId: MessageId | null
}

export type FocusAction = { readonly type: 'edit'; readonly messageId: MessageId } | { readonly type: 'leave' }

export const nothingFocused: ConversationFocus = { editingId: null }

export function focusReducer(_: ConversationFocus, action: FocusAction): ConversationFocus {
  return action.type === 'edit' ? { editingId: action.messageId } : nothingFocused
}

export interface ConversationControl {
  readonly channelId: ChannelId
  /** The thread whose replies are shown; null for the channel itself. */
  readonly threadId: MessageId | null
  /** The `seq` of the message that the address names. */
  readonly targetSeq: number | null
  readonly focus: ConversationFocus
  readonly dispatch: Dispatch<FocusAction>
}

export const ConversationContext = createContext<ConversationControl | null>(null)

export function useConversation(): ConversationControl {
  const control = useContext(ConversationContext)
  if (!control) throw new Error('useConversation needs ConversationContext')
  return control
}

/** The text field that messages are written in: one for the channel, one for the thread beside it. */
export const composerId = (threadId: MessageId | null): string => (threadId ? 'thread-composer' : 'composer')

export const focusComposer = (threadId: MessageId | null): void =>
  document.getElementById(composerId(threadId))?.focus()
