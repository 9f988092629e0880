import type { AuditKind } from '@parley/protocol'
import type { Selectable } from 'kysely'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import type { AuditTable } from '../../store/schema'
import { changeRule } from '../../store/stored-rules'
import { saveUnderstandingSettings, type UnderstandingSettings } from '../../store/understanding-settings'
import type { Write } from '../../store/write'
import { placeRule, requirePresent } from '../rules/change-rules'
import { restoreVersion } from '../rules/restore-rule'

type Entry = Pick<Selectable<AuditTable>, 'subject_id' | 'subject_name' | 'previous'>

/** What an act on one of these needs to be taken back; written by this server and by it alone. */
interface Ground<Previous> {
  readonly write: Write
  readonly actor: Actor
  readonly now: Date
  readonly ruleId: string
  readonly previous: Previous
}

type Undo<Previous> = (ground: Ground<Previous>) => Promise<unknown>

const bringBack: Undo<{ version: number }> = ({ write, actor, now, ruleId, previous: { version } }) =>
  restoreVersion(write.rows, actor, now, { ruleId, version })

/** A rule that was not there before goes, and can be restored like any other. */
const undoSaving: Undo<{ version: number | null }> = async (ground) => {
  const { write, actor, now, ruleId, previous } = ground
  if (previous.version !== null) return bringBack({ ...ground, previous: { version: previous.version } })
  const rule = await requirePresent(write.rows, actor, ruleId)
  await changeRule(write.rows, actor, now, rule, { isRemoved: true })
  const subject = { id: ruleId, name: rule.name }
  await recordAudit(write.rows, actor, now, { kind: 'rule-removed', subject, previous: { version: rule.version } })
}

const UNDOS = {
  'rule-saved': undoSaving,
  'rule-removed': bringBack,
  'rules-ordered': (({ write, actor, ruleId, previous: { place } }) =>
    placeRule(write.rows, actor, ruleId, place)) satisfies Undo<{ place: number }>,
  'operating-point-set': (({ write, actor, previous: { threshold } }) =>
    saveUnderstandingSettings(write.rows, actor.workspaceId, { operatingPoint: threshold })) satisfies Undo<{
    threshold: number | null
  }>,
  'label-rules-set': (({ write, actor, previous }) =>
    saveUnderstandingSettings(write.rows, actor.workspaceId, previous)) satisfies Undo<
    Pick<UnderstandingSettings, 'whoMayLabel' | 'doLabelsTrain'>
  >,
} as const

export type UndoableSetting = keyof typeof UNDOS

export const isUndoableSetting = (kind: AuditKind): kind is UndoableSetting => Object.hasOwn(UNDOS, kind)

/** Sets again what was so before; whoever calls it has it used afterwards, by `useAgain`. */
export async function undoSetting(
  write: Write,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  kind: UndoableSetting,
  { subject_id, previous }: Entry,
): Promise<void> {
  const undo = UNDOS[kind] as Undo<unknown>
  await undo({ write, actor, now, ruleId: subject_id ?? '', previous })
}

/** What reads messages learns what has changed. */
export async function useAgain({ rules, intents }: Services, kind: AuditKind): Promise<void> {
  if (kind === 'operating-point-set') await intents.useChosen()
  if (kind.startsWith('rule')) await rules.use()
}
