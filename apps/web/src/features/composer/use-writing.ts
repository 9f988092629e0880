import { MESSAGE_TEXT_LIMIT, type Message } from '@parley/protocol'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { flushSync } from 'react-dom'
import { useServices } from '../../app/use-services'
import { readCommandLine, withoutEscape } from '../commands/command-line'
import { type CommandLineState, useCommandLine } from '../commands/use-command-line'
import { useConversation } from '../conversation/conversation-state'
import { useAttachmentPlace, useAttachments } from '../files/use-attachments'
import { handleFormatKey } from '../formatting/handle-format-key'
import type { Letter } from '../later/letter'
import type { ComposerProps } from './composer'
import { completeTyped, type Typed } from './find-typed'
import { isComposing } from './is-composing'
import type { Suggestion } from './suggestion'
import { useDraft } from './use-draft'
import { useEditLast } from './use-edit-last'
import { useSend } from './use-send'
import { type Suggestions, useSuggestions } from './use-suggestions'

export interface Writing {
  readonly draft: string
  /** Where its files are added. */
  readonly place: string
  /** What is offered for the name at the caret. */
  readonly offer: Suggestions
  /** What became of the command that stands there; null while none does. */
  readonly command: CommandLineState | null
  /** How many characters are too many. */
  readonly excess: number
  readonly canSend: boolean
  /** Whether it may be sent later: files may not. */
  readonly canWait: boolean
  /** What would be sent now. */
  readonly letter: Letter
  write(draft: string, caret: number): void
  moveCaret(caret: number): void
  pick(suggestion: Suggestion, typed: Typed): void
  send(): void
  /** It is on its way otherwise: the field is empty again. */
  leave(): void
  handleKey(event: KeyboardEvent): void
}

/** A message being written: its draft, the name at its caret, and what the keys do. */
export function useWriting(props: ComposerProps, field: RefObject<HTMLTextAreaElement | null>): Writing {
  const { client } = useServices()
  const { channelId, threadId } = useConversation()
  const [draft, setDraft] = useDraft()
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
  const excess = excessOf(draft)
  const place = useAttachmentPlace()
  const attached = useAttachments(place)
  const hasWords = draft.trim() !== ''
  const hasContent = hasWords || attached.length > 0
  const canSend = hasContent && excess === 0 && attached.every(({ status }) => status !== 'failed')
  const words = draft.trim()
  const isCommand = readCommandLine(words) !== null
  const canWait = hasWords && excess === 0 && attached.length === 0 && !isCommand
  const isAlsoInChannel = props.isAlsoInChannel ?? false
  const letter = { channelId, threadId, isAlsoInChannel, text: withoutEscape(words) }
  const sendText = useSend(isAlsoInChannel)
  const commandLine = useCommandLine({
    // What has been written since stays.
    onDone: (line) => field.current?.value.trim() === line && leave(),
    onMessage: (line) => {
      sendText(line)
      leave()
    },
  })
  const leave = () => {
    write('', 0)
    props.onSent?.()
    field.current?.focus()
  }
  const send = () => {
    if (!canSend) return
    if (isCommand) return commandLine.run(words)
    sendText(letter.text)
    leave()
  }
  const handleOwnKey = useOwnKeys(props.messages, { isEmpty: draft === '', send })
  const handleKey = (event: KeyboardEvent) => {
    if (isComposing(event) || offer.handleKey(event)) return
    if (!field.current || !handleFormatKey(event, field.current)) handleOwnKey(event)
  }
  const own = { write, moveCaret: setCaret, pick, send, leave, handleKey }
  return { draft, place, offer, command: isCommand ? commandLine : null, excess, canSend, canWait, letter, ...own }
}

/** Enter sends, ↑ in an empty field edits the last message. */
function useOwnKeys(
  messages: readonly Message[],
  { isEmpty, send }: { readonly isEmpty: boolean; readonly send: () => void },
) {
  const editLast = useEditLast(messages)
  return (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.shiftKey) send()
    else if (event.key === 'ArrowUp' && isEmpty && editLast) editLast()
    else return
    event.preventDefault()
  }
}

/** Counting the code points of a short text is not worth it. */
function excessOf(draft: string): number {
  return draft.length <= MESSAGE_TEXT_LIMIT ? 0 : Math.max(0, [...draft].length - MESSAGE_TEXT_LIMIT)
}
