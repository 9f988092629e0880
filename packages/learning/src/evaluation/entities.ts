import type { Encoder, MatrixProduct } from '@parley/inference'
import { SpanTagger } from '@parley/nlu'
import type { Language } from '@parley/text'
import { type LatencyMs, summariseLatency } from './latency'
import { type JudgedSpans, type SpanMetrics, spanMetrics, spanMetricsByType } from './span-metrics'
import { readEntityRows, type SpanRow } from './span-rows'

export interface EvaluateSpansOptions {
  readonly train: string
  readonly test: string
  /** Default 1. */
  readonly seed?: number | undefined
  /** Gives token states; null: lexical features only. */
  readonly encoder: Encoder | null
  readonly product: MatrixProduct
  readonly version: string
  readonly onProgress?: ((line: string) => void) | undefined
}

export interface EntitiesReport extends SpanMetrics {
  readonly task: 'entities'
  readonly lang: Readonly<Partial<Record<Language, SpanMetrics>>>
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

/**
 * `eval entities`: trains the tagger that the server uses and measures it on a test file, span by span.
 *
 * @throws EvaluationInputError for unusable input.
 */
export async function evaluateEntities(options: EvaluateSpansOptions): Promise<EntitiesReport> {
  const started = performance.now()
  const { encoder, seed = 1, version, onProgress } = options
  const [examples, test] = await Promise.all([readEntityRows(options.train), readEntityRows(options.test)])
  const tagger = await SpanTagger.train(examples, { ...options, onProgress: ({ step }) => onProgress?.(step) })
  const trainSeconds = (performance.now() - started) / 1000
  onProgress?.(`trained in ${trainSeconds.toFixed(1)} s, reading ${test.length} test rows`)
  const { judged, latencies } = await tagRows(test, tagger, encoder)
  return {
    task: 'entities',
    ...spanMetrics(judged),
    lang: byLanguage(test, judged),
    byType: spanMetricsByType(judged),
    seed,
    trainSeconds,
    latencyMs: summariseLatency(latencies),
    seconds: (performance.now() - started) / 1000,
    encoder: encoder?.id ?? null,
    version,
  }
}

async function tagRows(test: readonly SpanRow[], tagger: SpanTagger, encoder: Encoder | null) {
  const judged: JudgedSpans[] = []
  const latencies: number[] = []
  for (const { text, spans } of test) {
    const started = performance.now()
    const [encoding] = (await encoder?.encode([text], { purpose: 'query', tokens: true })) ?? []
    judged.push({ truth: spans, found: tagger.tag(encoding ?? null, text) })
    latencies.push(performance.now() - started)
  }
  return { judged, latencies }
}

function byLanguage(test: readonly SpanRow[], judged: readonly JudgedSpans[]): EntitiesReport['lang'] {
  const languages = new Set(test.map(({ lang }) => lang))
  const of = (lang: Language) => spanMetrics(judged.filter((_row, index) => test[index]?.lang === lang))
  return Object.fromEntries([...languages].map((lang) => [lang, of(lang)]))
}
