import type { Message } from '@parley/protocol'
import { useCallback, useState } from 'react'
import { useSession } from '../../app/use-services'
import { type Reactions, useReactions } from './use-reactions'

export interface Reacting {
  readonly reactions: Reactions
  readonly isPicking: boolean
  /** Opens the emoji picker; null where nobody may react. */
  readonly open: (() => void) | null
  close(): void
}

/** Reacting to one message, and whether the emoji picker is open for it. */
export function useReacting(message: Message): Reacting {
  const reactions = useReactions(message)
  const [isPicking, setIsPicking] = useState(false)
  const isOpenForAll = useSession(({ channels }) => channels.get(message.channelId)?.channel.archivedAt === null)
  const open = useCallback(() => setIsPicking(true), [])
  const close = useCallback(() => setIsPicking(false), [])
  return { reactions, isPicking, open: isOpenForAll ? open : null, close }
}
