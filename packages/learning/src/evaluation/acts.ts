import { LabelClassifier } from '@parley/nlu'
import { detectLanguage, type Language } from '@parley/text'
import { z } from 'zod'
import { byLanguage } from './by-language'
import { judgeLabels } from './judge-labels'
import { type LabelFigures, type LabelMetrics, labelMetrics, metricsByLabel } from './label-metrics'
import type { LabelRow } from './label-rows'
import { trainShipped } from './labels'
import { readLabelMap } from './map-labels'
import { readJsonl } from './read-jsonl'
import { type Provenance, type ShippedEvaluationOptions, trainAndMeasure, trainerProgress } from './trained-evaluation'

export interface ActsReport extends LabelMetrics, Provenance {
  readonly task: 'acts'
  readonly lang: Readonly<Partial<Record<Language, LabelMetrics>>>
  readonly byLabel: Readonly<Record<string, LabelFigures>>
}

/**
 * `eval acts`: what each turn of a dialogue does, one act a turn, told from the turn alone.
 *
 * @throws EvaluationInputError for unusable input.
 */
export async function evaluateActs(options: ShippedEvaluationOptions): Promise<ActsReport> {
  const [test, map] = await Promise.all([readTurns(options.test), readLabelMap(options.map)])
  return trainAndMeasure(
    options,
    async () =>
      options.train === undefined
        ? trainShipped({ ...options, head: 'acts' })
        : LabelClassifier.train(await readTurns(options.train), {
            ...options,
            isExclusive: true,
            onProgress: trainerProgress(options),
          }),
    async (classifier) => {
      const judged = await judgeLabels(test, classifier, { encoder: options.encoder, map, isOne: true })
      const lang = byLanguage(judged, (row) => row.lang, labelMetrics)
      return { task: 'acts', ...labelMetrics(judged), lang, byLabel: metricsByLabel(judged) } as const
    },
  )
}

const dialogue = z.object({
  lang: z.enum(['zh', 'en']).optional(),
  turns: z.array(z.object({ text: z.string().trim().min(1), act: z.string().min(1) })),
})

async function readTurns(file: string): Promise<LabelRow[]> {
  const dialogues = await readJsonl(file, dialogue)
  return dialogues.flatMap(({ turns, lang }) =>
    turns.map(({ text, act }) => ({ text, labels: [act], isExclusive: true, lang: lang ?? detectLanguage(text) })),
  )
}
