import type { User } from '@parley/protocol'
import { useAction } from '../../app/use-action'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { Failure } from '../../components/failure'
import { useToast } from '../../components/toasts'

/** Asked beforehand: sessions end at once, which nothing brings back. */
export function DeactivateDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const text = useText()
  const { client } = useServices()
  const toast = useToast()
  const { name } = user
  const deactivate = useAction(async () => {
    await client.command('users.deactivate', { userId: user.id })
    toast({ text: text('web.people.deactivated', { name }) })
    onClose()
  })
  return (
    <Dialog title={text('web.people.deactivateTitle', { name })} onClose={onClose}>
      <p>{text('web.people.deactivateText', { name })}</p>
      {deactivate.error !== null && <Failure error={deactivate.error} />}
      <div className="dialog__foot">
        <Button onClick={onClose}>{text('web.app.cancel')}</Button>
        <Button look="danger" disabled={deactivate.isRunning} onClick={() => void deactivate.run()}>
          {text('web.people.deactivate')}
        </Button>
      </div>
    </Dialog>
  )
}
