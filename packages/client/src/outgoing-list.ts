import type { ChannelId } from '@parley/protocol'
import type { OutgoingMessage, OutgoingStorage } from './outgoing-message'

type ByChannel = ReadonlyMap<ChannelId, readonly OutgoingMessage[]>

/** Messages on their way, by channel in the order of sending; what is not yet acknowledged lies in the storage, too. */
export class OutgoingList {
  private channels: ByChannel

  constructor(
    private readonly storage: OutgoingStorage | undefined,
    private readonly onChange: () => void,
  ) {
    this.channels = groupByChannel((storage?.load() ?? []).map((it) => (it.fileIds === null ? withoutFiles(it) : it)))
  }

  get byChannel(): ByChannel {
    return this.channels
  }

  get all(): readonly OutgoingMessage[] {
    return [...this.channels.values()].flat()
  }

  find(clientMessageId: string): OutgoingMessage | undefined {
    return this.all.find((message) => message.clientMessageId === clientMessageId)
  }

  /** The message of a channel that is to be sent next. */
  nextIn(channelId: ChannelId): OutgoingMessage | undefined {
    return this.of(channelId).find(({ status, fileIds }) => status === 'sending' && fileIds !== null)
  }

  put(message: OutgoingMessage): void {
    const others = this.of(message.channelId).filter((it) => it.clientMessageId !== message.clientMessageId)
    this.replace(message.channelId, [...others, message].toSorted(byCreation))
    // An acknowledged message is safe: after a reload the server itself shows it.
    if (message.status === 'sent') this.storage?.remove(message.clientMessageId)
    else this.storage?.save(message)
  }

  drop({ channelId, clientMessageId }: OutgoingMessage): void {
    this.replace(
      channelId,
      this.of(channelId).filter((it) => it.clientMessageId !== clientMessageId),
    )
    this.storage?.remove(clientMessageId)
  }

  private of(channelId: ChannelId): readonly OutgoingMessage[] {
    return this.channels.get(channelId) ?? []
  }

  private replace(channelId: ChannelId, messages: readonly OutgoingMessage[]): void {
    const next = new Map(this.channels).set(channelId, messages)
    if (messages.length === 0) next.delete(channelId)
    this.channels = next
    this.onChange()
  }
}

/** Its files were refused, or lost with the page that uploaded them: it cannot be sent. */
export function withoutFiles(message: OutgoingMessage): OutgoingMessage {
  return { ...message, status: 'failed', refusal: { code: 'file_incomplete', parameters: {}, message: '' } }
}

const byCreation = (one: OutgoingMessage, other: OutgoingMessage) => one.createdAtMs - other.createdAtMs

function groupByChannel(messages: readonly OutgoingMessage[]): ByChannel {
  const channels = new Map<ChannelId, OutgoingMessage[]>()
  for (const message of messages.toSorted(byCreation)) {
    const group = channels.get(message.channelId)
    if (group) group.push(message)
    else channels.set(message.channelId, [message])
  }
  return channels
}
