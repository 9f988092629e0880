import type { Channel, QueryAnswer } from '@parley/protocol'
import { type CommandCall, CommandProblem } from './command-call'

/** By name; without one, what there is to join. */
export async function joinChannel(call: CommandCall): Promise<void> {
  const { words, services, navigate, open } = call
  const name = words.replace(/^[#＃]/, '').trim()
  if (name === '') return open({ kind: 'browse' })
  const channel = await findListed(call, name)
  if (!channel.isMember) await services.client.command('channels.join', { channelId: channel.id })
  navigate(`/c/${channel.id}`)
  if (!channel.isMember) tell(call, channel)
}

async function findListed({ services, text }: CommandCall, name: string) {
  const { channels } = await services.http.query('channels.list', {})
  const shared = channels.filter(({ kind, archivedAt }) => kind !== 'direct' && !archivedAt)
  const found = shared.find((it) => it.name.toLowerCase() === name.toLowerCase()) ?? onlyOne(shared, name)
  if (!found) throw new CommandProblem(text('web.commands.noChannel', { name }))
  return found
}

function onlyOne(channels: QueryAnswer<'channels.list'>['channels'], name: string) {
  const similar = channels.filter((it) => it.name.toLowerCase().includes(name.toLowerCase()))
  return similar.length === 1 ? similar[0] : undefined
}

function tell({ services, text, toast, navigate, fail }: CommandCall, { id: channelId, name }: Channel) {
  const leave = async () => {
    const me = services.client.getState().session?.me
    if (me) await services.client.command('channels.removeMember', { channelId, userId: me.id })
    navigate('/')
  }
  toast({ text: text('web.commands.join.done', { channel: name }), onUndo: () => void leave().catch(fail) })
}
