import type { MessageCard, MessageId } from '@parley/protocol'
import type { StoredReply } from './converse'

/** What a message of the assistant carries beside its words. */
export function cardOf(repliesTo: MessageId, reply: StoredReply): MessageCard {
  return {
    kind: reply.kind,
    citations: [...reply.citations],
    ...(reply.said && { said: [...reply.said] }),
    confidence: reply.confidence,
    reasons: [...reply.reasons],
    taskIds: reply.tasks.map((task) => task.id),
    repliesTo,
    ...(reply.confirmed && { confirmed: reply.confirmed }),
    ...(reply.query && { query: reply.query }),
  }
}
