import type { Poll } from '@parley/protocol'
import { useNowMs } from '../../app/use-reader'

/** By hand, or because its time has come: no event says the latter. */
export function useIsClosed({ closesAt, closedAt }: Poll): boolean {
  const nowMs = useNowMs()
  return closedAt !== null || (closesAt !== null && Date.parse(closesAt) <= nowMs)
}
