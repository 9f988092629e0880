import type { Bot, QueryAnswer, QueryInput } from '@parley/protocol'
import { sql } from 'kysely'
import type { Actor } from '../actor'
import { findOutgoingHook } from '../commands/hooks/find-outgoing-hook'
import { selectManagedBots } from '../policies/integration-policy'
import type { Services } from '../services'
import type { Database } from '../store/database'
import { asDelivery, asIncomingHook, asOutgoingHook, asSlashCommand } from '../store/integration-rows'

/** Everything that administrators see of programs, in one answer; newest last. */
export async function listIntegrations({ store }: Services, actor: Actor): Promise<QueryAnswer<'integrations.list'>> {
  return store.snapshot(async (rows) => ({
    bots: await readBots(rows, actor),
    incomingHooks: (await readIncomingHooks(rows, actor)).map(asIncomingHook),
    outgoingHooks: await readOutgoingHooks(rows, actor),
    slashCommands: (await readSlashCommands(rows, actor).execute()).map(asSlashCommand),
  }))
}

const readIncomingHooks = (rows: Database, actor: Actor) =>
  rows.selectFrom('incoming_hooks').selectAll().where('workspace_id', '=', actor.workspaceId).orderBy('id').execute()

const readSlashCommands = (rows: Database, actor: Actor) =>
  rows
    .selectFrom('slash_commands')
    .selectAll('slash_commands')
    .where('slash_commands.workspace_id', '=', actor.workspaceId)
    .orderBy('slash_commands.name')

async function readBots(rows: Database, actor: Actor): Promise<Bot[]> {
  const found = await selectManagedBots(rows, actor)
    .select(['bots.user_id', 'bots.owner_id', 'bots.description', 'bots.is_resting'])
    .where((where) => where.or([where('users.is_active', '=', true), where('bots.is_resting', '=', true)]))
    .orderBy('bots.user_id')
    .execute()
  return found.map((row) => ({
    userId: row.user_id as Bot['userId'],
    ownerId: row.owner_id as Bot['ownerId'],
    description: row.description,
    isResting: row.is_resting,
  }))
}

async function readOutgoingHooks(rows: Database, actor: Actor) {
  const found = await rows
    .selectFrom('outgoing_hooks')
    .selectAll('outgoing_hooks')
    .select(
      sql<number>`(select count(*) from hook_deliveries d where d.hook_id = outgoing_hooks.id and d.status = 'waiting')`.as(
        'waiting_count',
      ),
    )
    .where('workspace_id', '=', actor.workspaceId)
    .orderBy('id')
    .execute()
  return found.map((row) => asOutgoingHook(row, row.waiting_count))
}

export async function listDeliveries(
  { store }: Services,
  actor: Actor,
  { hookId, limit }: QueryInput<'outgoingHooks.deliveries'>,
): Promise<QueryAnswer<'outgoingHooks.deliveries'>> {
  await findOutgoingHook(store.rows, actor, hookId)
  const found = await store.rows
    .selectFrom('hook_deliveries')
    .selectAll()
    .where('hook_id', '=', hookId)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
  return { deliveries: found.map(asDelivery) }
}

/** Commands of integrations, for the completion of whoever writes; their addresses are nobody's business. */
export async function listCommands({ store }: Services, actor: Actor): Promise<QueryAnswer<'commands.list'>> {
  const rows = readSlashCommands(store.rows, actor).innerJoin('users', 'users.id', 'slash_commands.bot_id')
  const found = (await rows.where('users.is_active', '=', true).execute()).map(asSlashCommand)
  return {
    commands: found.map(({ id, name, description, usage, botId }) => ({ id, name, description, usage, botId })),
  }
}
