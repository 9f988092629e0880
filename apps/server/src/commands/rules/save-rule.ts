import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import type { Database } from '../../store/database'
import {
  changeRule,
  findRuleRow,
  insertRule,
  type RuleContent,
  type RuleRow,
  readRuleRows,
} from '../../store/stored-rules'
import { asRule } from './as-rule'
import { readKnownValues, refuseFaulty, refuseTooMuch } from './check-rules'

/** A new rule stands behind those that are there; a changed one keeps its place, and what it was is kept. */
export async function saveRule(
  { store, rules }: Services,
  actor: Actor,
  { ruleId, ...content }: CommandInput<'rules.save'>,
): Promise<CommandAnswer<'rules.save'>> {
  const saved = await store.write(actor.workspaceId, [actor.workspaceId], async ({ rows }) => {
    const known = await readKnownValues(rows, actor, [content.definition])
    refuseFaulty(content.name, content.definition, known)
    const others = await readRuleRows(rows, actor.workspaceId)
    const row = await storeRule(rows, actor, store.now(), { ...content, ...(ruleId && { ruleId }) }, others)
    await refuseTooMuch(rows, actor)
    return asRule(row, known)
  })
  await rules.use()
  return { rule: saved }
}

/**
 * The workspace's stream must be locked: two who save under one name at once would both find it free.
 *
 * @param others the rules that are there, itself among them.
 */
export async function storeRule(
  rows: Database,
  actor: Actor,
  at: Date,
  { ruleId, ...content }: RuleContent & { readonly ruleId?: string },
  others: readonly RuleRow[],
): Promise<RuleRow> {
  const before = ruleId === undefined ? null : await requireRule(rows, actor, ruleId)
  refuseTakenName(others, content.name, ruleId)
  const place = Math.max(-1, ...others.map((other) => other.place)) + 1
  const row = before
    ? await changeRule(rows, actor, at, before, content)
    : await insertRule(rows, actor, at, { id: uuidv7(), place, ...content })
  await recordAudit(rows, actor, at, {
    kind: 'rule-saved',
    subject: { id: row.id, name: row.name },
    previous: { version: before && before.removed_at === null ? before.version : null },
  })
  return row
}

/** Removed ones too: they can be brought back. */
export async function requireRule(rows: Database, actor: Actor, ruleId: string): Promise<RuleRow> {
  const row = await findRuleRow(rows, actor, ruleId)
  if (!row) throw new ParleyError('not_found', { kind: 'rule', id: ruleId })
  return row
}

function refuseTakenName(others: readonly RuleRow[], name: string, ruleId: string | undefined): void {
  const wanted = name.trim().toLowerCase()
  const isTaken = others.some((other) => other.id !== ruleId && other.name.toLowerCase() === wanted)
  if (isTaken) throw new ParleyError('rule_name_taken', { name: name.trim() })
}
