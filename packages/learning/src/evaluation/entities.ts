import type { Encoder } from '@parley/inference'
import { classifiedPart, knownNames, loadNamePack, nameExamples, type Span, SpanTagger } from '@parley/nlu'
import type { Language } from '@parley/text'
import { byLanguage } from './by-language'
import { type LatencyMs, summariseLatency } from './latency'
import { type LabelMap, mappedLabel, readLabelMap } from './map-labels'
import { type JudgedSpans, type SpanMetrics, spanMetrics, spanMetricsByType } from './span-metrics'
import { readEntityRows, type SpanRow } from './span-rows'
import { type Provenance, type ShippedEvaluationOptions, trainAndMeasure, trainerProgress } from './trained-evaluation'

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
 * `eval entities`: trains the tagger that the server uses, or takes what Parley ships, and measures it on a test file,
 * span by span.
 *
 * @throws EvaluationInputError for unusable input.
 */
export async function evaluateEntities(options: ShippedEvaluationOptions): Promise<EntitiesReport> {
  const [test, map] = await Promise.all([readEntityRows(options.test), readLabelMap(options.map)])
  const training = { ...options, onProgress: trainerProgress(options) }
  return trainAndMeasure(
    options,
    async () =>
      options.train === undefined
        ? SpanTagger.train(nameExamples(loadNamePack()), { ...training, known: knownNames() })
        : SpanTagger.train(await readEntityRows(options.train), training),
    async (tagger) => {
      const judged: JudgedEntities[] = []
      for (const row of test) judged.push(await judge(row, tagger, { encoder: options.encoder, map }))
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

interface JudgeOptions {
  readonly encoder: Encoder | null
  readonly map: LabelMap
}

async function judge({ text, spans, lang }: SpanRow, tagger: SpanTagger, { encoder, map }: JudgeOptions) {
  const started = performance.now()
  const [encoding] = (await encoder?.encode([classifiedPart(text)], { purpose: 'query', tokens: true })) ?? []
  const found = tagger.tag(encoding ?? null, text).flatMap((span) => mapped(span, map))
  return { truth: spans, found, lang, ms: performance.now() - started }
}

function mapped(span: Span, map: LabelMap): Span[] {
  const type = mappedLabel(map, span.type)
  return type === null ? [] : [{ ...span, type }]
}
