import type { Event, Message } from '@parley/protocol'
import { useEffect, useRef, useState } from 'react'
import { useNames } from '../../app/use-names'
import { useMe, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { HeardTogether } from './heard-together'

const SPOKEN_LENGTH = 300

/** Reads new messages of the open channel or thread to screen readers, politely; of many at once only how many. */
export function Announcer({ isHeard }: { isHeard: (message: Message) => boolean }) {
  const { client } = useServices()
  const text = useText()
  const names = useNames()
  const me = useMe()
  const [said, setSaid] = useState<Said>({ number: 0, messages: [] })
  const isHeardNow = useRef(isHeard)
  useEffect(() => {
    isHeardNow.current = isHeard
  }, [isHeard])
  useEffect(() => {
    const together = new HeardTogether((messages) => setSaid(({ number }) => ({ number: number + 1, messages })))
    const stop = client.onEvents((events) =>
      together.hear(
        events.flatMap((event: Event) =>
          event.type === 'message-created' && event.message.authorId !== me.id && isHeardNow.current(event.message)
            ? [event.message]
            : [],
        ),
      ),
    )
    return () => {
      stop()
      together.stop()
    }
  }, [client, me.id])
  const [first, ...more] = said.messages
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {/* The key: the same words said again are read again. */}
      {first && (
        <span key={said.number}>
          {more.length > 0
            ? text('web.conversation.unread', { count: said.messages.length })
            : text('web.conversation.announced', {
                name: names.personById(first.authorId),
                text: first.text.slice(0, SPOKEN_LENGTH),
              })}
        </span>
      )}
    </div>
  )
}

interface Said {
  readonly number: number
  readonly messages: readonly Message[]
}
