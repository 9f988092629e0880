import type { ChannelId, QueryParameters } from '@parley/protocol'
import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useToast } from '../../components/toasts'
import { channelPath } from './message-path'

/** By time, by message number, or the very first message. */
export type JumpPlace = Omit<QueryParameters<'messages.locate'>, 'channelId'>

/** Leads to a place of a channel: the address says which message, so that Back leads back. */
export function useJump(channelId: ChannelId): (place: JumpPlace) => Promise<void> {
  const text = useText()
  const toast = useToast()
  const { http } = useServices()
  const [, navigate] = useLocation()
  return useCallback(
    async (place) => {
      const { seq } = await http.query('messages.locate', { channelId, ...place })
      if (seq === null) toast({ text: text('web.jump.nothing') })
      else navigate(`${channelPath(channelId)}/m/${seq}`)
    },
    [text, toast, http, navigate, channelId],
  )
}
