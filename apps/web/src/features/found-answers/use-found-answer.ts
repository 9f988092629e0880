import type { CommandAnswer, MessageId } from '@parley/protocol'
import { useEffect, useState } from 'react'
import type { Loaded } from '../../app/use-reading'
import { useServices } from '../../app/use-services'

export type FoundAnswer = CommandAnswer<'assistant.lookInto'>

/** Looks for an answer when it is opened, and anew when it is asked to. */
export function useFoundAnswer(messageId: MessageId) {
  const { client } = useServices()
  const [loaded, setLoaded] = useState<Loaded<FoundAnswer>>({ phase: 'loading' })
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round looks again
  useEffect(() => {
    let isWanted = true
    const keep = (next: Loaded<FoundAnswer>) => isWanted && setLoaded(next)
    client.command('assistant.lookInto', { messageId }).then(
      (answer) => keep({ phase: 'ready', answer }),
      (error: unknown) => keep({ phase: 'failed', error }),
    )
    return () => {
      isWanted = false
    }
  }, [client, messageId, round])
  const again = () => {
    setLoaded({ phase: 'loading' })
    setRound((before) => before + 1)
  }
  return { loaded, again }
}
