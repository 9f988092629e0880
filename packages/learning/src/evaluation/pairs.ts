import type { Encoder } from '@parley/inference'
import { areSameQuestion, questionLikeness, sketchQuestion, sketchVectors } from '@parley/knowledge'
import { detectLanguage } from '@parley/text'
import { z } from 'zod'
import { byLanguage } from './by-language'
import type { ReportProgress } from './index-corpus'
import { readJsonl } from './read-jsonl'
import { share } from './share'

export interface EvaluatePairsOptions {
  readonly test: string
  /** null: words alone are compared. */
  readonly encoder: Encoder | null
  readonly version: string
  readonly report?: ReportProgress
}

export interface PairScores {
  readonly n: number
  /** Share of pairs judged right: the same question, so that one answer may be given for both, or not. */
  readonly accuracy: number
  /** Of pairs taken for the same, and of pairs that are. */
  readonly precision: number
  readonly recall: number
  /** Share of a same and another pair where the same one is found likelier (Mann–Whitney); ties count half. */
  readonly auc: number
}

export interface PairsEvaluation extends PairScores {
  readonly task: 'pairs'
  readonly lang: Readonly<Record<string, PairScores>>
  readonly encoder: string | null
  readonly version: string
  readonly seconds: number
}

const row = z.object({
  a: z.string().min(1),
  b: z.string().min(1),
  label: z.union([z.literal(0), z.literal(1)]),
  lang: z.enum(['zh', 'en']).optional(),
})

interface Judged {
  readonly language: string
  readonly isSame: boolean
  readonly isTakenForSame: boolean
  readonly likeness: number
}

/** Pairs whose questions are encoded together. */
const TOGETHER = 64

/**
 * `eval pairs`: whether two questions ask for the same, by what finds curated answers to questions put otherwise.
 *
 * @throws EvaluationInputError for an unusable file.
 */
export async function evaluatePairs(options: EvaluatePairsOptions): Promise<PairsEvaluation> {
  const started = performance.now()
  const rows = await readJsonl(options.test, row)
  const judged: Judged[] = []
  while (judged.length < rows.length) {
    judged.push(...(await judge(rows.slice(judged.length, judged.length + TOGETHER), options.encoder)))
    options.report?.({ step: 'answer', done: judged.length, total: rows.length })
  }
  return {
    ...{ task: 'pairs', ...scoresOf(judged) },
    lang: byLanguage(judged, ({ language }) => language, scoresOf),
    ...{ encoder: options.encoder?.id ?? null, version: options.version },
    seconds: (performance.now() - started) / 1_000,
  }
}

async function judge(rows: readonly z.output<typeof row>[], encoder: Encoder | null): Promise<Judged[]> {
  const texts = rows.flatMap(({ a, b }) => [a, b])
  const vectors = encoder ? await sketchVectors(texts, encoder) : []
  const sketches = texts.map((text, at) => sketchQuestion(text, vectors[at] ?? null))
  return rows.map(({ a, label, lang }, at) => {
    const [one, other] = [sketches[2 * at]!, sketches[2 * at + 1]!]
    return {
      language: lang ?? detectLanguage(a),
      isSame: label === 1,
      isTakenForSame: areSameQuestion(one, other),
      likeness: questionLikeness(one, other),
    }
  })
}

function scoresOf(judged: readonly Judged[]): PairScores {
  const right = judged.filter(({ isSame, isTakenForSame }) => isSame && isTakenForSame).length
  return {
    n: judged.length,
    accuracy: share(judged.filter(({ isSame, isTakenForSame }) => isSame === isTakenForSame).length, judged.length),
    precision: share(right, judged.filter(({ isTakenForSame }) => isTakenForSame).length),
    recall: share(right, judged.filter(({ isSame }) => isSame).length),
    auc: areaUnderCurve(judged),
  }
}

/** From the sum of ranks, equal ones sharing theirs. */
function areaUnderCurve(judged: readonly Judged[]): number {
  const sorted = judged.toSorted((one, other) => one.likeness - other.likeness)
  let rankSum = 0
  for (let from = 0; from < sorted.length; ) {
    const next = sorted.findIndex(({ likeness }, at) => at > from && likeness !== sorted[from]!.likeness)
    const until = next < 0 ? sorted.length : next
    rankSum += sorted.slice(from, until).filter(({ isSame }) => isSame).length * ((from + until + 1) / 2)
    from = until
  }
  const same = judged.filter(({ isSame }) => isSame).length
  return share(rankSum - (same * (same + 1)) / 2, same * (judged.length - same))
}
