import type { ChannelId, Event, Message, MessageId, StreamId, UserId } from '@parley/protocol'
import { ParleyError } from '@parley/protocol'
import { type MessageDraft, namedIn, type Verdict } from './commit-messages'
import { asPoll, NO_VOTES } from './polls'

/** What the sender is told; what is new, everybody. */
export type Outcome =
  | { readonly error: ParleyError; readonly isNew: false; readonly message?: never }
  | { readonly error: null; readonly isNew: boolean; readonly message: Message }

/** @throws when the database said nothing of the message. */
export function outcomeOf(draft: MessageDraft, verdict: Verdict | undefined): Outcome {
  switch (verdict?.outcome) {
    case 'stored':
    case 'repeated':
      return { error: null, isNew: verdict.outcome === 'stored', message: asSent(draft, verdict) }
    case 'reused':
      return refused(new ParleyError('client_message_id_reused', { clientMessageId: draft.clientMessageId }))
    case 'not_a_member':
      return refused(new ParleyError('not_a_member', { channelId: draft.channelId }))
    case 'archived':
      return refused(new ParleyError('channel_archived', { channelId: draft.channelId }))
    case 'restricted':
      return refused(new ParleyError('posting_restricted', { channelId: draft.channelId }))
    case 'no_thread':
      return refused(new ParleyError('not_found', { kind: 'message', id: draft.threadId }))
    case 'no_file':
      return refused(new ParleyError('not_found', { kind: 'file', id: draft.files?.[0]?.id }))
    case 'no_channel':
      return refused(new ParleyError('not_found', { kind: 'channel', id: draft.channelId }))
    default:
      throw new Error('commit_messages gave no verdict for a message')
  }
}

const refused = (error: ParleyError): Outcome => ({ error, isNew: false })

function asSent(draft: MessageDraft, verdict: Verdict): Message {
  return {
    id: verdict.id as MessageId,
    channelId: draft.channelId as ChannelId,
    seq: verdict.seq,
    messageNumber: verdict.message_number,
    threadId: draft.threadId as MessageId | null,
    replyNumber: verdict.reply_number,
    isAlsoInChannel: draft.threadId !== null && (draft.isAlsoInChannel ?? false),
    threadAuthorId: verdict.thread_author_id as UserId | null,
    replyCount: 0,
    lastReplyAt: null,
    authorId: draft.authorId as UserId,
    clientMessageId: draft.clientMessageId,
    text: draft.text,
    mentions: namedIn(draft),
    isForEveryone: draft.mentions?.isForEveryone ?? false,
    files: [...(draft.files ?? [])],
    reactions: [],
    pinnedAt: null,
    pinnedBy: null,
    createdAt: verdict.created_at.toISOString(),
    editedAt: null,
    deletedAt: null,
    card: draft.card,
    ...(draft.postedAs && { postedAs: draft.postedAs }),
    ...(draft.poll && { poll: asPoll(draft.poll, NO_VOTES) }),
  }
}

export function createdEvent(message: Message): Event {
  return {
    type: 'message-created',
    streamId: message.channelId as string as StreamId,
    seq: message.seq,
    at: message.createdAt,
    message,
  }
}
