import type { Event, HookEventType } from '@parley/protocol'
import type { Selectable } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { isMember } from '../../policies/channel-policy'
import { isAtWork } from '../../policies/integration-policy'
import type { Database } from '../../store/database'
import type { OutgoingHookTable } from '../../store/integration-tables'
import { readEvents } from '../../store/read-events'

type HookRow = Selectable<OutgoingHookTable>

const PAGE = 200

/** Webhooks whose channel has gone on since they looked last. */
export async function findHooksBehind(rows: Database): Promise<HookRow[]> {
  return rows
    .selectFrom('outgoing_hooks')
    .innerJoin('streams', 'streams.id', 'outgoing_hooks.channel_id')
    .selectAll('outgoing_hooks')
    .where('is_enabled', '=', true)
    .whereRef('streams.last_seq', '>', 'outgoing_hooks.cursor_seq')
    .orderBy('outgoing_hooks.id')
    .execute()
}

/**
 * Turns a page of a channel's events into deliveries and moves the cursor, in one transaction: whatever ends the
 * process, every event becomes one delivery, none or twice never. A bot that is not in the channel, or rests, hears nothing of it.
 */
export async function enqueuePage(rows: Database, hook: HookRow, now: Date): Promise<void> {
  const events = await readEvents(rows, hook.channel_id, hook.cursor_seq, PAGE)
  const last = events.at(-1)
  if (!last) return
  const mayHear = (await isMember(rows, hook.channel_id, hook.bot_id)) && (await isAtWork(rows, hook.bot_id))
  const wanted = mayHear ? events.filter((event) => isWanted(hook, event)) : []
  await rows.transaction().execute(async (transaction) => {
    const moved = await transaction
      .updateTable('outgoing_hooks')
      .set({ cursor_seq: last.seq })
      .where('id', '=', hook.id)
      .where('cursor_seq', '=', hook.cursor_seq)
      .executeTakeFirst()
    if (moved.numUpdatedRows !== 1n || wanted.length === 0) return
    await transaction
      .insertInto('hook_deliveries')
      .values(wanted.map((event) => deliveryOf(hook, event, now)))
      .execute()
  })
}

function deliveryOf(hook: HookRow, { seq, type }: Event, now: Date) {
  const ids = { id: uuidv7(), workspace_id: hook.workspace_id, hook_id: hook.id }
  return { ...ids, seq, event_type: type, next_attempt_at: now, created_at: now }
}

/** What the bot says itself is not told: the receiver's answers would go round in a circle. */
function isWanted({ event_types, trigger_words, bot_id }: HookRow, event: Event): boolean {
  if (!event_types.includes(event.type as HookEventType)) return false
  if (event.type !== 'message-created') return true
  if ((event.message.authorId as string) === bot_id) return false
  return trigger_words.length === 0 || trigger_words.some((word) => beginsWith(event.message.text, word))
}

/** `deploy` begins `deploy now` and not `deployment`; a Chinese word needs no space after it. */
function beginsWith(text: string, word: string): boolean {
  if (!text.toLowerCase().startsWith(word.toLowerCase())) return false
  return !/^[\p{Script=Latin}\p{N}]/u.test(text.slice(word.length)) || !/[\p{Script=Latin}\p{N}]$/u.test(word)
}
