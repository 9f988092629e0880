import type { Event, Message } from '@parley/protocol'
import { useEffect, useRef, useState } from 'react'
import { useNames } from '../../app/use-names'
import { useMe, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'

const SPOKEN_LENGTH = 300

/** Reads new messages of the open channel or thread to screen readers, politely. */
export function Announcer({ isHeard }: { isHeard: (message: Message) => boolean }) {
  const { client } = useServices()
  const text = useText()
  const names = useNames()
  const me = useMe()
  const [message, setMessage] = useState<Message | null>(null)
  const isHeardNow = useRef(isHeard)
  useEffect(() => {
    isHeardNow.current = isHeard
  }, [isHeard])
  useEffect(
    () =>
      client.onEvents((events) => {
        const heard = events.flatMap((event: Event) =>
          event.type === 'message-created' && isHeardNow.current(event.message) ? [event.message] : [],
        )
        const last = heard.findLast((it) => it.authorId !== me.id)
        if (last) setMessage(last)
      }),
    [client, me.id],
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
