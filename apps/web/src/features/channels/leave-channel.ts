import type { ParleyClient } from '@parley/client'
import type { Channel } from '@parley/protocol'
import { until } from '../../app/until'
import type { Text } from '../../app/use-text'
import type { Toast } from '../../components/toasts'

export interface LeavingPage {
  readonly client: ParleyClient
  readonly text: Text
  toast(toast: Toast): void
  navigate(path: string): void
  fail(error: unknown): void
}

/** A public channel can be joined again with "Undo"; a private one only by those who are in it. */
export async function leaveChannel(channel: Channel, page: LeavingPage): Promise<void> {
  const { client, text, toast, navigate, fail } = page
  const me = client.getState().session?.me
  if (!me) return
  const rejoin = () => void client.command('channels.join', { channelId: channel.id }).catch(fail)
  await client.command('channels.removeMember', { channelId: channel.id, userId: me.id })
  const said = text('web.channel.left', { channel: channel.name })
  toast(channel.kind === 'public' ? { text: said, onUndo: rejoin } : { text: said })
  // The event may come after the answer, and the start page leads to the channel read last while one is in it.
  await until(client.subscribe, () => !client.getState().session?.channels.has(channel.id))
  navigate('/')
}
