import type { Trainable } from '../packs/kept-model'
import type { SpanModel } from '../spans/span-model'
import { trainSpans } from '../spans/train-spans'
import { knownNames, loadNamePack, nameExamples } from './name-pack'

/** To be raised when the same examples would give another model. */
const TRAINER_VERSION = 1

export function trainableNames(): Trainable<SpanModel> {
  const pack = loadNamePack()
  return {
    name: pack.name,
    task: 'names',
    material: [TRAINER_VERSION, pack.sentences, knownNames()],
    train: (options) => trainSpans(nameExamples(pack), { ...options, known: knownNames() }),
  }
}
