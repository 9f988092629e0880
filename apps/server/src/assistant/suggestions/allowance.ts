import { sql } from 'kysely'
import type { Store } from '../../store/store'

const DAY_MS = 24 * 60 * 60_000
const MINUTE_MS = 60_000
/** Of a channel, a day. */
const MOST_A_DAY = 8
/** Between two of a channel: one may still be read. */
const REST_MS = 5 * MINUTE_MS
/** So long it counts against a channel's suggestions that one did not help. */
const MEMORY_MS = 14 * DAY_MS

/** Suggestions that a channel bears a day: each that did not help halves them, four of them end them for two weeks. */
export const allowanceOf = (unhelpful: number): number => Math.floor(MOST_A_DAY / 2 ** unhelpful)

/** Whether a channel bears one more now. */
export async function hasAllowance({ rows, now }: Pick<Store, 'rows' | 'now'>, channelId: string): Promise<boolean> {
  const time = now().getTime()
  const { posted, latest, unhelpful } = await rows
    .selectFrom('suggestions')
    .select(({ fn }) => fn.max('posted_at').as('latest'))
    .select(sql<number>`(count(*) filter (where posted_at > ${new Date(time - DAY_MS)}))::int`.as('posted'))
    .select(sql<number>`(count(*) filter (where ${DID_NOT_HELP}))::int`.as('unhelpful'))
    .where('channel_id', '=', channelId)
    .where('status', '=', 'posted')
    .where('posted_at', '>', new Date(time - MEMORY_MS))
    .executeTakeFirstOrThrow()
  const hasRested = latest === null || time - latest.getTime() >= REST_MS
  return hasRested && posted < allowanceOf(unhelpful)
}

/** Taken back, or more people say that it did not help than that it did. */
const DID_NOT_HELP = sql<boolean>`(suggestions.dismissed_at is not null or exists (
  select from feedback where feedback.message_id = suggestions.reply_id
  having sum(case when is_helpful then 1 else -1 end) < 0))`
