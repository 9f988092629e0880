import { useCallback } from 'react'
import { useAttempt } from '../../app/use-attempt'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useToast } from '../../components/toasts'
import type { Letter } from './letter'
import { useSaidTime } from './use-said-time'

/** Hands a message over to be sent later. Taking that back makes it a draft again, wherever its writer is by then. */
export function useSchedule(): (letter: Letter, sendAt: string) => Promise<void> {
  const text = useText()
  const { client } = useServices()
  const toast = useToast()
  const say = useSaidTime()
  const attempt = useAttempt()
  return useCallback(
    async (letter, sendAt) => {
      const asked = { ...letter, sendAt }
      const give = (clientCommandId: string) => client.command('messages.schedule', { ...asked, clientCommandId })
      const { scheduled } = await attempt(asked, give)
      const takeBack = async () => {
        await client.command('messages.cancelScheduled', { scheduledMessageId: scheduled.id })
        const { channelId, threadId } = letter
        await client.command('drafts.save', { channelId, threadId, text: letter.text })
      }
      toast({ text: text('web.later.scheduled', { time: say(sendAt) }), onUndo: () => void takeBack() })
    },
    [client, toast, text, say, attempt],
  )
}
