import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import { readUnderstandingSettings, saveUnderstandingSettings } from '../../store/understanding-settings'

/** Who may label, and whether labels may be learnt from; labels that are there stay. */
export function setLabelRules(
  { store }: Services,
  actor: Actor,
  { whoMayLabel, doLabelsTrain }: CommandInput<'labels.setRules'>,
): Promise<CommandAnswer<'labels.setRules'>> {
  return store.write(actor.workspaceId, [], async ({ rows }) => {
    const before = await readUnderstandingSettings(rows, actor.workspaceId)
    await saveUnderstandingSettings(rows, actor.workspaceId, {
      ...(whoMayLabel && { whoMayLabel }),
      ...(doLabelsTrain !== undefined && { doLabelsTrain }),
    })
    const name = [whoMayLabel, doLabelsTrain === undefined ? undefined : `learning = ${doLabelsTrain}`]
      .filter((part) => part !== undefined)
      .join(', ')
    const previous = { whoMayLabel: before.whoMayLabel, doLabelsTrain: before.doLabelsTrain }
    const subject = { id: actor.workspaceId, name }
    await recordAudit(rows, actor, store.now(), { kind: 'label-rules-set', subject, previous })
    return {}
  })
}
