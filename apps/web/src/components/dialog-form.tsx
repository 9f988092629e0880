import type { ReactNode } from 'react'
import type { Action } from '../app/use-action'
import { useText } from '../app/use-text'
import { Button } from './button'
import { Dialog } from './dialog'
import { Failure } from './failure'
import { Form } from './form'

export interface DialogFormProps {
  readonly title: string
  readonly submitLabel: string
  /** What sending does; it closes the dialog itself when it has succeeded. */
  readonly action: Action<[]>
  /** Whether there is enough to send. Default: yes. */
  readonly isReady?: boolean
  readonly onClose: () => void
  /** Above the form: another way to the same end. */
  readonly before?: ReactNode
  readonly children: ReactNode
}

/** A dialog to fill in: fields, what went wrong, a way out and a way on. */
export function DialogForm({ title, submitLabel, action, isReady = true, onClose, before, children }: DialogFormProps) {
  const text = useText()
  return (
    <Dialog title={title} onClose={onClose}>
      {before}
      <Form className="dialog__body" onSubmit={() => void action.run()}>
        {children}
        {action.error !== null && <Failure error={action.error} />}
        <div className="dialog__foot">
          <Button onClick={onClose}>{text('web.app.cancel')}</Button>
          <Button type="submit" look="primary" disabled={!isReady || action.isRunning}>
            {submitLabel}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
