import { createHash } from 'node:crypto'
import { type CommandName, ParleyError } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from './database'

export interface GivenCommand {
  readonly name: CommandName
  readonly input: { readonly clientCommandId?: string | undefined }
  readonly at: Date
}

/** Nobody gives a command again after so long: its id is free from then on. */
export const CLAIM_KEPT_MS = 7 * 24 * 60 * 60 * 1000

export interface Claim {
  /** Of what the command makes, or made when it was given before. */
  readonly subjectId: string
  readonly isRepeated: boolean
  /** When it was given first. */
  readonly at: Date
}

/**
 * Names what a command is about to make, once for each id that its client gave it. Of two that are given at the same
 * time the second waits here for the first one's transaction; what is refused claims nothing, for it is rolled back.
 */
export async function claimCommand(
  rows: Database,
  { workspaceId, userId }: { readonly workspaceId: string; readonly userId: string },
  { name, input, at }: GivenCommand,
): Promise<Claim> {
  const subjectId = uuidv7()
  const { clientCommandId, ...body } = input
  if (clientCommandId === undefined) return { subjectId, isRepeated: false, at }
  const key = { workspace_id: workspaceId, user_id: userId, client_command_id: clientCommandId }
  const hash = createHash('sha256').update(JSON.stringify(body)).digest()
  const { numInsertedOrUpdatedRows } = await rows
    .insertInto('given_commands')
    .values({ ...key, name, body_hash: hash, subject_id: subjectId, given_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 1n) return { subjectId, isRepeated: false, at }
  const first = await rows
    .selectFrom('given_commands')
    .selectAll()
    .where((where) => where.and(key))
    .executeTakeFirstOrThrow()
  if (first.name !== name || !first.body_hash.equals(hash))
    throw new ParleyError('client_command_id_reused', { clientCommandId })
  return { subjectId: first.subject_id, isRepeated: true, at: first.given_at }
}

export async function forgetOldClaims(rows: Database, now: Date): Promise<void> {
  const end = new Date(now.getTime() - CLAIM_KEPT_MS)
  await rows.deleteFrom('given_commands').where('given_at', '<=', end).execute()
}

/** What was claimed came to nothing after all. */
export async function forgetClaim(rows: Database, subjectId: string): Promise<void> {
  await rows.deleteFrom('given_commands').where('subject_id', '=', subjectId).execute()
}
