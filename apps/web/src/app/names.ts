import type { ChannelView, ClientState } from '@parley/client'
import type { Channel, Language, User, UserId } from '@parley/protocol'

/** The assistant is called by its role in the reader's language, everybody else by their name. */
export const personName = (user: Pick<User, 'name' | 'kind'>, assistantName: string): string =>
  user.kind === 'assistant' ? assistantName : user.name

type People = Pick<ClientState, 'me' | 'users'>

/** The other people of a direct channel; oneself in the channel with oneself. */
export function directPartners(channel: Channel, { me, users }: People): readonly User[] {
  const ids = channel.directUserIds ?? []
  const others = ids.filter((id) => id !== me.id)
  return (others.length > 0 ? others : ids).flatMap((id) => users.get(id) ?? [])
}

export const findAssistant = (users: ReadonlyMap<UserId, User>): User | undefined =>
  [...users.values()].find((user) => user.kind === 'assistant' && user.isActive)

/** The direct channel of this person and the assistant alone. */
export function findAssistantChannel(session: ClientState): ChannelView | undefined {
  return [...session.channels.values()].find(({ channel }) => {
    const partners = channel.kind === 'direct' ? directPartners(channel, session) : []
    return partners.length === 1 && partners[0]?.kind === 'assistant'
  })
}

/** Sorts as readers of the language expect it: Chinese by pinyin. */
export function byName(language: Language): (one: string, other: string) => number {
  const collator = new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en', { numeric: true, sensitivity: 'base' })
  return (one, other) => collator.compare(one, other)
}
