import { useRef, useState } from 'react'
import { useConversation } from '../conversation/conversation-state'
import { useSurroundings } from './use-surroundings'

export interface CommandLineState {
  readonly isRunning: boolean
  /** Why a line was not carried out; it is about that line alone. */
  readonly failure: { readonly line: string; readonly error: unknown } | null
  run(line: string): void
}

interface CommandLineUse {
  /** It was carried out, and need not stand there any more. */
  readonly onDone: (line: string) => void
  /** It is no command after all. */
  readonly onMessage: (line: string) => void
}

/** Carries out what is written as a command, one at a time. The commands are fetched with the first. */
export function useCommandLine({ onDone, onMessage }: CommandLineUse): CommandLineState {
  const surroundings = useSurroundings()
  const { channelId, threadId } = useConversation()
  const [isRunning, setRunning] = useState(false)
  const [failure, setFailure] = useState<CommandLineState['failure']>(null)
  const attempt = useRef({ line: '', id: '' })
  const carryOut = async (line: string) => {
    if (attempt.current.line !== line) attempt.current = { line, id: crypto.randomUUID() }
    const { runCommand } = await import('./run-command')
    const attemptId = attempt.current.id
    const isCommand = await runCommand(line, { ...surroundings, channelId, threadId, attemptId })
    attempt.current = { line: '', id: '' }
    if (isCommand) onDone(line)
    else onMessage(line)
  }
  const run = (line: string) => {
    if (isRunning) return
    setRunning(true)
    setFailure(null)
    carryOut(line)
      .catch((error: unknown) => setFailure({ line, error }))
      .finally(() => setRunning(false))
  }
  return { isRunning, failure, run }
}
