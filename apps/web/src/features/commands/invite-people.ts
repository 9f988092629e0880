import type { UserId } from '@parley/protocol'
import { mayDismiss } from '../moderation/channel-rights'
import { channelOf } from './channel-of'
import { type CommandCall, CommandProblem, sessionOf } from './command-call'
import { findPeople } from './find-people'

/** Brings people and groups into this channel; without names, lets them be chosen. */
export async function invitePeople(call: CommandCall): Promise<void> {
  const { channelId, words, services, text, open, names } = call
  const { channel } = channelOf(call)
  if (channel.kind === 'direct') throw new CommandProblem(text('web.commands.invite.direct'))
  if (words === '') return open({ kind: 'add-members', channelId })
  const named = await findPeople(words, call)
  const { userIds } = await services.http.query('channels.members', { channelId })
  const fresh = named.filter((id) => !userIds.includes(id))
  if (fresh.length === 0) {
    throw new CommandProblem(text('web.commands.invite.already', { names: names.list(named) }))
  }
  for (const userId of fresh) await services.client.command('channels.addMember', { channelId, userId })
  tell(call, fresh)
}

/** Members bring others in; only who may take them out again is offered that. */
function tell(call: CommandCall, userIds: readonly UserId[]) {
  const { channelId, services, text, names, toast, fail } = call
  const { me, users } = sessionOf(call)
  const view = channelOf(call)
  const remove = async () => {
    for (const userId of userIds) await services.client.command('channels.removeMember', { channelId, userId })
  }
  const all = names.list(userIds)
  const mayUndo = userIds.every((id) => mayDismiss(view, me, users.get(id)))
  const said = text('web.commands.invite.done', { names: all })
  toast({ text: said, ...(mayUndo && { onUndo: () => void remove().catch(fail) }) })
}
