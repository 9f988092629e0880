import { channelOf } from './channel-of'
import type { CommandCall } from './command-call'

/** Given again, it takes the mute off. */
export async function muteChannel(call: CommandCall): Promise<void> {
  const { channelId, services, text, names, toast, fail } = call
  const { channel, isMuted } = channelOf(call)
  const set = (muted: boolean) => services.client.command('channels.setPreferences', { channelId, isMuted: muted })
  await set(!isMuted)
  const said = isMuted ? 'web.commands.mute.off' : 'web.commands.mute.on'
  toast({ text: text(said, { channel: names.channel(channel) }), onUndo: () => void set(isMuted).catch(fail) })
}
