import type { Channel } from '@parley/protocol'
import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { findAssistantChannel } from '../../app/names'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useToast } from '../../components/toasts'
import { channelPath, conversationPath } from '../conversation/message-path'
import { nextUnread } from './next-unread'
import { useChannelSections } from './use-channel-sections'

/** Goes to the next channel with something unread, in the order of the sidebar. What is unread is asked when it goes. */
export function useNextUnread(): () => void {
  const text = useText()
  const toast = useToast()
  const { client } = useServices()
  const [path, navigate] = useLocation()
  const { starred, shared, direct } = useChannelSections()
  return useCallback(() => {
    const { session } = client.getState()
    if (!session) return
    const assistants = findAssistantChannel(session)
    const viewOf = ({ id }: Channel) => session.channels.get(id) ?? []
    const views = [...(assistants ? [assistants] : []), ...[...starred, ...shared, ...direct].flatMap(viewOf)]
    const next = nextUnread(views, conversationPath.exec(path)?.groups?.channelId)
    if (next) navigate(channelPath(next.channel.id))
    else toast({ text: text('web.nav.allRead') })
  }, [client, text, toast, path, navigate, starred, shared, direct])
}
