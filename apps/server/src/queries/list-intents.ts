import { loadPack } from '@parley/nlu'
import {
  type IntentExampleId,
  type IntentModelId,
  type IntentModelSummary,
  type IntentSummary,
  ParleyError,
  type QueryAnswer,
  type QueryInput,
  type UserId,
} from '@parley/protocol'
import type { Selectable } from 'kysely'
import type { Actor } from '../actor'
import type { Services } from '../services'
import type { Database } from '../store/database'
import { readIntentNames } from '../store/label-values'
import { readUnderstandingSettings } from '../store/understanding-settings'
import type { IntentModelTable } from '../store/understanding-tables'

/** What the page about intents shows. */
export async function listIntents({ store, intents }: Services, actor: Actor): Promise<QueryAnswer<'intents.list'>> {
  const { rows } = store
  const { liveModel, operatingPoint, whoMayLabel, doLabelsTrain } = await readUnderstandingSettings(
    rows,
    actor.workspaceId,
  )
  const [names, own, labelled, figures, models] = await Promise.all([
    readIntentNames(rows, actor.workspaceId),
    countExamples(rows, actor.workspaceId),
    countLabels(rows, actor.workspaceId),
    intents.figures(),
    readModels(rows, actor.workspaceId),
  ])
  const judged = new Map(figures?.intents.map((figure) => [figure.name, figure]))
  return {
    isAvailable: intents.isAvailable,
    intents: names.map(
      (name): IntentSummary => ({
        ...{ name, isShipped: Object.hasOwn(loadPack().intents, name), shippedExamples: shippedExamples(name).length },
        ownExamples: own.get(name) ?? 0,
        labelledMessages: labelled.get(name) ?? 0,
        judged: judged.get(name)?.judged ?? 0,
        right: judged.get(name)?.right ?? 0,
      }),
    ),
    outOfScope: { ownExamples: own.get(null) ?? 0, labelledMessages: labelled.get(null) ?? 0 },
    learning: intents.status(),
    models: models.map((row) => asModel(row, liveModel)),
    liveModel: liveModel as IntentModelId | null,
    figures: figures && {
      ...{ threshold: figures.threshold, rows: figures.rows, accuracy: figures.accuracy },
      curve: figures.curve.map((point) => ({ ...point })),
    },
    operatingPoint,
    rules: { whoMayLabel, doLabelsTrain },
  }
}

/** In the order that they were added, the newest first. */
export async function listIntentExamples(
  { store }: Services,
  actor: Actor,
  { intent }: QueryInput<'intents.examples'>,
): Promise<QueryAnswer<'intents.examples'>> {
  const isKnown = intent === undefined || (await readIntentNames(store.rows, actor.workspaceId)).includes(intent)
  if (!isKnown) throw new ParleyError('not_found', { kind: 'intent', id: intent })
  const own = await store.rows
    .selectFrom('intent_examples')
    .selectAll()
    .where('workspace_id', '=', actor.workspaceId)
    .where('intent', intent === undefined ? 'is' : '=', intent ?? null)
    .orderBy('id', 'desc')
    .execute()
  return {
    own: own.map((row) => ({
      ...{ id: row.id as IntentExampleId, text: row.text, addedBy: row.added_by as UserId },
      addedAt: row.added_at.toISOString(),
    })),
    shipped: intent === undefined ? outsideExamples() : shippedExamples(intent),
  }
}

function shippedExamples(name: string): string[] {
  const examples = loadPack().intents[name]?.examples
  return examples ? [...examples.zh, ...examples.en] : []
}

const outsideExamples = (): string[] => Object.values(loadPack().outOfScope).flat()

async function countExamples(rows: Database, workspaceId: string): Promise<Map<string | null, number>> {
  const found = await rows
    .selectFrom('intent_examples')
    .select(({ fn }) => ['intent', fn.countAll<number>().as('count')])
    .where('workspace_id', '=', workspaceId)
    .groupBy('intent')
    .execute()
  return new Map(found.map(({ intent, count }) => [intent, Number(count)]))
}

async function countLabels(rows: Database, workspaceId: string): Promise<Map<string | null, number>> {
  const found = await rows
    .selectFrom('message_labels')
    .select(({ fn }) => ['value', fn.countAll<number>().as('count')])
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'intent')
    .groupBy('value')
    .execute()
  return new Map(found.map(({ value, count }) => [value, Number(count)]))
}

const readModels = (rows: Database, workspaceId: string) =>
  rows
    .selectFrom('intent_models')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('trained_at', 'desc')
    .execute()

/** Written by this server and by it alone. */
function asModel(row: Selectable<IntentModelTable>, liveModel: string | null): IntentModelSummary {
  const { accuracy, comparison } = row.figures as Pick<IntentModelSummary, 'accuracy' | 'comparison'>
  return {
    ...{ id: row.id as IntentModelId, trainedAt: row.trained_at.toISOString(), ownExamples: row.own_examples },
    ...{ state: row.state, isLive: row.id === liveModel, accuracy, comparison },
  }
}
