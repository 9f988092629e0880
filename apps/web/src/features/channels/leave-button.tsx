import type { Channel } from '@parley/protocol'
import { LogOut } from 'lucide-react'
import { useLocation } from 'wouter'
import { useAction } from '../../app/use-action'
import { useMe, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { useToast } from '../../components/toasts'

/** A public channel can be joined again with "Undo"; a private one only by those who are in it. */
export function LeaveButton({ channel }: { channel: Channel }) {
  const text = useText()
  const { client } = useServices()
  const me = useMe()
  const toast = useToast()
  const [, navigate] = useLocation()
  const leave = useAction(async () => {
    navigate('/')
    await client.command('channels.removeMember', { channelId: channel.id, userId: me.id })
    const rejoin = () => void client.command('channels.join', { channelId: channel.id })
    const said = text('web.channel.left', { channel: channel.name })
    toast(channel.kind === 'public' ? { text: said, onUndo: rejoin } : { text: said })
  })
  return (
    <section className="panel__section">
      {leave.error !== null && <Failure error={leave.error} />}
      <div>
        <Button look={['danger']} onClick={() => void leave.run()} disabled={leave.isRunning}>
          <LogOut size={16} aria-hidden="true" />
          {text('web.channel.leave')}
        </Button>
      </div>
    </section>
  )
}
