import { leaveChannel } from '../channels/leave-channel'
import { channelOf } from './channel-of'
import { type CommandCall, CommandProblem } from './command-call'

export async function leaveThisChannel(call: CommandCall): Promise<void> {
  const { channel } = channelOf(call)
  if (channel.kind === 'direct') throw new CommandProblem(call.text('web.commands.leave.direct'))
  if (channel.kind === 'private') call.open({ kind: 'leave', channel })
  else await leaveChannel(channel, { ...call, client: call.services.client })
}
