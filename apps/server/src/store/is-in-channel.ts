import { sql } from 'kysely'

/** What a channel shows, in the very words of the index `messages_in_channel`, or it would not be used. */
export const isInChannel = sql<boolean>`(thread_id is null or is_also_in_channel)`
