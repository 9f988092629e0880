import type { Encoder } from '@parley/inference'
import {
  classifiedPart,
  encodeMessages,
  IntentClassifier,
  type MessageEncoding,
  SpanTagger,
  statesAsMeant,
} from '@parley/nlu'
import type { Language } from '@parley/text'
import { byLanguage } from './by-language'
import { type LatencyMs, summariseLatency } from './latency'
import { isWhole, type JudgedSpans, type SpanMetrics, spanMetrics, spanMetricsByType } from './span-metrics'
import { readSlotRows, type SlotRow } from './span-rows'
import { type Provenance, type TrainedEvaluationOptions, trainAndMeasure, trainerProgress } from './trained-evaluation'

export interface SlotMetrics {
  readonly n: number
  /** The likeliest intent, whether or not it passes the threshold. */
  readonly intentAccuracy: number
  /** Exact span and type, micro-averaged. */
  readonly slotF1: number
  /** Share of messages with the right intent and exactly the right slots. */
  readonly sentenceAccuracy: number
}

export interface SlotsReport extends SlotMetrics, Provenance {
  readonly task: 'slots'
  readonly lang: Readonly<Partial<Record<Language, SlotMetrics>>>
  readonly byType: Readonly<Record<string, SpanMetrics>>
  /** One message at a time, encoder included. */
  readonly latencyMs: LatencyMs
}

interface JudgedSlots extends JudgedSpans {
  readonly isIntentRight: boolean
  readonly lang: Language
  readonly ms: number
}

interface Heads {
  readonly classifier: IntentClassifier
  readonly tagger: SpanTagger
}

/**
 * `eval slots`: trains the intent heads and the tagger that the server uses, and measures them on a test file.
 *
 * @throws EvaluationInputError for unusable input.
 */
export async function evaluateSlots(options: TrainedEvaluationOptions): Promise<SlotsReport> {
  const test = await readSlotRows(options.test)
  return trainAndMeasure(
    options,
    () => train(options),
    async (heads) => {
      const judged: JudgedSlots[] = []
      for (const row of test) judged.push(await judge(row, heads, options.encoder))
      return { task: 'slots', ...summarise(judged) } as const
    },
  )
}

async function train(options: TrainedEvaluationOptions): Promise<Heads> {
  const examples = await readSlotRows(options.train)
  const training = { ...options, onProgress: trainerProgress(options) }
  const intents = new Set(examples.map(({ intent }) => intent))
  options.onProgress?.(`${examples.length} examples of ${intents.size} intents`)
  const classifier = await IntentClassifier.train(examples, training)
  const spans = examples.map(({ text, spans, intent }) => ({ text, spans, topic: intent }))
  return { classifier, tagger: await SpanTagger.train(spans, training) }
}

/** One encoder pass, two where a slip is mended: the intent is read from its pooled states, the slots from its token states and the intent. */
async function judge(row: SlotRow, heads: Heads, encoder: Encoder | null): Promise<JudgedSlots> {
  const started = performance.now()
  const text = classifiedPart(row.text)
  const [encoding] = encoder ? await encodeMessages(encoder, [row.text], {}, heads.classifier) : []
  const { intent, found } = read(text, encoding ?? null, heads)
  const ms = performance.now() - started
  return { truth: row.spans, found, isIntentRight: intent === row.intent, lang: row.lang, ms }
}

function read(text: string, encoding: MessageEncoding | null, { classifier, tagger }: Heads) {
  const intent = classifier.predict(statesAsMeant(encoding), text).ranking[0]?.name
  return { intent, found: tagger.tag(encoding, text, intent) }
}

function summarise(judged: readonly JudgedSlots[]) {
  return {
    ...slotMetrics(judged),
    lang: byLanguage(judged, ({ lang }) => lang, slotMetrics),
    byType: spanMetricsByType(judged),
    latencyMs: summariseLatency(judged.map(({ ms }) => ms)),
  }
}

function slotMetrics(rows: readonly JudgedSlots[]): SlotMetrics {
  const share = (test: (row: JudgedSlots) => boolean) => rows.filter(test).length / Math.max(1, rows.length)
  return {
    n: rows.length,
    intentAccuracy: share(({ isIntentRight }) => isIntentRight),
    slotF1: spanMetrics(rows).f1,
    sentenceAccuracy: share((row) => row.isIntentRight && isWhole(row)),
  }
}
