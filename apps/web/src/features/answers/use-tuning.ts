import type { CollectionId, QueryAnswer } from '@parley/protocol'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useToast } from '../../components/toasts'

export type Replay = QueryAnswer<'answers.replay'>

/** What can be done about a collection's weight, one thing at a time. */
export function useTuning(collectionId: CollectionId, onChanged: () => void) {
  const { client } = useServices()
  const text = useText()
  const toast = useToast()
  const [replay, setReplay] = useState<Replay | null>(null)
  const changed = () => {
    setReplay(null)
    onChanged()
  }
  const taking = useAction(async () => {
    const { isTaken } = await client.command('answers.tune', { collectionId })
    // What people asked and said meanwhile is counted too, and may have decided otherwise.
    if (!isTaken) toast({ text: text('web.tunings.notTaken') })
    changed()
  })
  const undoing = useAction(async () => {
    await client.command('answers.untune', { collectionId })
    changed()
  })
  const asking = useAction(async () => setReplay(await client.query('answers.replay', { collectionId })))
  return {
    ...{ replay, isReplaying: asking.isRunning },
    isBusy: asking.isRunning || taking.isRunning || undoing.isRunning,
    error: asking.error ?? taking.error ?? undoing.error,
    ask: () => void asking.run(),
    take: () => void taking.run(),
    undo: () => void undoing.run(),
  }
}
