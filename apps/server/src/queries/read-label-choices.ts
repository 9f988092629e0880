import { LabelKind, type QueryAnswer } from '@parley/protocol'
import type { Actor } from '../actor'
import { mayLabel } from '../policies/label-policy'
import type { Services } from '../services'
import { readLabelValues } from '../store/label-values'

/** What a message can be labelled as. */
export async function readLabelChoices({ store }: Services, actor: Actor): Promise<QueryAnswer<'labels.choices'>> {
  const values = await readLabelValues(store.rows, actor.workspaceId)
  return {
    mayLabel: await mayLabel(store.rows, actor),
    choices: LabelKind.options.map((kind) => ({ kind, values: [...values[kind]] })),
  }
}
