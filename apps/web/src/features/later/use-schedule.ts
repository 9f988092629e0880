import { draftPlace, type ParleyClient } from '@parley/client'
import type { ScheduledMessageId } from '@parley/protocol'
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

/** Kept as a draft first, above what has been written there since: whatever fails, the words are somewhere. */
async function takeBack(client: ParleyClient, letter: Letter, scheduledMessageId: ScheduledMessageId): Promise<void> {
  const { channelId, threadId } = letter
  const since = client.getState().session?.drafts.get(draftPlace(letter))?.text
  const words = [withEscape(letter.text), since].filter(Boolean).join('\n')
  await client.command('drafts.save', { channelId, threadId, text: words })
  await client.command('messages.cancelScheduled', { scheduledMessageId })
}
