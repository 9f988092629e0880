import type { Encoder } from '@parley/inference'
import { classifiedPart, SpanTagger } from '@parley/nlu'
import type { Language } from '@parley/text'
import { byLanguage } from './by-language'
import { type LatencyMs, summariseLatency } from './latency'
import { type JudgedSpans, type SpanMetrics, spanMetrics, spanMetricsByType } from './span-metrics'
import { readEntityRows, type SpanRow } from './span-rows'
import { type Provenance, type TrainedEvaluationOptions, trainAndMeasure, trainerProgress } from './trained-evaluation'

export interface EntitiesReport extends SpanMetrics, Provenance {
  readonly task: 'entities'
  readonly lang: Readonly<Partial<Record<Language, SpanMetrics>>>
  readonly byType: Readonly<Record<string, SpanMetrics>>
  /** One message at a time, encoder included. */
  readonly latencyMs: LatencyMs
}

interface JudgedEntities extends JudgedSpans {
  readonly lang: Language
  readonly ms: number
}

/**
 * `eval entities`: trains the tagger that the server uses and measures it on a test file, span by span.
 *
 * @throws EvaluationInputError for unusable input.
 */
export async function evaluateEntities(options: TrainedEvaluationOptions): Promise<EntitiesReport> {
  const test = await readEntityRows(options.test)
  return trainAndMeasure(
    options,
    async () =>
      SpanTagger.train(await readEntityRows(options.train), { ...options, onProgress: trainerProgress(options) }),
    async (tagger) => {
      const judged: JudgedEntities[] = []
      for (const row of test) judged.push(await judge(row, tagger, options.encoder))
      return { task: 'entities', ...summarise(judged) } as const
    },
  )
}

function summarise(judged: readonly JudgedEntities[]) {
  return {
    ...spanMetrics(judged),
    lang: byLanguage(judged, ({ lang }) => lang, spanMetrics),
    byType: spanMetricsByType(judged),
    latencyMs: summariseLatency(judged.map(({ ms }) => ms)),
  }
}

async function judge({ text, spans, lang }: SpanRow, tagger: SpanTagger, encoder: Encoder | null) {
  const started = performance.now()
  const [encoding] = (await encoder?.encode([classifiedPart(text)], { purpose: 'query', tokens: true })) ?? []
  const found = tagger.tag(encoding ?? null, text)
  return { truth: spans, found, lang, ms: performance.now() - started }
}
