import { createHash, randomUUID } from 'node:crypto'
import { asLine, type Message, type PostedAs } from '@parley/protocol'
import type { Selectable } from 'kysely'
import { hashSecret } from '../../access-tokens'
import type { Actor } from '../../actor'
import { resolveMentions } from '../../commands/messages/resolve-mentions'
import { readActor } from '../../queries/read-actor'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import type { IncomingHookTable } from '../../store/integration-tables'
import { readSlackBody } from './read-slack-body'
import type { SlackPayload } from './slack-payload'
import { SlackRefusal } from './slack-refusal'
import { textOfPayload } from './text-of-payload'

type HookRow = Selectable<IncomingHookTable>

export interface Posting {
  readonly secret: string
  readonly body: Buffer
  /** Names the posting, so that a retry posts nothing twice. */
  readonly idempotencyKey: string | undefined
}

/**
 * What a webhook's address is given becomes a message of its bot, by the door that everybody's messages take. The name
 * and sign that a payload asks for are shown beside the bot's own.
 */
export async function postThroughHook(services: Services, { secret, body, idempotencyKey }: Posting): Promise<Message> {
  const { store, rateLimits } = services
  const hook = await findHook(store.rows, secret, store.now())
  rateLimits.admit('sends', hook.bot_id)
  const payload = readSlackBody(body)
  const bot = await readActor(store.rows, hook.workspace_id, hook.bot_id)
  const text = await textOfPayload(store.rows, bot, payload)
  if (text === null) throw new SlackRefusal('no_text')
  const channelId = await chooseChannel(store.rows, bot, hook, payload.channel)
  return store.messages.store({
    workspaceId: hook.workspace_id,
    channelId,
    authorId: hook.bot_id,
    clientMessageId: idempotencyKey ? `hook-${fingerprint(hook.id, idempotencyKey)}` : randomUUID(),
    threadId: await findThread(store.rows, channelId, payload.thread_ts),
    isAlsoInChannel: payload.reply_broadcast,
    text,
    mentions: await resolveMentions(services, bot, channelId, text),
    card: null,
    postedAs: postedAs(hook, payload),
  })
}

/** A bot that was removed, or whose owner's account is closed, posts nothing. */
async function findHook(rows: Database, secret: string, now: Date): Promise<HookRow> {
  const hook = await rows
    .updateTable('incoming_hooks')
    .set({ last_used_at: now })
    .from('users')
    .whereRef('users.id', '=', 'incoming_hooks.bot_id')
    .where('users.is_active', '=', true)
    .where('secret_hash', '=', hashSecret(secret))
    .returningAll('incoming_hooks')
    .executeTakeFirst()
  if (!hook) throw new SlackRefusal('no_service')
  return hook
}

const fingerprint = (hookId: string, key: string): string =>
  createHash('sha256').update(`${hookId}\n${key}`).digest('hex')

/** Another channel than the hook's own where its bot is a member: whoever brought it in allowed that. */
async function chooseChannel(rows: Database, bot: Actor, hook: HookRow, wanted: string | undefined): Promise<string> {
  if (!wanted) return hook.channel_id
  const name = wanted.replace(/^#/, '').toLowerCase()
  const found = await rows
    .selectFrom('channels')
    .innerJoin('memberships', 'memberships.channel_id', 'channels.id')
    .select('channels.id')
    .where('memberships.user_id', '=', bot.userId)
    .where((where) =>
      where.or([
        where(where.cast<string>('channels.id', 'text'), '=', name),
        where(where.fn<string>('lower', ['channels.name']), '=', name),
      ]),
    )
    .executeTakeFirst()
  if (!found) throw new SlackRefusal('channel_not_found')
  return found.id
}

/** `thread_ts` is the id of a message here; a reply's own thread is meant by its id, too. */
async function findThread(rows: Database, channelId: string, threadTs: string | undefined): Promise<string | null> {
  if (!threadTs) return null
  const message = await rows
    .selectFrom('messages')
    .select(['id', 'thread_id'])
    .where('channel_id', '=', channelId)
    .where((where) => where(where.cast<string>('id', 'text'), '=', threadTs.toLowerCase()))
    .executeTakeFirst()
  if (!message) throw new SlackRefusal('thread_not_found')
  return message.thread_id ?? message.id
}

function postedAs({ name }: HookRow, { username, icon_emoji }: SlackPayload): PostedAs {
  return { hookName: name, name: asLine(username ?? '').slice(0, 80) || null, icon: icon_emoji?.slice(0, 80) || null }
}
