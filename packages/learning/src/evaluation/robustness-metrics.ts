import type { Language } from '@parley/text'
import { PERTURBATION_NAMES, type PerturbationName } from './perturb-text'

/** One row under one perturbation that changes it. */
export interface PerturbedRow {
  readonly perturbation: PerturbationName
  readonly lang: Language
  /** Whether its intent was told from the text as it is, and as changed. */
  readonly isCleanRight: boolean
  readonly isRight: boolean
}

export interface PerturbationScore {
  /** Rows that the perturbation changes. */
  readonly n: number
  /** Of those rows as they are, and changed. */
  readonly cleanAccuracy: number
  readonly accuracy: number
  /** In points of a hundred; below 0 where the change helped. */
  readonly drop: number
}

export interface RobustnessMetrics {
  readonly perturbations: Readonly<Partial<Record<PerturbationName, PerturbationScore>>>
  /** The largest drop of any perturbation, in points of a hundred. */
  readonly worstDrop: number
}

/** A perturbation that changes no row is left out. */
export function robustnessMetrics(rows: readonly PerturbedRow[]): RobustnessMetrics {
  const scores = PERTURBATION_NAMES.flatMap((name) => {
    const own = rows.filter(({ perturbation }) => perturbation === name)
    return own.length > 0 ? [[name, score(own)] as const] : []
  })
  return {
    perturbations: Object.fromEntries(scores),
    worstDrop: scores.reduce((worst, [, { drop }]) => Math.max(worst, drop), 0),
  }
}

function score(rows: readonly PerturbedRow[]): PerturbationScore {
  const cleanAccuracy = rows.filter(({ isCleanRight }) => isCleanRight).length / rows.length
  const accuracy = rows.filter(({ isRight }) => isRight).length / rows.length
  return { n: rows.length, cleanAccuracy, accuracy, drop: 100 * (cleanAccuracy - accuracy) }
}
