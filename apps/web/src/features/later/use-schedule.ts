import { draftPlace, type ParleyClient } from '@parley/client'
import { ParleyError, type ScheduledMessageId } from '@parley/protocol'
import { useCallback } from 'react'
import { useAttempt } from '../../app/use-attempt'
import { useFail } from '../../app/use-fail'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useToast } from '../../components/toasts'
import { withEscape } from '../commands/command-line'
import type { Letter } from './letter'
import { useSaidTime } from './use-said-time'

/** Hands a message over to be sent later. Taking that back makes it a draft again, wherever its writer is by then. */
export function useSchedule(): (letter: Letter, sendAt: string) => Promise<void> {
  const text = useText()
  const { client } = useServices()
  const toast = useToast()
  const fail = useFail()
  const say = useSaidTime()
  const attempt = useAttempt()
  return useCallback(
    async (letter, sendAt) => {
      const asked = { ...letter, sendAt }
      const give = (clientCommandId: string) => client.command('messages.schedule', { ...asked, clientCommandId })
      const { scheduled } = await attempt(asked, give)
      const onUndo = () => void takeBack(client, letter, scheduled.id).catch(fail)
      toast({ text: text('web.later.scheduled', { time: say(sendAt) }), onUndo })
    },
    [client, toast, fail, text, say, attempt],
  )
}

/**
 * Kept as a draft first, above what has been written there since: whatever fails, the words are somewhere. Where it was
 * sent already, they are not left to be sent once more.
 */
async function takeBack(client: ParleyClient, letter: Letter, scheduledMessageId: ScheduledMessageId): Promise<void> {
  const { channelId, threadId } = letter
  const draft = () => client.getState().session?.drafts.get(draftPlace(letter))?.text ?? ''
  const save = (text: string) => client.command('drafts.save', { channelId, threadId, text })
  const since = draft()
  const words = [withEscape(letter.text), since].filter(Boolean).join('\n')
  await save(words)
  try {
    await client.command('messages.cancelScheduled', { scheduledMessageId })
  } catch (error) {
    const isRefused = error instanceof ParleyError && error.status < 500
    if (isRefused && draft() === words) await save(since)
    throw error
  }
}
