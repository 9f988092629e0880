import { IntentClassifier } from '../intents/intent-classifier'
import { trainableNames } from '../names/train-names'
import { loadRequestPack } from '../requests/request-pack'
import { SpanTagger } from '../spans/span-tagger'
import { loadTonePack } from '../tone/tone-pack'
import { ToneReader } from '../tone/tone-reader'
import { trainableTone } from '../tone/train-tone'
import { loadPack } from './intent-pack'
import { isKept, type KeptModelOptions, openKept, openTrained, type TrainHereOptions } from './kept-model'
import { trainablePack } from './train-pack'

/** What Parley reads a message with. */
export interface ShippedHeads {
  readonly classifier: IntentClassifier
  readonly requests?: IntentClassifier
  readonly tone?: ToneReader
  readonly names?: SpanTagger
}

/** Each is trained at the first start, on the encoder of this machine. */
const trainables = {
  intents: trainablePack(loadPack()),
  requests: trainablePack(loadRequestPack()),
  tones: trainableTone(loadTonePack()),
  names: trainableNames(),
} as const

export type HeadName = keyof typeof trainables

/** Heads that are still to be trained. */
export interface MissingHeads {
  /** A server waits for them. */
  readonly needed: readonly HeadName[]
  /** It can begin without them. */
  readonly further: readonly HeadName[]
}

export async function missingHeads(options: KeptModelOptions): Promise<MissingHeads> {
  return {
    needed: await missingAmong(['intents', 'requests'], options),
    further: await missingAmong(['tones', 'names'], options),
  }
}

/** By words alone only intents are told. */
async function missingAmong(names: readonly HeadName[], options: KeptModelOptions): Promise<HeadName[]> {
  const useful = options.encoder === null ? names.filter((name) => name === 'intents') : names
  const kept = await Promise.all(useful.map((name) => isKept(trainables[name], options)))
  return useful.filter((_name, index) => !kept[index])
}

/** Trains a head, unless it is kept already, and keeps it. */
export async function trainHead(
  name: HeadName,
  options: TrainHereOptions & { readonly directory: string },
): Promise<void> {
  await openTrained<object>(trainables[name], options)
}

export interface OpenHeadsOptions extends KeptModelOptions {
  /** Whether sentiment and emotion are told. Default true. */
  readonly readsSentiment?: boolean
}

/** The heads that are kept; null where not even the intents are. */
export async function openKeptHeads(options: OpenHeadsOptions): Promise<ShippedHeads | null> {
  const classifier = await openKept(trainables.intents, options)
  if (classifier === null || options.encoder === null)
    return classifier && { classifier: new IntentClassifier(classifier) }
  const [requests, tone, names] = await Promise.all([
    openKept(trainables.requests, options),
    openKept(trainables.tones, options),
    openKept(trainables.names, options),
  ])
  return {
    classifier: new IntentClassifier(classifier),
    ...(requests && { requests: new IntentClassifier(requests) }),
    ...(tone && { tone: new ToneReader(tone, options) }),
    ...(names && { names: new SpanTagger(names) }),
  }
}
