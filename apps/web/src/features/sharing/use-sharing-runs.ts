import type { Message } from '@parley/protocol'
import { useMemo } from 'react'
import { useOverlay } from '../../app/use-overlay'
import { composerId, useConversation } from '../conversation/conversation-state'
import type { MessageRuns } from '../conversation/message-action-table'
import { useAttribution } from './use-attribution'

/** Words carried elsewhere: into the reply below, or into another conversation. */
export function useSharingRuns(message: Message): MessageRuns {
  const { open } = useOverlay()
  const { threadId } = useConversation()
  const attributionOf = useAttribution()
  return useMemo(() => {
    const quote = async () => {
      const [{ quoteOf }, { quoteIntoComposer }] = await Promise.all([
        import('./quote-of'),
        import('./quote-into-composer'),
      ])
      quoteIntoComposer(composerId(threadId), quoteOf(message, attributionOf(message)))
    }
    return { quote: () => void quote(), forward: () => open({ kind: 'forward', message }) }
  }, [open, threadId, attributionOf, message])
}
