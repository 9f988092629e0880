import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { useClient } from '../app/use-services'
import { type ShownToast, ToastList } from './toast-list'

export interface Toast {
  readonly text: string
  /** Shown as "Undo" while the toast is there. */
  readonly onUndo?: () => void
  /** Runs when the toast goes and nothing was undone. */
  readonly onSettled?: () => void
}

/** One more pushes the oldest out. */
const MOST_SHOWN = 3

const ToastContext = createContext<((toast: Toast) => void) | null>(null)

/** Says something in passing, with ten seconds to take it back. */
export function useToast(): (toast: Toast) => void {
  const show = useContext(ToastContext)
  if (!show) throw new Error('useToast needs ToastProvider')
  return show
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const { toasts, change } = useToastQueue()
  const nextId = useRef(0)
  const show = useCallback(
    (toast: Toast) => {
      nextId.current += 1
      const shown = { ...toast, id: nextId.current }
      settle(change((before) => [...withoutSame(before, toast).slice(1 - MOST_SHOWN), shown]))
    },
    [change],
  )
  const userId = useClient((state) => state.session?.me.id)
  useEffect(() => {
    // "Undo" would be done by whoever signs in next.
    return userId === undefined ? undefined : () => void change(() => [])
  }, [userId, change])
  const take = useCallback((id: number) => change((before) => before.filter((it) => it.id !== id)), [change])
  const undo = (toast: ShownToast) => {
    // A second press finds it gone: nothing is taken back twice.
    if (take(toast.id).length > 0) toast.onUndo?.()
  }
  return (
    <ToastContext value={show}>
      {children}
      <ToastList toasts={toasts} onUndo={undo} onClose={(id) => settle(take(id))} />
    </ToastContext>
  )
}

/** What fails for several parts of a page at once is said once. */
const withoutSame = (shown: readonly ShownToast[], { text, onUndo }: Toast) =>
  onUndo ? shown : shown.filter((it) => it.onUndo || it.text !== text)

/** However it goes, by its time, by hand or pushed out: what was not undone is done. */
const settle = (gone: readonly ShownToast[]) => {
  for (const { onSettled } of gone) onSettled?.()
}

function useToastQueue() {
  const [toasts, setToasts] = useState<readonly ShownToast[]>([])
  // What is shown at this very moment: several may come in one turn.
  const now = useRef(toasts)
  /** Answers those that went. */
  const change = useCallback((next: (before: readonly ShownToast[]) => readonly ShownToast[]) => {
    const before = now.current
    now.current = next(before)
    setToasts(now.current)
    return before.filter((it) => !now.current.includes(it))
  }, [])
  return { toasts, change }
}
