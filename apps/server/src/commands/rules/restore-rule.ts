import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import { type RuleRow, readRuleRows } from '../../store/stored-rules'
import { asRule } from './as-rule'
import { readKnownValues, refuseFaulty, refuseTooMuch } from './check-rules'
import { requireRule, storeRule } from './save-rule'

/** What a rule was becomes what it is, as a new version. */
export async function restoreRule(
  { store, rules }: Services,
  actor: Actor,
  { ruleId, version }: CommandInput<'rules.restore'>,
): Promise<CommandAnswer<'rules.restore'>> {
  const rule = await store.write(actor.workspaceId, [actor.workspaceId], async ({ rows }) => {
    const row = await restoreVersion(rows, actor, store.now(), { ruleId, version })
    return asRule(row, await readKnownValues(rows, actor, [row.definition]))
  })
  await rules.use()
  return { rule }
}

interface RuleVersion {
  readonly ruleId: string
  readonly version: number
}

/** Under the workspace's lock; whoever calls it has the rules used afterwards. */
export async function restoreVersion(
  rows: Database,
  actor: Actor,
  at: Date,
  { ruleId, version }: RuleVersion,
): Promise<RuleRow> {
  await requireRule(rows, actor, ruleId)
  const was = await rows
    .selectFrom('rule_versions')
    .select(['name', 'definition', 'is_on'])
    .where('rule_id', '=', ruleId)
    .where('version', '=', version)
    .where('is_removed', '=', false)
    .executeTakeFirst()
  if (!was) throw new ParleyError('not_found', { kind: 'rule_version', id: `${ruleId}/${version}` })
  refuseFaulty(was.name, was.definition, await readKnownValues(rows, actor, [was.definition]))
  const { name, definition, is_on: isOn } = was
  const others = await readRuleRows(rows, actor.workspaceId)
  const row = await storeRule(rows, actor, at, { ruleId, name, definition, isOn }, others)
  await refuseTooMuch(rows, actor)
  return row
}
