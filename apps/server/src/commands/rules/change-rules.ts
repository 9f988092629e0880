import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import type { Database } from '../../store/database'
import { changeRule, readRuleRows } from '../../store/stored-rules'
import { asRule } from './as-rule'
import { readKnownValues } from './check-rules'
import { requireRule, storeRule } from './save-rule'

export async function switchRule(
  { store, rules }: Services,
  actor: Actor,
  { ruleId, isOn }: CommandInput<'rules.switch'>,
): Promise<CommandAnswer<'rules.switch'>> {
  const rule = await store.write(actor.workspaceId, [actor.workspaceId], async ({ rows }) => {
    const { name, definition } = await requirePresent(rows, actor, ruleId)
    const row = await storeRule(rows, actor, store.now(), { ruleId, name, definition, isOn }, [])
    return asRule(row, await readKnownValues(rows, actor, [definition]))
  })
  await rules.use()
  return { rule }
}

export async function removeRule(
  { store, rules }: Services,
  actor: Actor,
  { ruleId }: CommandInput<'rules.remove'>,
): Promise<CommandAnswer<'rules.remove'>> {
  const version = await store.write(actor.workspaceId, [actor.workspaceId], async ({ rows }) => {
    const before = await requirePresent(rows, actor, ruleId)
    await changeRule(rows, actor, store.now(), before, { isRemoved: true })
    await recordAudit(rows, actor, store.now(), {
      kind: 'rule-removed',
      subject: { id: ruleId, name: before.name },
      previous: { version: before.version },
    })
    return before.version
  })
  await rules.use()
  return { version }
}

/** All others keep their order. */
export async function moveRule(
  { store, rules }: Services,
  actor: Actor,
  { ruleId, place }: CommandInput<'rules.move'>,
): Promise<CommandAnswer<'rules.move'>> {
  const previous = await store.write(actor.workspaceId, [actor.workspaceId], async ({ rows }) => {
    const { name } = await requirePresent(rows, actor, ruleId)
    const before = await placeRule(rows, actor, ruleId, place)
    const subject = { id: ruleId, name }
    await recordAudit(rows, actor, store.now(), { kind: 'rules-ordered', subject, previous: { place: before } })
    return before
  })
  await rules.use()
  return { previous }
}

/** Answers where it was. */
export async function placeRule(rows: Database, actor: Actor, ruleId: string, place: number): Promise<number> {
  const ids = (await readRuleRows(rows, actor.workspaceId)).map(({ id }) => id)
  const ordered = ids.filter((id) => id !== ruleId).toSpliced(place, 0, ruleId)
  for (const [at, id] of ordered.entries()) {
    await rows.updateTable('rules').set({ place: at }).where('id', '=', id).execute()
  }
  return ids.indexOf(ruleId)
}

export async function requirePresent(rows: Database, actor: Actor, ruleId: string) {
  const row = await requireRule(rows, actor, ruleId)
  if (row.removed_at !== null) throw new ParleyError('not_found', { kind: 'rule', id: ruleId })
  return row
}
