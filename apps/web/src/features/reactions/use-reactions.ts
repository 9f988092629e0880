import type { Message, Reaction } from '@parley/protocol'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useFail } from '../../app/use-fail'
import { useMe, useServices } from '../../app/use-services'
import { hasMine, nothingPending, stillPending, withPending } from './with-pending'

export interface Reactions {
  readonly shown: readonly Reaction[]
  /** Shows the change at once; it goes back when the server refuses. */
  toggle(emoji: string): void
}

export function useReactions({ id, reactions }: Pick<Message, 'id' | 'reactions'>): Reactions {
  const { client } = useServices()
  const me = useMe()
  const fail = useFail()
  const [pending, setPending] = useState(nothingPending)
  /** One after the other: two quick clicks must not overtake each other. */
  const last = useRef<Promise<unknown>>(Promise.resolve())
  useEffect(() => setPending((before) => stillPending(before, reactions, me.id)), [reactions, me.id])
  const shown = useMemo(() => withPending(reactions, pending, me.id), [reactions, pending, me.id])
  const toggle = useCallback(
    (emoji: string) => {
      const isAdded = !hasMine(shown, emoji, me.id)
      setPending((before) => new Map(before).set(emoji, isAdded))
      const react = () => client.command('messages.react', { messageId: id, emoji, isAdded })
      last.current = last.current.then(react).catch((error: unknown) => {
        setPending((before) => new Map([...before].filter(([key]) => key !== emoji)))
        fail(error)
      })
    },
    [client, id, shown, me.id, fail],
  )
  return { shown, toggle }
}
