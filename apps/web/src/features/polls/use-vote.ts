import type { Message, Poll } from '@parley/protocol'
import { useEffect, useState } from 'react'
import { useCommand } from '../../app/use-command'
import { useQuery } from '../../app/use-query'
import { useMe } from '../../app/use-services'

export interface Vote {
  /** What the reader chose: positions among the options. */
  readonly chosen: readonly number[]
  toggle(option: number): void
}

/** The reader's vote in a poll whose voters are told. */
export function useNamedVote({ id: messageId }: Message, poll: Poll): Vote {
  const me = useMe()
  const command = useCommand()
  const chosen = poll.options.flatMap(({ voterIds }, option) => (voterIds.includes(me.id) ? [option] : []))
  return { chosen, toggle: (option) => command('polls.vote', { messageId, options: toggled(chosen, option, poll) }) }
}

/** Of an anonymous poll the server tells the reader alone, asked again whenever the counts change. */
export function useSecretVote({ id: messageId }: Message, poll: Poll): Vote {
  const command = useCommand()
  const counts = poll.options.map(({ count }) => count).join()
  const { loaded } = useOwnVote(messageId, counts)
  const chosen = loaded.phase === 'ready' ? loaded.answer.options : []
  const toggle = (option: number) => {
    if (loaded.phase === 'ready') command('polls.vote', { messageId, options: toggled(chosen, option, poll) })
  }
  return { chosen, toggle }
}

/** A vote that moves from one option to another changes the counts: they stand for the question's freshness. */
function useOwnVote(messageId: Message['id'], counts: string) {
  const query = useQuery('polls.own', { messageId })
  const [seen, setSeen] = useState(counts)
  useEffect(() => {
    if (seen === counts) return
    setSeen(counts)
    query.reload()
  }, [seen, counts, query])
  return query
}

function toggled(chosen: readonly number[], option: number, { isMultiple }: Poll): number[] {
  if (chosen.includes(option)) return chosen.filter((it) => it !== option)
  return isMultiple ? [...chosen, option] : [option]
}
