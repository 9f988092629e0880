import type { Channel } from '@parley/protocol'
import { useLocation } from 'wouter'
import { describeError } from '../../app/describe-error'
import { useLanguage, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useToast } from '../../components/toasts'
import { leaveChannel } from './leave-channel'

/** Leaves the channel from the page that this is called on. */
export function useLeave(channel: Channel): () => Promise<void> {
  const text = useText()
  const { client } = useServices()
  const language = useLanguage()
  const toast = useToast()
  const [, navigate] = useLocation()
  const fail = (error: unknown) => toast({ text: describeError(error, language).text })
  return () => leaveChannel(channel, { client, text, toast, navigate, fail })
}
