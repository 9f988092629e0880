import type { Channel } from '@parley/protocol'
import { useAction } from '../../app/use-action'
import { useOverlay } from '../../app/use-overlay'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { Failure } from '../../components/failure'
import { useLeave } from './use-leave'

/** Asked before one leaves a private channel: nobody comes back there by themselves. */
export function LeaveDialog({ channel }: { channel: Channel }) {
  const text = useText()
  const { close } = useOverlay()
  const leave = useLeave(channel)
  const { run, isRunning, error } = useAction(() => leave().then(close))
  return (
    <Dialog title={text('web.leave.title', { channel: channel.name })} onClose={close}>
      <p>{text('web.leave.text')}</p>
      {error !== null && <Failure error={error} />}
      <div className="dialog__foot">
        <Button onClick={close}>{text('web.app.cancel')}</Button>
        <Button look="danger" disabled={isRunning} onClick={() => void run()}>
          {text('web.channel.leave')}
        </Button>
      </div>
    </Dialog>
  )
}
