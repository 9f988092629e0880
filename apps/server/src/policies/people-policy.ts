import { ParleyError, type Role } from '@parley/protocol'
import type { Selectable } from 'kysely'
import { type Actor, isAdministrator } from '../actor'
import type { Database } from '../store/database'
import type { UserTable } from '../store/schema'

export type PersonRow = Selectable<UserTable>

/** Owners govern everybody but owners, administrators those who are none; nobody themselves. */
export function mayGovern(actor: Actor, person: Pick<PersonRow, 'id' | 'role'>): boolean {
  if (person.id === actor.userId || person.role === 'owner') return false
  return actor.role === 'owner' || (isAdministrator(actor) && person.role !== 'administrator')
}

/** The person, locked until the transaction ends. */
export async function requireGoverned(rows: Database, actor: Actor, userId: string): Promise<PersonRow> {
  const person = await rows
    .selectFrom('users')
    .selectAll()
    .where('id', '=', userId)
    .where('workspace_id', '=', actor.workspaceId)
    .where('kind', '=', 'person')
    .forUpdate()
    .executeTakeFirst()
  if (!person) throw new ParleyError('not_found', { kind: 'user', id: userId })
  if (!mayGovern(actor, person)) throw new ParleyError('forbidden', { action: 'govern_person' })
  return person
}

/** Administrators give the roles below their own; owners give every role, their own too. */
export function refuseHigherRole(actor: Actor, role: Role): void {
  const isHigher = role === 'owner' || role === 'administrator'
  if (isHigher && actor.role !== 'owner') throw new ParleyError('forbidden', { action: 'give_role' })
}

/** Whether an account is closed, or suspended at this time. */
export async function isKeptOut(rows: Database, userId: string, now: Date): Promise<boolean> {
  const user = await rows
    .selectFrom('users')
    .select(['is_active', 'suspended_until'])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  return !user.is_active || (user.suspended_until !== null && user.suspended_until > now)
}
