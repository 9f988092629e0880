import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../app/use-text'
import type { Toast } from './toasts'

export interface ShownToast extends Toast {
  readonly id: number
}

const UNDO_MS = 10_000
const NOTE_MS = 4000
const FOCUS_KEY = 'F8'

interface ToastListProps {
  readonly toasts: readonly ShownToast[]
  readonly onUndo: (toast: ShownToast) => void
  readonly onClose: (id: number) => void
}

/**
 * Says in passing what was done, to screen readers too, and keeps it while somebody is at it. No layer of the page: Esc
 * goes to the dialog or menu that is open, and to a toast only from within.
 */
export function ToastList({ toasts, onUndo, onClose }: ToastListProps) {
  const text = useText()
  const list = useRef<HTMLElement>(null)
  const [isPaused, setPaused] = useState(false)
  useFocusKey(list)
  // What goes takes focus and pointer along, and says nothing of it.
  useEffect(() => setPaused(Boolean(list.current?.matches(':hover, :focus-within')) && toasts.length > 0), [toasts])
  return (
    <section
      ref={list}
      className="toasts"
      tabIndex={-1}
      aria-label={text('web.app.notices', { hotkey: FOCUS_KEY })}
      aria-live="polite"
      aria-relevant="additions"
      onPointerEnter={() => setPaused(true)}
      onPointerLeave={() => setPaused(false)}
      onFocus={() => setPaused(true)}
      onBlur={() => setPaused(false)}
    >
      {toasts.map((toast) => (
        <ToastView
          key={toast.id}
          toast={toast}
          isPaused={isPaused}
          onUndo={() => onUndo(toast)}
          onClose={() => onClose(toast.id)}
        />
      ))}
    </section>
  )
}

function useFocusKey(list: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const handleKey = ({ key }: KeyboardEvent) => {
      if (key === FOCUS_KEY) list.current?.focus()
    }
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  }, [list])
}

interface ToastViewProps {
  readonly toast: ShownToast
  readonly isPaused: boolean
  readonly onUndo: () => void
  readonly onClose: () => void
}

function ToastView({ toast, isPaused, onUndo, onClose }: ToastViewProps) {
  const text = useText()
  useTimeLeft(toast.onUndo ? UNDO_MS : NOTE_MS, isPaused, onClose)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc on one of its buttons
    <div className="toast" onKeyDown={({ key }) => key === 'Escape' && onClose()}>
      <p className="toast__text">{toast.text}</p>
      {toast.onUndo && (
        <button type="button" className="toast__action" onClick={onUndo}>
          {text('web.app.undo')}
        </button>
      )}
      <button type="button" className="toast__close" aria-label={text('web.app.close')} onClick={onClose}>
        <X size={14} />
      </button>
    </div>
  )
}

/** Calls once so much time has passed, not counting pauses. */
function useTimeLeft(wholeMs: number, isPaused: boolean, onOver: () => void): void {
  const leftMs = useRef(wholeMs)
  const over = useRef(onOver)
  useEffect(() => {
    over.current = onOver
  })
  useEffect(() => {
    if (isPaused) return
    const startedAt = performance.now()
    const timer = setTimeout(() => over.current(), leftMs.current)
    return () => {
      clearTimeout(timer)
      leftMs.current -= performance.now() - startedAt
    }
  }, [isPaused])
}
