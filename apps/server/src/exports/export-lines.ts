import type { Message, MessageCard, Poll } from '@parley/protocol'
import type { Selectable } from 'kysely'
import type { ArchivedChannel, ArchivedMessage, ArchivedPerson, ArchiveRecord } from '../imports/archive'
import type { ChannelTable, UserTable } from '../store/schema'

/*
 * The lines of `export.jsonl` are the records that an import reads (`imports/archive.ts`): what goes out here can come in
 * elsewhere. Keys are Parley's ids.
 */

export const EXPORT_VERSION = 1

export const firstLine = (workspace: string, exportedAt: Date) => ({
  type: 'parley' as const,
  version: EXPORT_VERSION,
  workspace,
  exportedAt: exportedAt.toISOString(),
})

/** Addresses go only where administrators take them, and to people themselves. */
export function personLine(row: Selectable<UserTable>, hasAddress: boolean): ArchiveRecord {
  const person: ArchivedPerson = {
    key: row.id,
    name: row.name,
    aliases: row.aliases,
    email: hasAddress ? row.email : null,
    isActive: row.is_active,
    // The other workspace has an assistant of its own; what this one said stays what a program said.
    kind: row.kind === 'person' ? 'person' : 'bot',
    role: row.role === 'guest' ? 'guest' : 'member',
    timeZone: row.time_zone,
    language: row.language,
  }
  return { type: 'person', person }
}

export function channelLine(row: Selectable<ChannelTable>, memberKeys: readonly string[]): ArchiveRecord {
  const { id: key, kind, name, topic, purpose } = row
  const channel: ArchivedChannel = { key, kind, name, topic, purpose, memberKeys, isArchived: row.archived_at !== null }
  return { type: 'channel', channel }
}

/**
 * A message with what an import leaves aside, since it is Parley's own: the poll, and what stands on the assistant's card.
 * Sentences that it quotes of messages go by their ids: the messages may have been deleted.
 */
export function messageLine(message: Message): ArchiveRecord {
  const line: ArchivedMessage = {
    key: message.id,
    channelKey: message.channelId,
    authorKey: message.authorId,
    sentAt: new Date(message.createdAt),
    text: message.text,
    threadKey: message.threadId,
    isAlsoInChannel: message.isAlsoInChannel,
    hasReplies: message.replyCount > 0,
    editedAt: message.editedAt === null ? null : new Date(message.editedAt),
    isPinned: message.pinnedAt !== null,
    reactions: message.reactions.map(({ emoji, userIds }) => ({ emoji, personKeys: userIds })),
    files: message.files.map(({ id, name }) => ({ name, path: filePath({ id, name }), url: null })),
    ...(message.postedAs && { postedAs: message.postedAs }),
  }
  const { poll, card } = message
  const own = { ...(poll && { poll: pollOf(poll) }), ...(card && { card: cardOf(card) }) }
  return { type: 'message', message: { ...line, ...own } }
}

const pollOf = ({ options, ...poll }: Poll) => ({
  ...poll,
  options: options.map(({ text, count, voterIds }) => ({ text, count, personKeys: voterIds })),
})

const cardOf = ({ said = [], ...card }: MessageCard) => ({ ...card, saidKeys: said.map(({ messageId }) => messageId) })

/** In the archive; names that a file system would misread lose what it cannot have. */
export const filePath = ({ id, name }: { readonly id: string; readonly name: string }): string =>
  `files/${id}/${
    name
      .replaceAll(/[/\\:*?"<>|\p{Cc}]/gu, '_')
      .replace(/^\.+/, '_')
      .slice(-120) || 'file'
  }`
