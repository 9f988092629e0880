import type { Encoding } from '@parley/inference'
import { IntentClassifier, SpanTagger } from '@parley/nlu'
import type { Language } from '@parley/text'
import type { EvaluateSpansOptions } from './entities'
import { type LatencyMs, summariseLatency } from './latency'
import { isWhole, type JudgedSpans, type SpanMetrics, spanMetrics, spanMetricsByType } from './span-metrics'
import { readSlotRows, type SlotRow } from './span-rows'

export interface SlotMetrics {
  readonly n: number
  /** The likeliest intent, whether or not it passes the threshold. */
  readonly intentAccuracy: number
  /** Exact span and type, micro-averaged. */
  readonly slotF1: number
  /** Share of messages with the right intent and exactly the right slots. */
  readonly sentenceAccuracy: number
}

export interface SlotsReport extends SlotMetrics {
  readonly task: 'slots'
  readonly lang: Readonly<Partial<Record<Language, SlotMetrics>>>
  readonly byType: Readonly<Record<string, SpanMetrics>>
  readonly seed: number
  /** Encoding of the examples included. */
  readonly trainSeconds: number
  /** One message at a time, encoder included. */
  readonly latencyMs: LatencyMs
  readonly seconds: number
  readonly encoder: string | null
  readonly version: string
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
export async function evaluateSlots(options: EvaluateSpansOptions): Promise<SlotsReport> {
  const started = performance.now()
  const [examples, test] = await Promise.all([readSlotRows(options.train), readSlotRows(options.test)])
  const heads = await train(examples, options)
  const trainSeconds = (performance.now() - started) / 1000
  options.onProgress?.(`trained in ${trainSeconds.toFixed(1)} s, reading ${test.length} test rows`)
  const judged: JudgedSlots[] = []
  for (const row of test) judged.push(await judge(row, heads, options))
  return {
    task: 'slots',
    ...slotMetrics(judged),
    lang: byLanguage(judged),
    byType: spanMetricsByType(judged),
    seed: options.seed ?? 1,
    trainSeconds,
    latencyMs: summariseLatency(judged.map(({ ms }) => ms)),
    seconds: (performance.now() - started) / 1000,
    encoder: options.encoder?.id ?? null,
    version: options.version,
  }
}

async function train(examples: readonly SlotRow[], options: EvaluateSpansOptions): Promise<Heads> {
  const report = ({ step, view }: { step: string; view?: string }) => options.onProgress?.(`${step} ${view ?? ''}`)
  const training = { ...options, onProgress: report }
  const intents = new Set(examples.map(({ intent }) => intent))
  options.onProgress?.(`${examples.length} examples of ${intents.size} intents`)
  const classifier = await IntentClassifier.train(examples, training)
  const spans = examples.map(({ text, spans, intent }) => ({ text, spans, topic: intent }))
  return { classifier, tagger: await SpanTagger.train(spans, training) }
}

/** One encoder pass: the intent is read from its pooled states, the slots from its token states and the intent. */
async function judge(row: SlotRow, heads: Heads, { encoder }: EvaluateSpansOptions): Promise<JudgedSlots> {
  const started = performance.now()
  const [encoding] = (await encoder?.encode([row.text], { purpose: 'query', tokens: true })) ?? []
  const { intent, found } = read(row.text, encoding ?? null, heads)
  const ms = performance.now() - started
  return { truth: row.spans, found, isIntentRight: intent === row.intent, lang: row.lang, ms }
}

function read(text: string, encoding: Encoding | null, { classifier, tagger }: Heads) {
  const intent = classifier.predict(encoding, text).ranking[0]?.name
  return { intent, found: tagger.tag(encoding, text, intent) }
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

function byLanguage(rows: readonly JudgedSlots[]): SlotsReport['lang'] {
  const languages = new Set(rows.map(({ lang }) => lang))
  return Object.fromEntries([...languages].map((lang) => [lang, slotMetrics(rows.filter((row) => row.lang === lang))]))
}
