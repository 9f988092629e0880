import type { ChannelId, Message } from '@parley/protocol'
import type { Actor } from '../actor'
import { markRead } from '../commands/channels/move-read-position'
import type { Services } from '../services'
import type { DemoChannel, DemoMessage } from './demo-channel'
import type { Troupe } from './invite-people'
import { demoInstant } from './working-days'

export interface Stage {
  readonly services: Services
  readonly owner: Actor
  readonly people: Troupe
  /** What the days of the talk are counted from. */
  readonly now: Date
}

/** The newest messages of a channel that the owner still has to read. */
const LEFT_UNREAD = 2

/** A channel's talk, by the one door for messages, each at its own time; what was said before is not said twice. */
export async function sayEverything(stage: Stage, channelId: ChannelId, channel: DemoChannel): Promise<void> {
  const said = new Map<string, Message>()
  for (const [index, line] of channel.talk.entries()) {
    said.set(line.text, await say(stage, channelId, `demo/${channel.key}/${index}`, line, said))
  }
  const last = Math.max(0, ...[...said.values()].map(({ messageNumber }) => messageNumber))
  await readChannel(stage, channelId, channel, last)
}

async function say(
  { services, people, now }: Stage,
  channelId: ChannelId,
  clientMessageId: string,
  { by, at, text, replyTo }: DemoMessage,
  said: ReadonlyMap<string, Message>,
): Promise<Message> {
  const author = people[by]
  const root = replyTo === undefined ? undefined : said.get(replyTo)
  if (replyTo !== undefined && !root) throw new Error(`nobody has said: ${replyTo}`)
  return services.store.messages.store({
    workspaceId: author.workspaceId,
    channelId,
    authorId: author.userId,
    clientMessageId,
    threadId: root?.id ?? null,
    text,
    card: null,
    createdAt: demoInstant(at, now),
  })
}

async function readChannel(
  { services, owner, people }: Stage,
  channelId: ChannelId,
  channel: DemoChannel,
  last: number,
) {
  for (const key of channel.members) await markRead(services, people[key], { channelId, messageNumber: last })
  const messageNumber = last - LEFT_UNREAD
  if (messageNumber > 0) await markRead(services, owner, { channelId, messageNumber })
}
