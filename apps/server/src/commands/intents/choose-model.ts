import { type CommandAnswer, type CommandInput, type IntentModelId, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import {
  readUnderstandingSettings,
  saveUnderstandingSettings,
  type UnderstandingSettings,
} from '../../store/understanding-settings'
import { requireModel } from './require-model'

/** Also when nothing has changed: labels were given meanwhile, or somebody wants to see it. */
export async function learnIntents({ intents }: Services): Promise<CommandAnswer<'intents.learn'>> {
  if (!intents.isAvailable) throw new ParleyError('encoder_unavailable')
  intents.learn()
  return {}
}

/** What was waiting for a decision has had one, when it is chosen. */
export async function useIntentModel(
  services: Services,
  actor: Actor,
  { modelId }: CommandInput<'intents.useModel'>,
): Promise<CommandAnswer<'intents.useModel'>> {
  const trainedAt = modelId && (await requireModel(services.store.rows, actor, modelId))
  const before = await change(services, actor, { liveModel: modelId })
  const name = trainedAt ? trainedAt.toISOString().slice(0, 16).replace('T', ' ') : 'shipped'
  await services.store.write(actor.workspaceId, [], async ({ rows }) => {
    if (modelId) await rows.updateTable('intent_models').set({ state: 'kept' }).where('id', '=', modelId).execute()
    const subject = { id: modelId ?? actor.workspaceId, name }
    await recordAudit(rows, actor, services.store.now(), { kind: 'intent-model-chosen', subject })
  })
  return { previous: before.liveModel as IntentModelId | null }
}

export async function setOperatingPoint(
  services: Services,
  actor: Actor,
  { threshold }: CommandInput<'intents.setOperatingPoint'>,
): Promise<CommandAnswer<'intents.setOperatingPoint'>> {
  const before = await change(services, actor, { operatingPoint: threshold })
  const name = threshold === null ? 'shipped' : threshold.toFixed(2)
  await services.store.write(actor.workspaceId, [], ({ rows }) =>
    recordAudit(rows, actor, services.store.now(), {
      kind: 'operating-point-set',
      subject: { id: actor.workspaceId, name },
      previous: { threshold: before.operatingPoint },
    }),
  )
  return { previous: before.operatingPoint }
}

/** Works at once, or is taken back: what cannot be used is not what the settings say. */
async function change(
  { store, intents }: Services,
  actor: Actor,
  changes: Partial<UnderstandingSettings>,
): Promise<UnderstandingSettings> {
  const before = await readUnderstandingSettings(store.rows, actor.workspaceId)
  await saveUnderstandingSettings(store.rows, actor.workspaceId, changes)
  try {
    await intents.useChosen()
  } catch (error) {
    await saveUnderstandingSettings(store.rows, actor.workspaceId, {
      ...('liveModel' in changes && { liveModel: before.liveModel }),
      ...('operatingPoint' in changes && { operatingPoint: before.operatingPoint }),
    })
    throw new ParleyError('model_unusable', {}, { cause: error })
  }
  return before
}
