import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireExpert } from '../../policies/graph-policy'
import { readGraphRules } from '../../queries/graph/read-rules'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'

/** A rule that is off adds nothing to anybody's graph and stays, to be switched on again. */
export async function switchGraphRule(
  { store }: Services,
  actor: Actor,
  { key, isOn }: CommandInput<'graph.switchRule'>,
): Promise<CommandAnswer<'graph.switchRule'>> {
  await requireExpert(store.rows, actor)
  const rule = (await readGraphRules(store.rows, actor.workspaceId)).find((one) => one.key === key)
  if (!rule) throw new ParleyError('not_found', { kind: 'rule', id: key })
  const off = { workspace_id: actor.workspaceId, rule_key: key }
  await store.write(actor.workspaceId, [], async ({ rows }) => {
    const all = rows.deleteFrom('graph_rules_off').where('workspace_id', '=', off.workspace_id)
    await all.where('rule_key', '=', key).execute()
    if (!isOn)
      await rows
        .insertInto('graph_rules_off')
        .values(off)
        .onConflict((one) => one.doNothing())
        .execute()
    const subject = { id: rule.id, name: rule.name }
    await recordAudit(rows, actor, store.now(), { kind: isOn ? 'graph-rule-on' : 'graph-rule-off', subject })
  })
  return { rule: { ...rule, isOn } }
}
