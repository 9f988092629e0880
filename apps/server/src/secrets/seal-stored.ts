import { ParleyError } from '@parley/protocol'
import { sql } from 'kysely'
import type { Database } from '../store/database'
import type { SecretBox, SecretPlace } from './secret-box'

interface SecretColumn {
  readonly table: SecretPlace['table']
  readonly id: string
  readonly column: string
}

/** Every column that holds a secret which Parley must be able to read. */
const COLUMNS: readonly SecretColumn[] = [
  { table: 'outgoing_hooks', id: 'id', column: 'secret' },
  { table: 'slash_commands', id: 'id', column: 'secret' },
  { table: 'document_sources', id: 'id', column: 'secret' },
  { table: 'push_keys', id: 'workspace_id', column: 'private_key' },
]

/**
 * Seals, at a start, what an earlier version left open and what was sealed with an earlier key.
 * @returns how many secrets no key here opens
 */
export async function sealStored(rows: Database, secrets: SecretBox): Promise<number> {
  let unreadable = 0
  for (const column of COLUMNS) unreadable += await sealColumn(rows, secrets, column)
  return unreadable
}

async function sealColumn(rows: Database, secrets: SecretBox, { table, id, column }: SecretColumn): Promise<number> {
  const [tableName, idName, name] = [sql.table(table), sql.ref(id), sql.ref(column)]
  const { rows: found } = await sql<{ id: string; stored: string }>`
    select ${idName} as id, ${name} as stored from ${tableName} where ${name} is not null`.execute(rows)
  let unreadable = 0
  for (const { id: rowId, stored } of found) {
    try {
      const renewed = secrets.renew(stored, { table, id: rowId })
      if (renewed) await sql`update ${tableName} set ${name} = ${renewed} where ${idName} = ${rowId}`.execute(rows)
    } catch (error) {
      if (!(error instanceof ParleyError)) throw error
      unreadable += 1
    }
  }
  return unreadable
}
