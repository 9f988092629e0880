import { type CommandAnswer, type CommandInput, type GraphRuleId, ParleyError } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import { requireExpert } from '../../policies/graph-policy'
import { readGraphRules } from '../../queries/graph/read-rules'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import { jsonText } from '../../store/json-text'

/** More than that nobody oversees. */
const MOST_RULES = 50

/** What follows is computed when it is asked for: a rule changes nothing that is stored. */
export async function saveGraphRule(
  { store }: Services,
  actor: Actor,
  { ruleId, name, when, follows }: CommandInput<'graph.saveRule'>,
): Promise<CommandAnswer<'graph.saveRule'>> {
  await requireExpert(store.rows, actor)
  if (!isUsable(when, follows)) throw new ParleyError('graph_rule_unusable')
  const own = (await readGraphRules(store.rows, actor.workspaceId)).filter(({ id }) => id !== null)
  const before = own.find((one) => one.id === ruleId)
  if (ruleId && !before) throw new ParleyError('not_found', { kind: 'rule', id: ruleId })
  if (!ruleId && own.length >= MOST_RULES) throw new ParleyError('graph_rule_unusable')
  const id = ruleId ?? (uuidv7() as GraphRuleId)
  const columns = { name: name.trim(), rule: jsonText({ when, follows }) }
  const fixed = { id, workspace_id: actor.workspaceId, created_by: actor.userId, created_at: store.now() }
  await store.write(actor.workspaceId, [], async ({ rows }) => {
    await rows
      .insertInto('graph_rules')
      .values({ ...fixed, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute()
    await recordAudit(rows, actor, store.now(), { kind: 'graph-rule-saved', subject: { id, name: columns.name } })
  })
  return { rule: { id, key: id, name: columns.name, isOn: before?.isOn ?? true, when, follows } }
}

type Pattern = CommandInput<'graph.saveRule'>['follows']

/** Every side of what follows stands in a condition, and two conditions share `b`; nothing belongs to itself. */
function isUsable(when: readonly Pattern[], follows: Pattern): boolean {
  const sides = when.flatMap(({ from, to }) => [from, to])
  const isJoined = when.every(({ from, to }) => when.length === 1 || from === 'b' || to === 'b')
  const isNamed = sides.includes(follows.from) && sides.includes(follows.to)
  return isJoined && isNamed && [...when, follows].every(({ from, to }) => from !== to)
}

export async function removeGraphRule(
  { store }: Services,
  actor: Actor,
  { ruleId }: CommandInput<'graph.removeRule'>,
): Promise<CommandAnswer<'graph.removeRule'>> {
  await requireExpert(store.rows, actor)
  await store.write(actor.workspaceId, [], async ({ rows }) => {
    const gone = await rows
      .deleteFrom('graph_rules')
      .where('id', '=', ruleId)
      .where('workspace_id', '=', actor.workspaceId)
      .returning('name')
      .executeTakeFirst()
    if (!gone) throw new ParleyError('not_found', { kind: 'rule', id: ruleId })
    await rows.deleteFrom('graph_rules_off').where('rule_key', '=', ruleId).execute()
    await recordAudit(rows, actor, store.now(), {
      kind: 'graph-rule-removed',
      subject: { id: ruleId, name: gone.name },
    })
  })
  return {}
}
