import { ParleyError, type QueryAnswer, type QueryInput, RuleSubject, type UserId } from '@parley/protocol'
import type { Actor } from '../actor'
import { asRule } from '../commands/rules/as-rule'
import { readKnownValues } from '../commands/rules/check-rules'
import type { Services } from '../services'
import { readRuleRows } from '../store/stored-rules'
import { ownView } from './graph/graph-viewer'
import { readTargetNames } from './graph/rule-relations'

/** The rules in their order, and what rules can be about. */
export async function listRules({ store }: Services, actor: Actor): Promise<QueryAnswer<'rules.list'>> {
  const rows = await readRuleRows(store.rows, actor.workspaceId)
  const definitions = rows.map(({ definition }) => definition)
  const known = await readKnownValues(store.rows, actor, definitions)
  return {
    rules: rows.map((row) => asRule(row, known)),
    entities: await readTargetNames(store.rows, await ownView(store.rows, actor), definitions),
    known: RuleSubject.exclude(['task']).options.map((about) => ({ about, values: [...known[about]] })),
  }
}

export async function listRuleVersions(
  { store }: Services,
  actor: Actor,
  { ruleId }: QueryInput<'rules.versions'>,
): Promise<QueryAnswer<'rules.versions'>> {
  const versions = await store.rows
    .selectFrom('rule_versions')
    .selectAll()
    .where('workspace_id', '=', actor.workspaceId)
    .where('rule_id', '=', ruleId)
    .orderBy('version', 'desc')
    .execute()
  if (versions.length === 0) throw new ParleyError('not_found', { kind: 'rule', id: ruleId })
  return {
    versions: versions.map((row) => ({
      ...{ version: row.version, name: row.name, definition: row.definition, isOn: row.is_on },
      ...{ isRemoved: row.is_removed, savedBy: row.saved_by as UserId, savedAt: row.saved_at.toISOString() },
    })),
  }
}
