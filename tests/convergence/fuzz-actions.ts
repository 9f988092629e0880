import { randomUUID } from 'node:crypto'
import type { ChannelView } from '@parley/client'
import { type ChannelId, type Message, ParleyError } from '@parley/protocol'
import type { FuzzClient } from './fuzz-client'
import { fuzzProgramActions } from './fuzz-program-actions'
import { pick } from './pick'

/** Who is there to act and be acted upon, and where chance comes from. */
export interface FuzzWorld {
  readonly clients: readonly FuzzClient[]
  readonly channelIds: readonly ChannelId[]
  /** Of incoming webhooks into these channels. */
  readonly hookAddresses: readonly string[]
  readonly assistantId: string
  /** A number from 0 to 1. */
  readonly random: () => number
}

export interface FuzzAction {
  readonly name: string
  readonly weight: number
  run(actor: FuzzClient, world: FuzzWorld): Promise<unknown> | undefined
}

/** Refusals that a person gets who is a little late: somebody else deleted, left or removed meanwhile. */
const expectedRefusals = new Set([
  'not_found',
  'not_a_member',
  'forbidden',
  'channel_archived',
  'channel_name_taken',
  'poll_closed',
  'handle_taken',
])

/** Runs an action as its person would; whatever is not a refusal is a fault. */
export async function perform(action: FuzzAction, actor: FuzzClient, world: FuzzWorld): Promise<void> {
  try {
    await action.run(actor, world)
  } catch (error) {
    if (!(error instanceof ParleyError) || !expectedRefusals.has(error.code)) throw error
  }
}

/** Any channel but the owner's dialogue with the assistant, who would answer there. */
function viewOf(actor: FuzzClient, { random, assistantId }: FuzzWorld): ChannelView | undefined {
  const views = [...actor.state().channels.values()]
  const among = views.filter(({ channel }) => !channel.directUserIds?.some((id) => id === assistantId))
  return pick(among, random)
}

function messageOf(actor: FuzzClient, world: FuzzWorld, isMeant: (message: Message) => boolean): Message | undefined {
  const messages = viewOf(actor, world)?.window.messages ?? []
  return pick(
    messages.filter((message) => message.deletedAt === null && isMeant(message)),
    world.random,
  )
}

const ownMessage = (actor: FuzzClient, world: FuzzWorld) =>
  messageOf(actor, world, (message) => message.authorId === actor.person.user.id)

