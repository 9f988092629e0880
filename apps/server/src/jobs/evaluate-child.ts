import { constants, setPriority } from 'node:os'
import { type Encoding, tellParent } from '@parley/inference'
import { type JudgedMessage, teamReport } from '@parley/learning'
import {
  classifiedPart,
  encodeAsMeant,
  exampleKey,
  IntentClassifier,
  loadIntentModel,
  openKeptHeads,
} from '@parley/nlu'
import { ParleyError } from '@parley/protocol'
import { detectLanguage } from '@parley/text'
import { BorrowedEncoder } from '../assistant/borrowed-encoder'
import type {
  EvaluationOrder,
  FromEvaluator,
  LabelledMessage,
  ModelChoice,
  Reading,
  ToEvaluator,
} from './evaluate-wire'
import { evaluationFailure } from './evaluation-failure'

/*
 * Entry of the process that measures what is read on the messages that people labelled, bundled on its own. It encodes
 * with the server's encoder, by messages.
 */

setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
process.on('disconnect', () => process.exit(1))

const AT_ONCE = 32
const send = (outgoing: FromEvaluator) => tellParent(outgoing)
const handed: LabelledMessage[] = []
let borrowed: BorrowedEncoder | undefined

process.on('message', (incoming: ToEvaluator) => {
  if (incoming.type === 'messages') handed.push(...incoming.messages)
  else if (incoming.type === 'evaluate') {
    void evaluate({ ...incoming.order, messages: handed }, incoming.reading).catch(fail)
  } else borrowed?.settle({ ...incoming, requestId: 0 })
})

async function evaluate(order: EvaluationOrder, reading: Reading): Promise<void> {
  const rows = order.kind === 'labels' ? readElsewhere(order) : await judgeIntents(order, reading)
  send({ type: 'measured', report: { ...teamReport(rows), left: order.messages.length - rows.length } })
}

function readElsewhere({ messages, read }: Extract<EvaluationOrder, { kind: 'labels' }>): JudgedMessage[] {
  return messages.map(({ id, text, truth }, index) => {
    const { prediction, confidence } = read[index] ?? { prediction: null, confidence: 0 }
    return { id, truth, lang: detectLanguage(text), prediction, confidence, best: prediction }
  })
}

type IntentOrder = Extract<EvaluationOrder, { kind: 'intents' }>
type Said = Pick<JudgedMessage, 'prediction' | 'confidence' | 'best'>

interface Judge {
  /** As the judge reads them. */
  encode(messages: readonly LabelledMessage[]): Promise<Encoding[]>
  say(message: LabelledMessage, encoding: Encoding | null): Said | null
}

async function judgeIntents(order: IntentOrder, reading: Reading): Promise<JudgedMessage[]> {
  const judge = await openJudge(order.model, reading)
  const judgeOther = order.other && (await openJudge(order.other, reading))
  const rows: JudgedMessage[] = []
  for (let at = 0; at < order.messages.length; at += AT_ONCE) {
    const messages = order.messages.slice(at, at + AT_ONCE)
    const encodings = await judge.encode(messages)
    const others = (await judgeOther?.encode(messages)) ?? []
    messages.forEach((message, index) => {
      const said = judge.say(message, encodings[index] ?? null)
      const other = judgeOther?.say(message, others[index] ?? null)
      const { id, text, truth } = message
      if (said) rows.push({ id, truth, lang: detectLanguage(text), ...said, ...(other && { other: other.prediction }) })
    })
    send({ type: 'progress', share: Math.min(1, (at + AT_ONCE) / order.messages.length) })
  }
  return rows
}

/** Who judges by a model; of a message that it had learnt from, by one that had not, or not at all. */
async function openJudge(choice: ModelChoice, reading: Reading): Promise<Judge> {
  const { model, classifier, limit } = await openClassifier(choice, reading).catch((cause: unknown) => {
    throw new ParleyError('model_unusable', {}, { cause })
  })
  const heldOut = judgedByKey(model, limit)
  const learnt = new Set([...model.examples.keys, ...model.examples.outsideKeys])
  const say: Judge['say'] = ({ text }, encoding) => {
    const key = exampleKey(text)
    if (learnt.has(key)) return heldOut.get(key) ?? null
    const { name, confidence, ranking } = classifier.predict(encoding, classifiedPart(text))
    return { prediction: name, confidence, best: ranking[0]?.name ?? null }
  }
  return { say, encode: (messages) => encode(reading, messages, classifier) }
}

async function openClassifier({ directory, threshold }: ModelChoice, reading: Reading) {
  const model = directory === null ? await openShipped(reading) : await loadIntentModel(directory)
  const limit = threshold ?? model.pool.threshold
  const classifier = new IntentClassifier({ ...model, pool: { ...model.pool, threshold: limit } })
  classifier.assertReads(reading.encoder)
  return { model, classifier, limit }
}

function judgedByKey(model: IntentClassifier['model'], threshold: number): Map<string, Said> {
  const { rows = [], best = [], confidences = [] } = model.pool.judged ?? {}
  return new Map(
    rows.map((row, index) => {
      const [name, confidence] = [model.intents[best[index] as number] as string, confidences[index] as number]
      const said = { prediction: confidence < threshold ? null : name, confidence, best: name }
      return [model.examples.keys[row] as string, said]
    }),
  )
}

async function openShipped({ shippedDirectory, encoder }: Reading) {
  const heads = await openKeptHeads({ directory: shippedDirectory, encoder })
  if (!heads) throw new Error('the shipped intents cannot be read')
  return heads.classifier.model
}

async function encode(
  { encoder }: Reading,
  messages: readonly LabelledMessage[],
  classifier: IntentClassifier,
): Promise<Encoding[]> {
  if (!encoder) return []
  borrowed ??= new BorrowedEncoder(encoder.id, (texts) => send({ type: 'encode', texts }))
  const parts = messages.map(({ text }) => classifiedPart(text))
  return encodeAsMeant(borrowed, parts, classifier)
}

function fail(error: unknown): void {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
  send({ type: 'failed', failure: evaluationFailure(error), reason })
}
