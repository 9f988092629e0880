import type { Transfer } from '@parley/protocol'
import { useEffect } from 'react'
import { useQuery } from '../../app/use-query'

const LOOK_MS = 1_000

/** Imports or exports, looked at again while one of them is under way. */
export function useTransfers(kind: Transfer['kind']) {
  const { loaded, reload } = useQuery('transfers.list', { kind })
  const isBusy = loaded.phase === 'ready' && loaded.answer.transfers.some(isUnderWay)
  useEffect(() => {
    if (!isBusy) return
    const timer = setInterval(reload, LOOK_MS)
    return () => clearInterval(timer)
  }, [isBusy, reload])
  return { loaded, reload }
}

export const isUnderWay = ({ status }: Transfer): boolean => status === 'waiting' || status === 'running'