export const fuzzActions: readonly FuzzAction[] = [
  {
    name: 'send',
    weight: 30,
    run: async (actor, world) => {
      const view = viewOf(actor, world)
      if (view) actor.client.send(view.channel.id, `${actor.person.user.name}：第 ${randomUUID()} 条`)
    },
  },
  {
    name: 'reply',
    weight: 8,
    run: async (actor, world) => {
      const root = messageOf(actor, world, (message) => message.threadId === null)
      const named = pick(world.clients, world.random)?.person.user.name ?? ''
      const text = world.random() < 0.3 ? `@${named} ${randomUUID()}` : `re ${randomUUID()}`
      const isAlsoInChannel = world.random() < 0.2
      if (root) actor.client.send(root.channelId, text, { threadId: root.id, isAlsoInChannel })
    },
  },
  {
    name: 'mention',
    weight: 8,
    run: async (actor, world) => {
      const view = viewOf(actor, world)
      const named = pick(world.clients, world.random)?.person.user.name ?? ''
      const text = world.random() < 0.2 ? `@所有人 ${randomUUID()}` : `@${named} ${randomUUID()}`
      if (view) actor.client.send(view.channel.id, text)
    },
  },
  {
    name: 'react',
    weight: 10,
    run: (actor, world) => {
      const message = messageOf(actor, world, () => true)
      const emoji = pick(['👍', '🎉', '❤️'], world.random) ?? '👍'
      const isAdded = world.random() < 0.6
      return message && actor.client.command('messages.react', { messageId: message.id, emoji, isAdded })
    },
  },
  {
    name: 'pin',
    weight: 3,
    run: (actor, world) => {
      const message = messageOf(actor, world, () => true)
      return message && actor.client.command('messages.pin', { messageId: message.id, isPinned: world.random() < 0.6 })
    },
  },
  {
    name: 'ask for a vote',
    weight: 3,
    run: (actor, world) => {
      const view = viewOf(actor, world)
      const isAnonymous = world.random() < 0.5
      const poll = { question: `poll ${randomUUID()}`, options: ['one', 'two', 'three'], isAnonymous }
      const clientMessageId = randomUUID()
      return view && actor.client.command('polls.create', { ...poll, channelId: view.channel.id, clientMessageId })
    },
  },
  {
    name: 'vote, or close the vote',
    weight: 8,
    run: (actor, world) => {
      const message = messageOf(actor, world, ({ poll }) => poll !== undefined)
      if (!message) return undefined
      const messageId = message.id
      if (world.random() < 0.1) return actor.client.command('polls.close', { messageId })
      const options = world.random() < 0.8 ? [Math.floor(world.random() * 3)] : []
      return actor.client.command('polls.vote', { messageId, options })
    },
  },
  {
    name: 'save for later',
    weight: 3,
    run: (actor, world) => {
      const message = messageOf(actor, world, () => true)
      return message && actor.client.command('messages.save', { messageId: message.id, isSaved: world.random() < 0.7 })
    },
  },
  {
    name: 'open a thread',
    weight: 4,
    run: async (actor, world) => {
      const root = messageOf(actor, world, (message) => message.replyCount > 0)
      const around = world.random() < 0.3 ? root?.seq : undefined
      if (root) await actor.client.openThread(root.channelId, root.id, around)
    },
  },
  {
    name: 'read or follow a thread',
    weight: 5,
    run: async (actor, world) => {
      const thread = pick([...actor.state().threads.values()], world.random)
      if (!thread) return
      const { threadId, replyCount } = thread
      const isFollowing = world.random() < 0.5
      const replyNumber = 1 + Math.floor(world.random() * replyCount)
      const chance = world.random()
      if (chance < 0.4) await actor.client.command('threads.follow', { threadId, isFollowing })
      else if (chance < 0.6) await actor.client.command('threads.markUnread', { threadId, replyNumber })
      else await actor.client.command('threads.markRead', { threadId, replyNumber: replyCount })
    },
  },
  {
    name: 'mark unread',
    weight: 4,
    run: (actor, world) => {
      const view = viewOf(actor, world)
      const messageNumber = 1 + Math.floor(world.random() * (view?.lastMessageNumber ?? 0))
      return view && actor.client.command('channels.markUnread', { channelId: view.channel.id, messageNumber })
    },
  },
  {
    name: 'mute or star',
    weight: 2,
    run: (actor, world) => {
      const view = viewOf(actor, world)
      const [isMuted, isStarred] = [world.random() < 0.5, world.random() < 0.5]
      return view && actor.client.command('channels.setPreferences', { channelId: view.channel.id, isMuted, isStarred })
    },
  },
  {
    name: 'do not disturb',
    weight: 2,
    run: (actor, world) => {
      const until = world.random() < 0.6 ? new Date(Date.now() + 60_000).toISOString() : null
      const quietHours = world.random() < 0.5 ? [{ days: [6, 7], from: '22:00', to: '08:00' }] : []
      return actor.client.command('users.setDoNotDisturb', { until, quietHours })
    },
  },
  {
    name: 'begin to write',
    weight: 3,
    run: (actor, world) => {
      const view = viewOf(actor, world)
      const text = world.random() < 0.7 ? `draft ${randomUUID()}` : ''
      return view && actor.client.command('drafts.save', { channelId: view.channel.id, text })
    },
  },
  {
    name: 'edit',
    weight: 12,
    run: (actor, world) => {
      const message = ownMessage(actor, world)
      return message && actor.client.command('messages.edit', { messageId: message.id, text: `new ${randomUUID()}` })
    },
  },
  {
    name: 'delete',
    weight: 6,
    run: (actor, world) => {
      const message = ownMessage(actor, world)
      return message && actor.client.command('messages.delete', { messageId: message.id })
    },
  },
  {
    name: 'withdraw',
    weight: 3,
    run: (actor, world) => {
      const message = ownMessage(actor, world)
      return (
        message &&
        actor.client.command('messages.withdraw', {
          ...{ channelId: message.channelId, clientMessageId: message.clientMessageId },
        })
      )
    },
  },
  {
    name: 'mark read',
    weight: 8,
    run: (actor, world) => {
      const view = viewOf(actor, world)
      const messageNumber = Math.floor(world.random() * ((view?.lastMessageNumber ?? 0) + 1))
      return view && actor.client.command('channels.markRead', { channelId: view.channel.id, messageNumber })
    },
  },
  {
    name: 'scroll up',
    weight: 4,
    run: (actor, world) => {
      const view = viewOf(actor, world)
      return view && actor.client.loadOlder(view.channel.id)
    },
  },
  {
    name: 'scroll down',
    weight: 4,
    run: (actor, world) => {
      const view = viewOf(actor, world)
      return view && actor.client.loadNewer(view.channel.id)
    },
  },
  {
    name: 'jump elsewhere in the channel',
    weight: 4,
    run: (actor, world) => {
      const view = viewOf(actor, world)
      const seq = world.random() < 0.3 ? null : 1 + Math.floor(world.random() * (view?.cursor ?? 0))
      return view && actor.client.loadAround(view.channel.id, seq)
    },
  },
  {
    name: 'turn to something else',
    weight: 2,
    run: async (actor, world) => {
      const view = viewOf(actor, world)
      if (view) actor.client.leaveChannel(view.channel.id)
    },
  },
  {
    name: 'make a task',
    weight: 5,
    run: (actor, world) => {
      const view = viewOf(actor, world)
      const assignee = pick(world.clients, world.random)
      const task = {
        title: `Task ${randomUUID()}`,
        ...(view && world.random() < 0.6 && { channelId: view.channel.id }),
        ...(assignee && world.random() < 0.6 && { assigneeId: assignee.person.user.id }),
      }
      return maybeTwice(world, (known) => actor.client.command('tasks.create', { ...task, ...known }))
    },
  },
  {
    name: 'plan a reminder or a message',
    weight: 3,
    run: (actor, world) => {
      const view = viewOf(actor, world)
      const text = `later ${randomUUID()}`
      const dueAt = new Date(Date.now() + 86_400_000).toISOString()
      if (!view || world.random() < 0.5)
        return maybeTwice(world, (known) => actor.client.command('reminders.create', { text, dueAt, ...known }))
      const letter = { channelId: view.channel.id, text, sendAt: dueAt }
      return maybeTwice(world, (known) => actor.client.command('messages.schedule', { ...letter, ...known }))
    },
  },
  {
    name: 'change a task',
    weight: 5,
    run: (actor, world) => {
      const task = pick([...actor.state().tasks.values()], world.random)
      const assignee = pick(world.clients, world.random)
      if (!task || !assignee) return undefined
      const change = world.random() < 0.4 ? { status: 'done' as const } : { assigneeId: assignee.person.user.id }
      return actor.client.command('tasks.update', { taskId: task.id, ...change })
    },
  },
  {
    name: 'leave',
    weight: 3,
    run: (actor, world) => {
      const channelId = pick(world.channelIds, world.random)
      const userId = actor.person.user.id
      return channelId ? actor.client.command('channels.removeMember', { channelId, userId }) : undefined
    },
  },
  {
    name: 'join',
    weight: 5,
    run: (actor, world) => {
      const channelId = pick(world.channelIds, world.random)
      return channelId ? actor.client.command('channels.join', { channelId }) : undefined
    },
  },
  {
    name: 'bring somebody in',
    weight: 4,
    run: (actor, world) => changeMember(actor, world, 'channels.addMember'),
  },
  {
    name: 'take somebody out',
    weight: 2,
    run: (actor, world) => changeMember(actor, world, 'channels.removeMember'),
  },
  {
    name: 'rename',
    weight: 2,
    run: (actor, world) => {
      const view = viewOf(actor, world)
      const [topic, purpose] = [`topic ${randomUUID()}`, `purpose ${randomUUID()}`]
      return view && actor.client.command('channels.update', { channelId: view.channel.id, topic, purpose })
    },
  },
  {
    name: 'change the profile',
    weight: 2,
    run: (actor) => actor.client.command('users.updateProfile', { name: `N${randomUUID().slice(0, 8)}` }),
  },
  {
    name: 'set or clear the status',
    weight: 3,
    run: (actor, world) => {
      const text = world.random() < 0.7 ? `at ${randomUUID()}` : ''
      const expiresAt = world.random() < 0.5 ? new Date(Date.now() + 100).toISOString() : null
      return actor.client.command('users.setStatus', { text, expiresAt })
    },
  },
  {
    name: 'change a rule or a moderator',
    weight: 2,
    run: (actor, world) => {
      const view = viewOf(actor, world)
      const somebody = pick(world.clients, world.random)
      if (!view || !somebody) return undefined
      const { id: channelId } = view.channel
      const pin = world.random() < 0.5 ? 'members' : 'moderators'
      if (world.random() < 0.5)
        return actor.client.command('channels.setRules', { channelId, pin, suggestsAnswers: pin === 'members' })
      const about = { channelId, userId: somebody.person.user.id, isModerator: world.random() < 0.6 }
      return actor.client.command('channels.setModerator', about)
    },
  },
  {
    name: 'open a direct channel',
    weight: 1,
    run: (actor, world) => {
      const other = pick(world.clients, world.random)
      const isOther = other && other !== actor
      return isOther ? actor.client.command('channels.openDirect', { userIds: [other.person.user.id] }) : undefined
    },
  },
  ...fuzzProgramActions,
  {
    name: 'lose the connection',
    weight: 6,
    run: async (actor) => actor.disconnect(),
  },
  {
    name: 'look again',
    weight: 4,
    run: async (actor) => actor.client.wake(),
  },
]

/** As a client does that has lost an answer. */
function maybeTwice(
  { random }: FuzzWorld,
  give: (known: { readonly clientCommandId: string }) => Promise<unknown>,
): Promise<unknown> {
  const clientCommandId = randomUUID()
  return Promise.all(Array.from({ length: random() < 0.3 ? 2 : 1 }, () => give({ clientCommandId })))
}

function changeMember(actor: FuzzClient, world: FuzzWorld, command: 'channels.addMember' | 'channels.removeMember') {
  const channelId = pick(world.channelIds, world.random)
  const somebody = pick([...world.clients.map((client) => client.person.user.id), world.assistantId], world.random)
  return channelId && somebody
    ? actor.client.command(command, { channelId, userId: somebody as FuzzClient['person']['user']['id'] })
    : undefined
}

const totalWeight = fuzzActions.reduce((total, action) => total + action.weight, 0)

export function chooseAction(random: () => number): FuzzAction {
  let left = random() * totalWeight
  for (const action of fuzzActions) {
    left -= action.weight
    if (left < 0) return action
  }
  throw new Error('chance gave a number of 1 or more')
}
