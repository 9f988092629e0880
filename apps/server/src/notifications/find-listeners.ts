import { IMPORTED_ID, type Language, type Message, type NotificationLevel, type QuietPeriod } from '@parley/protocol'
import { sql } from 'kysely'
import { readText } from '../store/content'
import type { Database } from '../store/database'
import { type PushedMessage, READ_LENGTH } from './push-payload'

/** A browser of somebody who may have to be told of a message, and what decides whether they are. */
export interface PushListener extends PushedMessage {
  readonly message_id: string
  readonly author_id: Message['authorId']
  readonly mentions: Message['mentions']
  readonly is_for_everyone: boolean
  readonly user_id: string
  readonly language: Language
  readonly time_zone: string
  readonly quiet_until: Date | null
  readonly quiet_hours: QuietPeriod[]
  readonly is_direct: boolean
  readonly notification_level: NotificationLevel
  readonly is_muted: boolean
  readonly is_following: boolean
  readonly subscription_id: string
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
  readonly has_content: boolean
}

export interface ListenerPage {
  /** Subscriptions that come after this one; null: from the first one on. */
  readonly after: string | null
  readonly limit: number
}

/**
 * Who could have to be told of these messages, in pages of at most so many: a message to everybody concerns thousands, and
 * there may be hundreds of messages. Few queries where there are few listeners; a page belongs to one message where there
 * are many. What a browser is told comes in the order of the messages.
 */
export async function* listenerPages(
  rows: Database,
  messageIds: readonly string[],
  now: Date,
  limit: number,
): AsyncGenerator<readonly PushListener[]> {
  const found = await findListeners(rows, messageIds, now, { after: null, limit: limit + 1 })
  if (found.length <= limit) return yield found
  if (messageIds.length === 1) return yield* pagesOfOne(rows, messageIds, now, limit)
  const middle = Math.ceil(messageIds.length / 2)
  yield* listenerPages(rows, messageIds.slice(0, middle), now, limit)
  yield* listenerPages(rows, messageIds.slice(middle), now, limit)
}

async function* pagesOfOne(rows: Database, messageIds: readonly string[], now: Date, limit: number) {
  for (let after: string | null = null; ; ) {
    const page: readonly PushListener[] = await findListeners(rows, messageIds, now, { after, limit })
    yield page
    if (page.length < limit) return
    after = page.at(-1)?.subscription_id ?? null
  }
}

/**
 * Who could have to be told of these messages, in their order and that of the subscriptions: members at this moment, with an open session's browser, who have not
 * read them. Found from the people that a message concerns, not through its channel's members. Of a long text the
 * beginning alone is read: it comes once for every browser.
 */
export async function findListeners(
  rows: Database,
  messageIds: readonly string[],
  now: Date,
  { after, limit }: ListenerPage,
): Promise<readonly PushListener[]> {
  const found = await sql<PushListener & { deleted_at: null }>`
    with told as (
      select m.*, c.name as channel_name, c.kind = 'direct' as is_direct,
        m.thread_id is null or m.is_also_in_channel as is_shown
      from messages m join channels c on c.id = m.channel_id
      where m.id = any(${[...messageIds]}::uuid[]) and m.deleted_at is null and m.client_message_id !~ ${IMPORTED_ID.source}
    ),
    concerned as (
      select t.id, unnest(t.mentions) as user_id from told t
      union
      select t.id, f.user_id from told t join thread_follows f on f.thread_id = t.thread_id where f.is_following
      union
      select t.id, s.user_id from told t join memberships s on s.channel_id = t.channel_id
      where t.is_direct or t.is_for_everyone
      union
      select t.id, s.user_id from told t join memberships s on s.channel_id = t.channel_id
      where s.notification_level = 'all' and not s.is_muted and t.is_shown
    )
    select t.id as message_id, t.channel_id, t.channel_name, t.is_direct, t.thread_id, t.is_also_in_channel, t.seq,
      t.message_number, left(t.text, ${READ_LENGTH}) as text, array(select f.name from files f where f.id = any(t.file_ids)
        order by array_position(t.file_ids, f.id)) as file_names, t.deleted_at, t.author_id, t.mentions, t.is_for_everyone,
      author.name as author_name, author.kind as author_kind,
      u.id as user_id, u.language, u.time_zone, u.quiet_until, u.quiet_hours,
      s.notification_level, s.is_muted, coalesce(f.is_following, false) as is_following,
      p.id as subscription_id, p.endpoint, p.p256dh, p.auth, p.has_content
    from concerned
    join told t on t.id = concerned.id
    join users author on author.id = t.author_id
    join users u on u.id = concerned.user_id and u.is_active and u.id <> t.author_id
    join memberships s on s.channel_id = t.channel_id and s.user_id = u.id
    join push_subscriptions p on p.user_id = u.id and p.created_at <= t.created_at
      and (${after}::uuid is null or p.id > ${after}::uuid)
    join sessions on sessions.id = p.session_id and sessions.expires_at > ${now}
    left join thread_follows f on f.thread_id = t.thread_id and f.user_id = u.id
    where case when t.is_shown then s.read_number < t.message_number else coalesce(f.read_number, 0) < t.reply_number end
    order by t.created_at, t.seq, t.id, p.id
    limit ${limit}`.execute(rows)
  return found.rows.map((row) => ({ ...row, text: readText(row) }))
}
