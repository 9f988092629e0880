import type { Message } from '@parley/protocol'
import { useMemo } from 'react'
import { describeError } from '../../app/describe-error'
import { useLanguage, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useToast } from '../../components/toasts'
import type { MessageRuns } from './message-action-table'

/** What brings a reader back to a message. */
export function useKeepingRuns(message: Message): MessageRuns {
  const text = useText()
  const { client } = useServices()
  const toast = useToast()
  const language = useLanguage()
  return useMemo(() => {
    const { channelId, messageNumber } = message
    const fail = (error: unknown) => toast({ text: describeError(error, language).text })
    const unread = () => {
      client
        .command('channels.markUnread', { channelId, messageNumber })
        .then(() => toast({ text: text('web.message.markedUnread') }))
        .catch(fail)
    }
    return message.threadId && !message.isAlsoInChannel ? {} : { unread }
  }, [text, client, toast, language, message])
}
