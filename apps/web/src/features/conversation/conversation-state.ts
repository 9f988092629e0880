import type { ChannelId, Message, MessageId } from '@parley/protocol'
import { createContext, type Dispatch, useContext } from 'react'

/** What is being edited or answered; one thing at a time. */
export interface ConversationFocus {
  readonly editingId: MessageId | null
  readonly replyingTo: Message | null
}

export type FocusAction =
  | { readonly type: 'edit'; readonly messageId: MessageId }
  | { readonly type: 'reply'; readonly message: Message }
  | { readonly type: 'leave' }

export const nothingFocused: ConversationFocus = { editingId: null, replyingTo: null }

export function focusReducer(_: ConversationFocus, action: FocusAction): ConversationFocus {
  if (action.type === 'edit') return { editingId: action.messageId, replyingTo: null }
  if (action.type === 'reply') return { editingId: null, replyingTo: action.message }
  return nothingFocused
}

export interface ConversationControl {
  readonly channelId: ChannelId
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

/** The one text field that messages are written in. */
export const COMPOSER_ID = 'composer'

export const focusComposer = (): void => document.getElementById(COMPOSER_ID)?.focus()
