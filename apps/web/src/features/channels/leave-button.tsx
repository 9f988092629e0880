import type { Channel } from '@parley/protocol'
import { LogOut } from 'lucide-react'
import { useLocation } from 'wouter'
import { describeError } from '../../app/describe-error'
import { until } from '../../app/until'
import { useAction } from '../../app/use-action'
import { useLanguage, useMe, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { useToast } from '../../components/toasts'

/** A public channel can be joined again with "Undo"; a private one only by those who are in it. */
export function LeaveButton({ channel }: { channel: Channel }) {
  const text = useText()
  const { client } = useServices()
  const me = useMe()
  const language = useLanguage()
  const toast = useToast()
  const [, navigate] = useLocation()
  const fail = (error: unknown) => toast({ text: describeError(error, language).text })
  const rejoin = () => {
    client.command('channels.join', { channelId: channel.id }).catch(fail)
  }
  const leave = async () => {
    await client.command('channels.removeMember', { channelId: channel.id, userId: me.id })
    const said = text('web.channel.left', { channel: channel.name })
    toast(channel.kind === 'public' ? { text: said, onUndo: rejoin } : { text: said })
    // The event may come after the answer, and the start page leads to the channel read last while one is in it.
    await until(client.subscribe, () => !client.getState().session?.channels.has(channel.id))
    navigate('/')
  }
  const { run, isRunning } = useAction(() => leave().catch(fail))
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
