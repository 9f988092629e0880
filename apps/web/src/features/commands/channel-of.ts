import type { ChannelView } from '@parley/client'
import { type CommandCall, sessionOf } from './command-call'

/** Where the command was given. */
export function channelOf(call: CommandCall): ChannelView {
  const view = sessionOf(call).channels.get(call.channelId)
  if (!view) throw new Error('commands are given in a channel that one is in')
  return view
}
