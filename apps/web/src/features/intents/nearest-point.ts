import type { OperatingPoint } from '@parley/protocol'

/** The measured point whose threshold is nearest. */
export function nearestPoint(curve: readonly OperatingPoint[], threshold: number): OperatingPoint {
  const distance = (point: OperatingPoint) => Math.abs(point.threshold - threshold)
  return curve.reduce((best, point) => (distance(point) < distance(best) ? point : best), NOTHING)
}

const NOTHING: OperatingPoint = { threshold: Number.POSITIVE_INFINITY, answered: 0, wrong: 0 }

/** Of those that are given an intent, how many wrongly. */
export const riskOf = ({ answered, wrong }: OperatingPoint): number => (answered === 0 ? 0 : wrong / answered)
