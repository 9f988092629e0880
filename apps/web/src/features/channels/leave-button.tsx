import type { Channel } from '@parley/protocol'
import { LogOut } from 'lucide-react'
import { useLocation } from 'wouter'
import { describeError } from '../../app/describe-error'
import { useAction } from '../../app/use-action'
import { useLanguage, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { useToast } from '../../components/toasts'
import { leaveChannel } from './leave-channel'

export function LeaveButton({ channel }: { channel: Channel }) {
  const text = useText()
  const { client } = useServices()
  const language = useLanguage()
  const toast = useToast()
  const [, navigate] = useLocation()
  const fail = (error: unknown) => toast({ text: describeError(error, language).text })
  const leave = () => leaveChannel(channel, { client, text, toast, navigate, fail }).catch(fail)
  const { run, isRunning } = useAction(leave)
  return (
    <section className="panel__section">
      <div>
        <Button look={['danger']} onClick={() => void run()} disabled={isRunning}>
          <LogOut size={16} aria-hidden="true" />
          {text('web.channel.leave')}
        </Button>
      </div>
    </section>
  )
}
