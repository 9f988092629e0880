import { fork } from 'node:child_process'
import { setImmediate } from 'node:timers/promises'
import { type Encoder, EncoderUnavailableError } from '@parley/inference'
import { ParleyError } from '@parley/protocol'
import type { EvaluationOrder, FromEvaluator, MeasuredReport, Reading, ToEvaluator } from './evaluate-wire'

export interface EvaluationJob {
  /** The bundled `evaluate-child.ts`. */
  readonly entryPath: string
  readonly encoder: Encoder | null
  readonly order: EvaluationOrder
  readonly reading: Reading
  readonly signal: AbortSignal
  readonly onProgress: (share: number) => void
}

/** Measures in a process of its own. */
export function evaluate({
  entryPath,
  encoder,
  order,
  reading,
  signal,
  onProgress,
}: EvaluationJob): Promise<MeasuredReport> {
  signal.throwIfAborted()
  const child = fork(entryPath, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    signal,
  })
  const tell = (message: ToEvaluator) => child.connected && child.send(message)
  return new Promise<MeasuredReport>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, ended) => reject(new Error(`measuring ended with ${ended ?? code}`)))
    child.on('message', (incoming: FromEvaluator) => {
      if (incoming.type === 'encode') void encodeFor(encoder, incoming.texts, signal).then(tell)
      else if (incoming.type === 'progress') onProgress(incoming.share)
      else if (incoming.type === 'measured') resolve(incoming.report)
      else reject(new ParleyError(incoming.failure, {}, { cause: new Error(incoming.reason) }))
    })
    void handOver(tell, order, reading).catch(reject)
  }).finally(() => {
    if (child.connected) child.disconnect()
  })
}

const PORTION = 100

/** Few messages at a time: they are copied on the event loop. */
async function handOver(tell: (message: ToEvaluator) => void, order: EvaluationOrder, reading: Reading): Promise<void> {
  for (let at = 0; at < order.messages.length; at += PORTION) {
    tell({ type: 'messages', messages: order.messages.slice(at, at + PORTION) })
    await setImmediate()
  }
  tell({ type: 'evaluate', order: { ...order, messages: [] }, reading })
}

async function encodeFor(encoder: Encoder | null, texts: readonly string[], signal: AbortSignal): Promise<ToEvaluator> {
  try {
    if (!encoder) throw new EncoderUnavailableError('there is no encoder')
    const encodings = await encoder.encode(texts, { purpose: 'query', priority: 'background', signal })
    return { type: 'encoded', encodings }
  } catch (error) {
    return { type: 'not-encoded', reason: String(error), isUnavailable: error instanceof EncoderUnavailableError }
  }
}
