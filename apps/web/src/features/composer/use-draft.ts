import { useEffect, useState, useSyncExternalStore } from 'react'
import { useMe, useServices, useSession } from '../../app/use-services'
import { useConversation } from '../conversation/conversation-state'
import { DraftKeeper } from './draft-keeper'

export interface Drafting {
  readonly draft: string
  /** What stands there by now, also when the page has gone elsewhere since. */
  readDraft(): string
  setDraft(draft: string): void
}

/** What is written and not sent, by channel and by thread: kept over reloads, and on the person's other devices. */
export function useDraft(): Drafting {
  const { channelId, threadId } = useConversation()
  const draftHere = useSession(({ drafts }) => drafts.get(threadId ?? channelId))
  // Files may stand there alone.
  const kept = draftHere?.text ? draftHere : undefined
  const createKeeper = useCreateKeeper()
  const [keeper] = useState(() => createKeeper(kept))
  const draft = useSyncExternalStore(keeper.subscribe, keeper.getText)
  useEffect(() => {
    const hide = () => document.hidden && keeper.hide()
    keeper.start()
    document.addEventListener('visibilitychange', hide)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      keeper.leave()
    }
  }, [keeper])
  useEffect(() => keeper.hear(kept), [keeper, kept])
  return { draft, readDraft: keeper.getText, setDraft: (next) => keeper.write(next) }
}

type Kept = ConstructorParameters<typeof DraftKeeper>[0]['kept']

function useCreateKeeper(): (kept: Kept) => DraftKeeper {
  const { storage, client } = useServices()
  const { channelId, threadId } = useConversation()
  const { id } = useMe()
  const key = `parley.draft.${id}.${threadId ?? channelId}`
  return (kept) =>
    new DraftKeeper({
      kept,
      place: {
        read: () => storage.getItem(key),
        write: (text) => (text === null ? storage.removeItem(key) : storage.setItem(key, text)),
      },
      save: async (text) => {
        const { draft } = await client.command('drafts.save', { channelId, threadId, text })
        return draft.savedAt
      },
    })
}
