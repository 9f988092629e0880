import type { Database } from '../../store/database'

/** A question that waits, as it stands now, where the assistant may still answer it; else undefined. */
export const readAsked = (rows: Database, messageId: string) =>
  rows
    .selectFrom('messages')
    .innerJoin('channels', 'channels.id', 'messages.channel_id')
    .innerJoin('memberships', 'memberships.channel_id', 'channels.id')
    .innerJoin('users as assistant', 'assistant.id', 'memberships.user_id')
    .select(['messages.id', 'messages.text', 'messages.seq', 'messages.deleted_at', 'messages.channel_id'])
    .select(['messages.author_id', 'messages.workspace_id', 'assistant.id as assistant_id'])
    .where('messages.id', '=', messageId)
    .where('messages.deleted_at', 'is', null)
    .where('channels.suggests_answers', '=', true)
    .where('channels.archived_at', 'is', null)
    .where('assistant.kind', '=', 'assistant')
    .executeTakeFirst()

export type Asked = NonNullable<Awaited<ReturnType<typeof readAsked>>>
