import type { Message } from '@parley/protocol'
import type { KeyboardEvent } from 'react'
import { useEditLast } from './use-edit-last'
import type { UndoSend } from './use-undo-send'

interface OwnKeys {
  readonly isEmpty: boolean
  readonly send: () => unknown
  readonly undoSend: UndoSend
}

/** Enter sends; in an empty field ↑ edits the last message, and Ctrl+Z takes it back. */
export function useOwnKeys(messages: readonly Message[], { isEmpty, send, undoSend }: OwnKeys) {
  const editLast = useEditLast(messages)
  return (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.shiftKey) send()
    else if (event.key === 'ArrowUp' && isEmpty && editLast) editLast()
    else if (isUndo(event) && isEmpty && undoSend.isOffered) undoSend.undo()
    else return
    event.preventDefault()
  }
}

const isUndo = ({ ctrlKey, metaKey, shiftKey, altKey, code }: KeyboardEvent) =>
  (ctrlKey || metaKey) && !shiftKey && !altKey && code === 'KeyZ'
