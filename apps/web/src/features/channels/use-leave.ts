import type { Channel } from '@parley/protocol'
import { useLocation } from 'wouter'
import { useFail } from '../../app/use-fail'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useToast } from '../../components/toasts'
import { leaveChannel } from './leave-channel'

/** Leaves the channel from the page that this is called on. */
export function useLeave(channel: Channel): () => Promise<void> {
  const text = useText()
  const { client } = useServices()
  const fail = useFail()
  const toast = useToast()
  const [, navigate] = useLocation()
  return () => leaveChannel(channel, { client, text, toast, navigate, fail })
}
