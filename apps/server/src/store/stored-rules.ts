import type { RuleDefinition } from '@parley/protocol'
import type { Selectable, Updateable } from 'kysely'
import type { Actor } from '../actor'
import type { Database } from './database'
import { jsonText } from './json-text'
import type { RuleTable } from './rule-tables'

export type RuleRow = Selectable<RuleTable>

/** What a rule is, whatever its id and place. */
export interface RuleContent {
  readonly name: string
  readonly definition: RuleDefinition
  readonly isOn: boolean
}

/** Those that are there, the first first. */
export function readRuleRows(rows: Database, workspaceId: string): Promise<RuleRow[]> {
  return rows
    .selectFrom('rules')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('removed_at', 'is', null)
    .orderBy('place')
    .orderBy('id')
    .execute()
}

export function findRuleRow(rows: Database, { workspaceId }: Actor, ruleId: string): Promise<RuleRow | undefined> {
  return rows
    .selectFrom('rules')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', ruleId)
    .forUpdate()
    .executeTakeFirst()
}

export interface NewRule extends RuleContent {
  readonly id: string
  readonly place: number
}

export async function insertRule(rows: Database, actor: Actor, at: Date, rule: NewRule): Promise<RuleRow> {
  const { id, place, ...content } = rule
  const row = await rows
    .insertInto('rules')
    .values({ ...{ id, place, workspace_id: actor.workspaceId, version: 1 }, ...valuesOf(content, actor, at) })
    .returningAll()
    .executeTakeFirstOrThrow()
  await keepVersion(rows, row)
  return row
}

/** A change is a new version; what is left out stays. */
export async function changeRule(
  rows: Database,
  actor: Actor,
  at: Date,
  row: RuleRow,
  change: Partial<RuleContent> & { readonly isRemoved?: boolean },
): Promise<RuleRow> {
  const { name = row.name, definition = row.definition, isOn = row.is_on, isRemoved = false } = change
  const values: Updateable<RuleTable> = {
    ...valuesOf({ name, definition, isOn }, actor, at),
    ...{ version: row.version + 1, removed_at: isRemoved ? at : null },
  }
  const update = rows.updateTable('rules').set(values).where('id', '=', row.id)
  const changed = await update.returningAll().executeTakeFirstOrThrow()
  await keepVersion(rows, changed)
  return changed
}

const valuesOf = ({ name, definition, isOn }: RuleContent, actor: Actor, at: Date) => ({
  ...{ name: name.trim(), definition: jsonText(definition), is_on: isOn },
  ...{ saved_by: actor.userId, saved_at: at },
})

async function keepVersion(rows: Database, row: RuleRow): Promise<void> {
  const { id, place: _place, removed_at, definition, ...content } = row
  const version = { ...content, rule_id: id, definition: jsonText(definition), is_removed: removed_at !== null }
  await rows.insertInto('rule_versions').values(version).execute()
}
