import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { CopyButton } from '../../components/copy-button'
import { Dialog } from '../../components/dialog'
import type { Secret } from './integration-kind'

/** Shown once. */
export function SecretDialog({ secret, onClose }: { secret: Secret; onClose: () => void }) {
  const text = useText()
  return (
    <Dialog title={`${secret.name}: ${text('web.integrations.secretTitle')}`} onClose={onClose}>
      <p>{text('web.integrations.secretText')}</p>
      <div className="secret">
        <code className="secret__content">{secret.content}</code>
        <CopyButton content={secret.content} label={text('web.integrations.copy')} />
      </div>
      <div className="dialog__foot">
        <Button look="primary" onClick={onClose}>
          {text('web.integrations.done')}
        </Button>
      </div>
    </Dialog>
  )
}
