import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { useFail } from '../app/use-fail'
import { useToast } from './toasts'

export interface Removal {
  readonly id: string
  /** Said while it can be taken back. */
  readonly text: string
  readonly act: () => Promise<unknown>
}

const PendingContext = createContext<ReadonlySet<string>>(new Set())
const RemovalContext = createContext<((removal: Removal) => void) | null>(null)

/** What is to be shown as removed although it still exists. */
export const usePendingRemovals = (): ReadonlySet<string> => useContext(PendingContext)

/** Removes something ten seconds later unless it is taken back; leaving the page does it at once. */
export function useRemoval(): (removal: Removal) => void {
  const remove = useContext(RemovalContext)
  if (!remove) throw new Error('useRemoval needs RemovalProvider')
  return remove
}

export function RemovalProvider({ children }: { children: ReactNode }) {
  const toast = useToast()
  const fail = useFail()
  const waiting = useRef(new Map<string, () => void>())
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set())
  const forget = useCallback((id: string) => {
    waiting.current.delete(id)
    setPending((before) => new Set([...before].filter((it) => it !== id)))
  }, [])
  const remove = useCallback(
    ({ id, text, act }: Removal) => {
      const settle = () => {
        if (!waiting.current.delete(id)) return
        act()
          .catch(fail)
          .finally(() => forget(id))
      }
      waiting.current.set(id, settle)
      setPending((before) => new Set(before).add(id))
      toast({ text, onUndo: () => forget(id), onSettled: settle })
    },
    [toast, fail, forget],
  )
  useEffect(() => {
    const settleAll = () => {
      for (const settle of [...waiting.current.values()]) settle()
    }
    window.addEventListener('pagehide', settleAll)
    return () => window.removeEventListener('pagehide', settleAll)
  }, [])
  return (
    <RemovalContext value={remove}>
      <PendingContext value={pending}>{children}</PendingContext>
    </RemovalContext>
  )
}
