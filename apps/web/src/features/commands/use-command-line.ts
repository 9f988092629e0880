import { useRef, useState } from 'react'
import { useConversation } from '../conversation/conversation-state'
import type { Attempt } from './attempt'
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
  const attempt = useRef<Attempt>(null)
  const carryOut = async (line: string) => {
    const [{ runCommand }, { beginAttempt }] = await Promise.all([import('./run-command'), import('./attempt')])
    if (attempt.current?.line !== line) attempt.current = beginAttempt(line, surroundings.services)
    const place = { ...surroundings, channelId, threadId, attempt: attempt.current }
    const isCommand = await runCommand(line, place)
    attempt.current = null
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
