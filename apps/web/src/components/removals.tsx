import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { useFail } from '../app/use-fail'
import { useToast } from './toasts'

export interface Removal {
  readonly id: string
  /** Said while it can be taken back. */
  readonly text: string
  readonly act: () => Promise<unknown>
}

const PendingContext = createContext<ReadonlySet<string>>(new Set())

interface RemovalControl {
  remove(removal: Removal): void
  settleAll(): Promise<unknown>
}
const RemovalContext = createContext<RemovalControl | null>(null)

/** What is to be shown as removed although it still exists. */
export const usePendingRemovals = (): ReadonlySet<string> => useContext(PendingContext)

/** Removes something ten seconds later unless it is taken back; leaving the page does it at once. */
export const useRemoval = (): ((removal: Removal) => void) => useControl().remove

/** Removes at once what still waits, before whoever removed it signs out. */
export const useSettleRemovals = (): (() => Promise<unknown>) => useControl().settleAll

function useControl(): RemovalControl {
  const control = useContext(RemovalContext)
  if (!control) throw new Error('removing needs RemovalProvider')
  return control
}

export function RemovalProvider({ children }: { children: ReactNode }) {
  const toast = useToast()
  const fail = useFail()
  const waiting = useRef(new Map<string, () => Promise<void>>())
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set())
  const forget = useCallback((id: string) => {
    waiting.current.delete(id)
    setPending((before) => new Set([...before].filter((it) => it !== id)))
  }, [])
  const remove = useCallback(
    ({ id, text, act }: Removal) => {
      const settle = async () => {
        if (!waiting.current.delete(id)) return
        await act().catch(fail)
        forget(id)
      }
      waiting.current.set(id, settle)
      setPending((before) => new Set(before).add(id))
      toast({ text, onUndo: () => forget(id), onSettled: () => void settle() })
    },
    [toast, fail, forget],
  )
  const settleAll = useCallback(() => Promise.all([...waiting.current.values()].map((settle) => settle())), [])
  useEffect(() => {
    const { current } = waiting
    window.addEventListener('pagehide', settleAll)
    return () => {
      window.removeEventListener('pagehide', settleAll)
      // With the session the right to remove is gone: what comes later would be done by whoever signs in next.
      current.clear()
    }
  }, [settleAll])
  const control = useMemo(() => ({ remove, settleAll }), [remove, settleAll])
  return (
    <RemovalContext value={control}>
      <PendingContext value={pending}>{children}</PendingContext>
    </RemovalContext>
  )
}
