import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { findAssistantChannel } from '../../app/names'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useToast } from '../../components/toasts'
import { channelPath, conversationPath } from '../conversation/message-path'
import { nextUnread } from './next-unread'
import { useSortedChannels } from './use-sorted-channels'

/** Goes to the next channel with something unread, in the order of the sidebar. */
export function useNextUnread(): () => void {
  const text = useText()
  const toast = useToast()
  const [path, navigate] = useLocation()
  const { starred, shared, direct } = useSortedChannels()
  const assistants = useSession(findAssistantChannel)
  return useCallback(() => {
    const views = [...(assistants ? [assistants] : []), ...starred, ...shared, ...direct]
    const next = nextUnread(views, conversationPath.exec(path)?.groups?.channelId)
    if (next) navigate(channelPath(next.channel.id))
    else toast({ text: text('web.nav.allRead') })
  }, [text, toast, path, navigate, assistants, starred, shared, direct])
}
