import type { Channel } from '@parley/protocol'
import { LogOut } from 'lucide-react'
import { useOverlay } from '../../app/use-overlay'
import { useText } from '../../app/use-text'
import { useToldAction } from '../../app/use-told-action'
import { Button } from '../../components/button'
import { useLeave } from './use-leave'

export function LeaveButton({ channel }: { channel: Channel }) {
  const text = useText()
  const { open } = useOverlay()
  const { run, isRunning } = useToldAction(useLeave(channel))
  const start = () => (channel.kind === 'private' ? open({ kind: 'leave', channel }) : void run())
  return (
    <section className="panel__section">
      <div>
        <Button look={['danger']} onClick={start} disabled={isRunning}>
          <LogOut size={16} aria-hidden="true" />
          {text('web.channel.leave')}
        </Button>
      </div>
    </section>
  )
}
