import { readFile } from 'node:fs/promises'
import type { LabelPrediction } from '@parley/nlu'
import { z } from 'zod'
import { EvaluationInputError } from './evaluation-input-error'

/** The test file's name of each of the model's labels; null: the test file knows nothing like it. */
export type LabelMap = Readonly<Record<string, string | null>>

const labelMap = z.record(z.string(), z.string().nullable())

/** @throws EvaluationInputError unless the file holds a JSON object of names and nulls. */
export async function readLabelMap(file: string | undefined): Promise<LabelMap> {
  if (file === undefined) return {}
  try {
    return labelMap.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    throw new EvaluationInputError({ file }, error instanceof Error ? error.message : String(error))
  }
}

/** @returns null for a label that is left out; a label that the map does not name keeps its own name. */
export const mappedLabel = (map: LabelMap, name: string): string | null =>
  name in map ? (map[name] as string | null) : name

/**
 * The prediction in the test file's labels. Of labels that exclude each other those that become one add up, and those
 * left out take their share with them: what remains is as if the model had been asked for it alone. Of labels that may
 * hold together those that become one are as likely as the likeliest of them.
 */
export function mapPrediction({ labels, ranking }: LabelPrediction, map: LabelMap, isOne: boolean): LabelPrediction {
  if (Object.keys(map).length === 0) return { labels, ranking }
  const merged = new Map<string, { probability: number; threshold: number }>()
  for (const { name, probability, threshold } of ranking) {
    const mapped = mappedLabel(map, name)
    const before = mapped === null ? undefined : merged.get(mapped)
    const known = before?.probability ?? 0
    if (mapped !== null)
      merged.set(mapped, { probability: isOne ? probability + known : Math.max(probability, known), threshold })
  }
  const total = isOne ? [...merged.values()].reduce((sum, { probability }) => sum + probability, 0) : 1
  const ranked = [...merged]
    .map(([name, { probability, threshold }]) => ({
      name,
      probability: total > 0 ? probability / total : 0,
      threshold,
    }))
    .toSorted((left, right) => right.probability - left.probability)
  const held = new Set(labels.flatMap((name) => mappedLabel(map, name) ?? []))
  return { labels: isOne ? ranked.slice(0, 1).map(({ name }) => name) : [...held], ranking: ranked }
}
