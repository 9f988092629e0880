import type { RefObject } from 'react'
import { flushSync } from 'react-dom'
import { readCommandLine } from '../commands/command-line'
import { type CommandLineState, useCommandLine } from '../commands/use-command-line'
import { useSend } from './use-send'
import { type UndoSend, useUndoSend } from './use-undo-send'

interface Written {
  readonly draft: string
  readonly isAlsoInChannel: boolean
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly onSent: (() => void) | undefined
  readDraft(): string
  write(draft: string, caret: number): void
}

export interface Sending {
  /** null while no command stands there. */
  readonly command: CommandLineState | null
  readonly undoSend: UndoSend
  /** Carries out the command that is written, or sends this text. */
  send(text: string): void
  /** What is written is on its way otherwise. */
  leave(): void
}

/** What becomes of what is written: a message that can be taken back, or a command. */
export function useSending({ draft, isAlsoInChannel, field, onSent, readDraft, write }: Written): Sending {
  const written = draft.trim()
  const undoSend = useUndoSend((text) => {
    const next = written === '' ? text : `${text}\n${draft}`
    flushSync(() => write(next, text.length))
    field.current?.focus()
    field.current?.setSelectionRange(text.length, text.length)
  })
  const empty = () => {
    write('', 0)
    onSent?.()
    field.current?.focus()
  }
  const sendNew = useSend(isAlsoInChannel)
  // Noted as it was written, escapes and all: it is to be sent again.
  const sendNoted = (text: string) => undoSend.note(sendNew(text), written)
  // What has been written since stays. A command may have led elsewhere: its line goes all the same.
  const leaveLine = (line: string) => readDraft().trim() === line && empty()
  const commandLine = useCommandLine({
    onDone: leaveLine,
    onMessage: (line) => {
      sendNoted(line)
      leaveLine(line)
    },
  })
  const isCommand = readCommandLine(written) !== null
  const send = (text: string) => {
    if (isCommand) return commandLine.run(written)
    sendNoted(text)
    empty()
  }
  const leave = () => void leaveLine(written)
  return { command: isCommand ? commandLine : null, undoSend, send, leave }
}
