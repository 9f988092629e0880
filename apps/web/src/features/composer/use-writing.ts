import { type KeyboardEvent, type RefObject, useState } from 'react'
import { flushSync } from 'react-dom'
import { isComposing } from '../../app/is-composing'
import { useServices } from '../../app/use-services'
import { readCommandLine, withoutEscape } from '../commands/command-line'
import type { CommandLineState } from '../commands/use-command-line'
import { useConversation } from '../conversation/conversation-state'
import { useAttachmentPlace, useAttachments } from '../files/use-attachments'
import { useKeptAttachments } from '../files/use-kept-attachments'
import { handleFormatKey } from '../formatting/handle-format-key'
import type { Letter } from '../later/letter'
import type { ComposerProps } from './composer'
import { completeTyped, type Typed } from './find-typed'
import { type Sendable, sendable } from './sendable'
import type { Suggestion } from './suggestion'
import { useDraft } from './use-draft'
import { useOwnKeys } from './use-own-keys'
import { useSending } from './use-sending'
import { type Suggestions, useSuggestions } from './use-suggestions'
import type { UndoSend } from './use-undo-send'

export interface Writing extends Sendable {
  readonly draft: string
  /** Where its files are added. */
  readonly place: string
  /** What is offered for the name at the caret. */
  readonly offer: Suggestions
  /** What became of the command that stands there; null while none does. */
  readonly command: CommandLineState | null
  /** Of what was sent last. */
  readonly undoSend: UndoSend
  /** What would be sent now. */
  readonly letter: Letter
  write(draft: string, caret: number): void
  moveCaret(caret: number): void
  pick(suggestion: Suggestion, typed: Typed): void
  send(): void
  /** What is written is on its way otherwise: the field is empty again, but for what has been written since. */
  leave(): void
  handleKey(event: KeyboardEvent): void
}

/** A message being written: its draft, the name at its caret, and what the keys do. */
export function useWriting(props: ComposerProps, field: RefObject<HTMLTextAreaElement | null>): Writing {
  const { client } = useServices()
  const { channelId, threadId } = useConversation()
  const { draft, readDraft, setDraft } = useDraft()
  const [caret, setCaret] = useState(draft.length)
  const write = (next: string, nextCaret: number) => {
    setDraft(next)
    setCaret(nextCaret)
    // Who writes a command writes to nobody.
    client.noteTyping(channelId, threadId, next.trim() !== '' && !readCommandLine(next.trim()))
  }
  const pick: Writing['pick'] = ({ inserted }, typed) => {
    const completed = completeTyped(draft, caret, typed, inserted)
    // At once: whoever types on must not find the caret moved under their fingers a frame later.
    flushSync(() => write(completed.text, completed.caret))
    field.current?.setSelectionRange(completed.caret, completed.caret)
  }
  const offer = useSuggestions(draft, caret, pick)
  const place = useAttachmentPlace()
  const attached = useAttachments(place)
  useKeptAttachments(place)
  const may = sendable(draft, attached)
  const words = draft.trim()
  const isAlsoInChannel = props.isAlsoInChannel ?? false
  const letter = { channelId, threadId, isAlsoInChannel, text: withoutEscape(words) }
  const sending = useSending({ draft, isAlsoInChannel, field, readDraft, write, onSent: props.onSent })
  const { undoSend, leave } = sending
  const send = () => may.canSend && sending.send(letter.text)
  const handleOwnKey = useOwnKeys(props.messages, { isEmpty: draft === '', send, undoSend })
  const handleKey = (event: KeyboardEvent) => {
    if (isComposing(event) || offer.handleKey(event)) return
    if (!field.current || !handleFormatKey(event, field.current)) handleOwnKey(event)
  }
  const { command } = sending
  const acts = { write, moveCaret: setCaret, pick, send, leave, handleKey }
  return { draft, place, offer, command, undoSend, letter, ...may, ...acts }
}
