import type { SlackPayloadAttachment, SlackPayloadBlock } from '../../integrations/incoming/slack-payload'
import { showAttachment, showLinks } from '../../slack-format/show-links'
import {
  type SlackAttachment,
  type SlackBlock,
  slackMessageToMarkdown,
} from '../../slack-format/slack-message-to-markdown'
import { emojiText, type SlackNames } from '../../slack-format/slack-names'
import type { ArchivedFile, ArchivedMessage } from '../archive'
import type { SlackFile, SlackMessage, SlackSaid } from './slack-export'

/** What Slack writes into a channel about the channel: nobody said it, and Parley has events of its own for it. */
const NOTICES = new Set([
  'channel_join',
  'channel_leave',
  'channel_archive',
  'channel_unarchive',
  'channel_topic',
  'channel_purpose',
  'channel_name',
  'channel_convert_to_private',
  'channel_convert_to_public',
  'channel_canvas_updated',
  'channel_posting_permissions',
  'group_join',
  'group_leave',
  'group_archive',
  'group_unarchive',
  'group_topic',
  'group_purpose',
  'group_name',
  'pinned_item',
  'unpinned_item',
  'bot_add',
  'bot_remove',
  'bot_enable',
  'bot_disable',
  'app_conversation_join',
  'app_conversation_leave',
  'joiner_notification',
  'joiner_notification_for_inviter',
  'reminder_add',
  'ekm_access_denied',
  'sh_room_created',
  'huddle_thread',
  'message_changed',
  'message_deleted',
  'message_replied',
])

export interface SlackMessageContext {
  readonly channelKey: string
  /** Of the message within its channel: its `ts`, unless another one has that. */
  readonly name: string
  readonly names: SlackNames
  readonly pinned: ReadonlySet<string>
  /** Where the bytes of a file lie in the archive; null: nowhere. */
  findFile(file: SlackFile): string | null
  /** What is shown in the place of a thread's first message that was deleted. */
  readonly tombstone: string
}

export const isNotice = ({ subtype }: SlackMessage): boolean => NOTICES.has(subtype ?? '')

/** A message as it is taken over; null for what says nothing at all. */
export function readSlackMessage(message: SlackMessage, context: SlackMessageContext): ArchivedMessage | null {
  if (message.type !== undefined && message.type !== null && message.type !== 'message') return null
  const files = [...(message.files ?? []), ...(message.file ? [message.file] : [])].filter(isThere)
  const text = textOf(message, context)
  if (text === '' && files.length === 0) return null
  const isReply = Boolean(message.thread_ts) && message.thread_ts !== message.ts
  return {
    key: `${context.channelKey}:${context.name}`,
    channelKey: context.channelKey,
    authorKey: authorKeyOf(message),
    sentAt: instantOf(message.ts),
    text,
    threadKey: isReply ? `${context.channelKey}:${message.thread_ts}` : null,
    hasReplies: message.thread_ts === message.ts,
    isAlsoInChannel: isReply && message.subtype === 'thread_broadcast',
    editedAt: message.edited?.ts ? instantOf(message.edited.ts) : null,
    isPinned: context.pinned.has(message.ts) || (message.pinned_to ?? []).includes(context.channelKey),
    reactions: reactionsOf(message, context.names),
    files: files.map((file) => asFile(file, context)),
  }
}

/** Bots that have no user speak under their bot id, or the name that they gave themselves. */
export function authorKeyOf(message: SlackSaid): string {
  if (message.subtype === 'file_comment' && message.comment?.user) return message.comment.user
  return (
    message.user || message.bot_id || message.bot_profile?.id || (message.username ? `name:${message.username}` : '')
  )
}

export function authorNameOf(message: SlackSaid): string | null {
  const { user_profile: profile, bot_profile: bot, username } = message
  return username || bot?.name || profile?.display_name || profile?.real_name || profile?.name || null
}

function textOf(message: SlackMessage, { names, tombstone }: SlackMessageContext): string {
  if (message.subtype === 'tombstone') return tombstone
  const said = slackMessageToMarkdown(
    {
      text: message.comment?.comment ?? wordsOf(message),
      blocks: showLinks((message.blocks ?? []) as SlackPayloadBlock[]) as readonly SlackBlock[],
      attachments: ((message.attachments ?? []) as SlackPayloadAttachment[]).map(showAttachment) as SlackAttachment[],
    },
    names,
  )
  return message.subtype === 'me_message' && said !== '' ? `*${said}*` : said
}

/** Until 2018 Slack wrote a sentence of its own before what somebody said to a file; the file stands there now. */
const OF_A_FILE = /^<@[A-Z0-9]+(?:\|[^>]*)?> (?:uploaded|shared) a file: <[^>]*>(?: and commented: ?)?/

const wordsOf = ({ text, subtype, file }: SlackMessage): string =>
  subtype === 'file_share' && file ? (text ?? '').replace(OF_A_FILE, '') : (text ?? '')

function reactionsOf({ reactions }: SlackMessage, names: SlackNames): ArchivedMessage['reactions'] {
  return (reactions ?? []).map(({ name, users }) => ({ emoji: emojiText(names, name), personKeys: users ?? [] }))
}

/** A deleted file has left its place only. */
const isThere = ({ mode }: SlackFile): boolean => mode !== 'tombstone'

function asFile(file: SlackFile, context: SlackMessageContext): ArchivedFile {
  // Slack's page of what lies elsewhere goes with the team; where it lies stays.
  const url = (file.is_external && file.url_private) || file.permalink || file.url_private || null
  return { name: file.name || file.title || 'file', path: context.findFile(file), url }
}

/** Seconds with microseconds: "1700000000.123456". */
const instantOf = (ts: string): Date => new Date(Math.floor(Number(ts) * 1000))
