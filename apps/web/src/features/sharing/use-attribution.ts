import type { Message } from '@parley/protocol'
import { useCallback } from 'react'
import { useNames } from '../../app/use-names'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { messagePath } from '../conversation/message-path'
import type { Attribution } from './quote-of'

/** Of a message that is quoted or forwarded. A direct channel has no name that others would know. */
export function useAttribution(): (message: Message) => Attribution {
  const text = useText()
  const names = useNames()
  const { client } = useServices()
  return useCallback(
    (message) => {
      const channel = client.getState().session?.channels.get(message.channelId)?.channel
      const place = channel && channel.kind !== 'direct' ? names.channel(channel) : text('web.share.direct')
      const address = new URL(messagePath(message), window.location.origin).href
      return { author: names.personById(message.authorId), place, address }
    },
    [text, names, client],
  )
}
