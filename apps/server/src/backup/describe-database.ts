import type { ClientBase } from 'pg'
import { BACKUP_FORMAT, type BackupHeader } from './backup-format'

/** What is to be copied: every table but the list of migrations, with the columns that hold data. */
export async function describeDatabase(client: ClientBase, parleyVersion: string): Promise<BackupHeader> {
  const columns = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and c.relname <> 'migrations'
     group by c.relname order by c.relname`,
  )
  const migrations = await client.query<{ name: string }>('select name from migrations order by name')
  const sequences = await client.query<{ name: string; value: string | null }>(
    `select sequencename as name, last_value::text as value from pg_sequences where schemaname = 'public' order by 1`,
  )
  return {
    format: BACKUP_FORMAT,
    parleyVersion,
    createdAt: new Date().toISOString(),
    migrations: migrations.rows.map(({ name }) => name),
    tables: columns.rows,
    sequences: sequences.rows.map(({ name, value }) => ({ name, value: value === null ? null : Number(value) })),
  }
}
