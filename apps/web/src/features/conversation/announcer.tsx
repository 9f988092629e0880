import type { ChannelId, Event, Message } from '@parley/protocol'
import { useEffect, useState } from 'react'
import { useNames } from '../../app/use-names'
import { useMe, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'

const SPOKEN_LENGTH = 300

/** Reads new messages of the open channel to screen readers, politely. */
export function Announcer({ channelId }: { channelId: ChannelId }) {
  const { client } = useServices()
  const text = useText()
  const names = useNames()
  const me = useMe()
  const [message, setMessage] = useState<Message | null>(null)
  useEffect(
    () =>
      client.onEvents((events) => {
        const heard = events.flatMap((event: Event) =>
          event.type === 'message-created' && event.message.channelId === channelId ? [event.message] : [],
        )
        const last = heard.findLast((it) => it.authorId !== me.id)
        if (last) setMessage(last)
      }),
    [client, channelId, me.id],
  )
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {message &&
        text('web.conversation.announced', {
          name: names.personById(message.authorId),
          text: message.text.slice(0, SPOKEN_LENGTH),
        })}
    </div>
  )
}
