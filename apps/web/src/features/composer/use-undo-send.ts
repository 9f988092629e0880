import { useEffect, useState } from 'react'
import { usePreferences, useServices } from '../../app/use-services'
import { useConversation } from '../conversation/conversation-state'

interface Sent {
  readonly clientMessageId: string
  readonly text: string
  readonly untilMs: number
}

export interface UndoSend {
  /** Whether there is something to take back. */
  readonly isOffered: boolean
  note(clientMessageId: string, text: string): void
  undo(): void
}

/** For some seconds after sending: takes the message back and gives its words to whoever wants them, the newest first. */
export function useUndoSend(giveBack: (text: string) => void): UndoSend {
  const { client, attachments } = useServices()
  const { undoSeconds } = usePreferences()
  const { channelId } = useConversation()
  const [sent, setSent] = useState<readonly Sent[]>([])
  const last = sent.at(-1)
  useEffect(() => {
    if (!last) return
    const timer = setTimeout(() => setSent([]), last.untilMs - Date.now())
    return () => clearTimeout(timer)
  }, [last])
  const note: UndoSend['note'] = (clientMessageId, text) => {
    if (undoSeconds === 0) return
    const untilMs = Date.now() + undoSeconds * 1000
    setSent((before) => [...before.filter((it) => it.untilMs > Date.now()), { clientMessageId, text, untilMs }])
  }
  const undo = () => {
    if (!last) return
    setSent((before) => before.filter((it) => it !== last && it.untilMs > Date.now()))
    client.withdrawSend(channelId, last.clientMessageId)
    attachments.forget(last.clientMessageId, true)
    giveBack(last.text)
  }
  return { isOffered: last !== undefined, note, undo }
}
