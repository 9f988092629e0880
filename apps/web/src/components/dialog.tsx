import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { keepWhileComposing } from '../app/is-composing'
import { useReturnFocus } from '../app/use-return-focus'
import { useText } from '../app/use-text'
import { IconButton } from './icon-button'

export interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The first field is what one came for; where there is none, the dialog's first button is taken. */
function focusField(event: Event): void {
  const dialog = event.currentTarget
  const field = dialog instanceof HTMLElement && dialog.querySelector<HTMLElement>(FIELDS)
  if (!field) return
  event.preventDefault()
  field.focus({ preventScroll: true })
}

const FIELDS = ['input', 'textarea', 'select'].map((it) => `${it}:not(:disabled, [type='hidden'], [hidden])`).join(', ')

/** Taking something back in a toast is no way out of the dialog below it. */
function keepForToasts(event: Event): void {
  // It may be gone from the page by now, and its button with it.
  if (event.target instanceof Element && event.target.closest('.toast')) event.preventDefault()
}

/** Keeps the focus inside while open, and gives it back when closed. Mounted only while it is open. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const text = useText()
  // The primitive gives it to a trigger of its own, and there is none.
  useReturnFocus()
  return (
    <Primitive.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className="dialog__ground" />
        <Primitive.Content
          className="dialog"
          aria-describedby={undefined}
          onOpenAutoFocus={focusField}
          onEscapeKeyDown={keepWhileComposing}
          onInteractOutside={keepForToasts}
        >
          <div className="dialog__head">
            <Primitive.Title className="dialog__title">{title}</Primitive.Title>
            <IconButton label={text('web.app.close')} onClick={onClose} isSmall>
              <X size={16} />
            </IconButton>
          </div>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
