import type { Channel } from '@parley/protocol'
import { LogOut } from 'lucide-react'
import { describeError } from '../../app/describe-error'
import { useAction } from '../../app/use-action'
import { useOverlay } from '../../app/use-overlay'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { useToast } from '../../components/toasts'
import { useLeave } from './use-leave'

export function LeaveButton({ channel }: { channel: Channel }) {
  const text = useText()
  const language = useLanguage()
  const toast = useToast()
  const { open } = useOverlay()
  const leave = useLeave(channel)
  const { run, isRunning } = useAction(() =>
    leave().catch((error: unknown) => toast({ text: describeError(error, language).text })),
  )
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
