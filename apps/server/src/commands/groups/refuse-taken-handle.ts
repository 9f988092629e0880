import { isReservedName, ParleyError } from '@parley/protocol'
import { sql } from 'kysely'
import type { Database } from '../../store/database'
import { lookOf } from './look-of-name'

/**
 * A handle belongs to one group, and to nobody who can be called by it: the workspace's stream must be locked, which
 * everybody does who changes a name or a handle.
 */
export async function refuseHandleOfPerson(rows: Database, workspaceId: string, handle: string): Promise<void> {
  const taken = await rows
    .selectFrom('users')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('is_active', '=', true)
    .where(sql<boolean>`lower(${handle}) = any (array_append(array(select lower(unnest(aliases))), lower(name)))`)
    .executeTakeFirst()
  if (taken) throw new ParleyError('handle_taken', { handle })
}

/**
 * Likewise the other way round: nobody is called what a group is called, what calls everybody, or what the assistant is
 * called or looks like, whose words they would seem to speak.
 */
export async function refuseTakenNames(rows: Database, workspaceId: string, names: readonly string[]): Promise<void> {
  const wanted = names.map((name) => name.trim().toLowerCase())
  const taken =
    wanted.find(isReservedName) ??
    (await handleAmong(rows, workspaceId, wanted)) ??
    (await nameOfAssistantAmong(rows, workspaceId, wanted))
  if (taken !== undefined) throw new ParleyError('handle_taken', { handle: taken })
}

/** Programs may be called as groups are; as the assistant is, they may not. */
export async function refuseNameOfAssistant(rows: Database, workspaceId: string, name: string): Promise<void> {
  const taken = await nameOfAssistantAmong(rows, workspaceId, [name])
  if (taken !== undefined) throw new ParleyError('handle_taken', { handle: taken })
}

async function handleAmong(rows: Database, workspaceId: string, wanted: readonly string[]) {
  const taken = await rows
    .selectFrom('user_groups')
    .select('handle')
    .where('workspace_id', '=', workspaceId)
    .where('archived_at', 'is', null)
    .where((where) => where(where.fn<string>('lower', ['handle']), 'in', wanted))
    .executeTakeFirst()
  return taken?.handle
}

async function nameOfAssistantAmong(rows: Database, workspaceId: string, wanted: readonly string[]) {
  const assistants = await rows
    .selectFrom('users')
    .select(['name', 'aliases'])
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'assistant')
    .execute()
  const looks = new Set(wanted.map(lookOf))
  return assistants.flatMap(({ name, aliases }) => [name, ...aliases]).find((name) => looks.has(lookOf(name)))
}
