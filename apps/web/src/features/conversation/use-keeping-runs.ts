import type { Message } from '@parley/protocol'
import { useMemo } from 'react'
import { useCommand } from '../../app/use-command'
import { useOverlay } from '../../app/use-overlay'
import { useMe, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { mayPin } from '../moderation/channel-rights'
import type { MessageRuns } from './message-action-table'
import { isShownInChannel } from './use-channel-feed'

/** What brings readers back to a message: unread again, kept for later, a reminder, pinned for all. */
export function useKeepingRuns(message: Message): MessageRuns {
  const unread = useUnreadRuns(message)
  const save = useSaveRuns(message)
  const pin = usePinRuns(message)
  const { open } = useOverlay()
  return useMemo(() => {
    const remind = () => open({ kind: 'remind', message })
    return { ...unread, ...save, ...pin, remind }
  }, [unread, save, pin, open, message])
}

/** Nothing for a reply that only its thread shows: threads are read for themselves. */
function useUnreadRuns(message: Message): MessageRuns {
  const text = useText()
  const command = useCommand()
  const { channelId, messageNumber } = message
  const isOfChannel = isShownInChannel(message)
  return useMemo(() => {
    const body = { channelId, messageNumber }
    const unread = () => command('channels.markUnread', body, { text: text('web.message.markedUnread') })
    return isOfChannel ? { unread } : {}
  }, [text, command, channelId, messageNumber, isOfChannel])
}

function useSaveRuns({ id: messageId }: Message): MessageRuns {
  const text = useText()
  const command = useCommand()
  const isSaved = useSession(({ savedMessageIds }) => savedMessageIds.has(messageId))
  return useMemo(() => {
    const change = (saved: boolean) => () =>
      command(
        'messages.save',
        { messageId, isSaved: saved },
        { text: text(saved ? 'web.message.savedToast' : 'web.message.unsavedToast'), onUndo: change(!saved) },
      )
    return isSaved ? { unsave: change(false) } : { save: change(true) }
  }, [text, command, messageId, isSaved])
}

function usePinRuns({ id: messageId, channelId, pinnedAt }: Message): MessageRuns {
  const text = useText()
  const command = useCommand()
  const me = useMe()
  const isOffered = useSession(({ channels }) => {
    const view = channels.get(channelId)
    return view !== undefined && mayPin(view, me)
  })
  return useMemo(() => {
    const change = (pinned: boolean) => () =>
      command(
        'messages.pin',
        { messageId, isPinned: pinned },
        { text: text(pinned ? 'web.message.pinnedToast' : 'web.message.unpinnedToast'), onUndo: change(!pinned) },
      )
    if (!isOffered) return {}
    return pinnedAt ? { unpin: change(false) } : { pin: change(true) }
  }, [text, command, messageId, pinnedAt, isOffered])
}
