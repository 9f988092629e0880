import { type ChildProcess, fork } from 'node:child_process'
import { type Encoder, EncoderUnavailableError } from '@parley/inference'
import type { IntentLessons, LearntIntents } from '../assistant/intent-control'
import type { EncoderShape, FromLearner, LearnOrder, ToLearner } from './learn-intents-wire'

export interface LearnIntentsJob extends IntentLessons {
  /** The bundled `learn-intents-child.ts`. */
  readonly entryPath: string
  readonly encoder: Encoder | null
  readonly shippedDirectory: string
  readonly featureDirectory: string
}

/** So few texts are somebody's new examples, who waits to see them work. */
const FEW = 64

/** Learns in a process of its own, which encodes with this process's encoder; the models lie where wanted when this resolves. */
export function learnIntents(job: LearnIntentsJob): Promise<LearntIntents> {
  job.signal.throwIfAborted()
  const child = fork(job.entryPath, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    signal: job.signal,
  })
  const tell = (message: ToLearner) => child.connected && child.send(message)
  return new Promise<LearntIntents>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, ended) => reject(new Error(`learning intents ended with ${ended ?? code}`)))
    child.on('message', (incoming: FromLearner) => {
      if (incoming.type === 'encode') void encodeFor(job, incoming.texts).then(tell)
      else if (incoming.type === 'progress') job.onProgress(incoming.share)
      else if (incoming.type === 'extended') job.onExtended().catch(reject)
      else if (incoming.type === 'learnt') resolve(incoming)
      else reject(new Error(incoming.reason))
    })
    tell({ type: 'learn', order: orderOf(job) })
  }).finally(() => end(child))
}

function end(child: ChildProcess): void {
  if (child.connected) child.disconnect()
}

function orderOf({ encoder, ...job }: LearnIntentsJob): LearnOrder {
  const { own, live, extended, trained, shippedDirectory, featureDirectory } = job
  return { encoder: encoder && shapeOf(encoder), own, live, extended, trained, shippedDirectory, featureDirectory }
}

/** What a process needs to know of an encoder that it borrows. */
export const shapeOf = ({ id, hiddenSize, pooledLayers, maxTokens }: EncoderShape): EncoderShape => ({
  ...{ id, hiddenSize, pooledLayers, maxTokens },
})

async function encodeFor({ encoder, signal }: LearnIntentsJob, texts: readonly string[]): Promise<ToLearner> {
  try {
    if (!encoder) throw new EncoderUnavailableError('there is no encoder')
    const priority = texts.length <= FEW ? 'interactive' : 'background'
    return { type: 'encoded', encodings: await encoder.encode(texts, { purpose: 'query', priority, signal }) }
  } catch (error) {
    return { type: 'not-encoded', reason: String(error), isUnavailable: error instanceof EncoderUnavailableError }
  }
}
