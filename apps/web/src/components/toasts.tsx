import { X } from 'lucide-react'
import { Toast as Primitive } from 'radix-ui'
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react'
import { useText } from '../app/use-text'

export interface Toast {
  readonly text: string
  /** Shown as "Undo" while the toast is there. */
  readonly onUndo?: () => void
  /** Runs when the toast goes and nothing was undone. */
  readonly onSettled?: () => void
}

const UNDO_MS = 10_000
const NOTE_MS = 4000

const ToastContext = createContext<((toast: Toast) => void) | null>(null)

/** Says something in passing, with ten seconds to take it back. */
export function useToast(): (toast: Toast) => void {
  const show = useContext(ToastContext)
  if (!show) throw new Error('useToast needs ToastProvider')
  return show
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const text = useText()
  const [toasts, setToasts] = useState<readonly (Toast & { id: number })[]>([])
  const nextId = useRef(0)
  const show = useCallback((toast: Toast) => {
    nextId.current += 1
    const id = nextId.current
    setToasts((before) => [...before.slice(-2), { ...toast, id }])
  }, [])
  const remove = useCallback((id: number) => setToasts((before) => before.filter((it) => it.id !== id)), [])
  const viewportLabel = text('web.app.notices', { hotkey: '{hotkey}' })
  return (
    <ToastContext value={show}>
      <Primitive.Provider swipeDirection="up">
        {children}
        {toasts.map((toast) => (
          <ToastView key={toast.id} toast={toast} onGone={() => remove(toast.id)} />
        ))}
        <Primitive.Viewport className="toasts" label={viewportLabel} />
      </Primitive.Provider>
    </ToastContext>
  )
}

function ToastView({ toast, onGone }: { toast: Toast; onGone: () => void }) {
  const text = useText()
  const isUndone = useRef(false)
  const close = () => {
    if (!isUndone.current) toast.onSettled?.()
    onGone()
  }
  const undo = () => {
    isUndone.current = true
    toast.onUndo?.()
  }
  return (
    <Primitive.Root
      className="toast"
      duration={toast.onUndo ? UNDO_MS : NOTE_MS}
      onOpenChange={(isOpen) => isOpen || close()}
    >
      <Primitive.Description className="toast__text">{toast.text}</Primitive.Description>
      {toast.onUndo && (
        <Primitive.Action className="toast__action" altText={text('web.app.undo')} onClick={undo}>
          {text('web.app.undo')}
        </Primitive.Action>
      )}
      <Primitive.Close className="toast__close" aria-label={text('web.app.close')}>
        <X size={14} />
      </Primitive.Close>
    </Primitive.Root>
  )
}
