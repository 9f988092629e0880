import type { Poll } from '@parley/protocol'
import { useIsPast } from '../../app/use-is-past'

/** By hand, or because its time has come: no event says the latter. */
export function useIsClosed({ closesAt, closedAt }: Poll): boolean {
  const isOver = useIsPast(closesAt)
  return closedAt !== null || isOver
}
