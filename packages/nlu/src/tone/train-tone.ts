import { createEncodingCache, withEncodingCache } from '@parley/inference'
import type { LabelModel } from '../labels/label-model'
import { trainLabels } from '../labels/train-labels'
import type { Trainable, TrainHereOptions } from '../packs/kept-model'
import { TONE_KINDS, type ToneKind } from './tone'
import { type TonePack, toneExamples } from './tone-pack'

/** One model for each kind of label. */
export type ToneModel = Readonly<Record<ToneKind | 'acts', LabelModel>>

/** To be raised when the same examples would give another model. */
const TRAINER_VERSION = 1

/** Of the messages of a pack, which every kind of label is learnt from: some 8 KB each. */
const CACHE_BYTES = 64 * 1024 * 1024

export async function trainTone(pack: TonePack, { encoder, ...options }: TrainHereOptions): Promise<ToneModel> {
  const reading = encoder && withEncodingCache(encoder, createEncodingCache(CACHE_BYTES))
  const train = (kind: ToneKind | 'acts') =>
    trainLabels(toneExamples(pack, kind), { ...options, encoder: reading, isExclusive: kind !== 'acts' })
  const models: [string, LabelModel][] = []
  for (const kind of [...TONE_KINDS, 'acts'] as const) models.push([kind, await train(kind)])
  return Object.fromEntries(models) as unknown as ToneModel
}

export const trainableTone = (pack: TonePack): Trainable<ToneModel> => ({
  name: pack.name,
  task: 'tones',
  material: [TRAINER_VERSION, pack.messages, pack.briefly, toneExamples(pack, 'acts')],
  train: (options) => trainTone(pack, options),
})
