import type { Channel } from '@parley/protocol'
import { Hash } from 'lucide-react'
import { useLocation } from 'wouter'
import { useAction } from '../../app/use-action'
import { useOverlay } from '../../app/use-overlay'
import { useQuery } from '../../app/use-query'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'

export function BrowseDialog() {
  const text = useText()
  const { close } = useOverlay()
  const { loaded, reload } = useQuery('channels.list', {})
  return (
    <Dialog title={text('web.browse.title')} onClose={close}>
      {loaded.phase === 'loading' && <SkeletonRows height={52} label={text('web.app.loading')} />}
      {loaded.phase === 'failed' && <Failure error={loaded.error} onRetry={reload} />}
      {loaded.phase === 'ready' && <Joinable channels={loaded.answer.channels.filter((it) => !it.isMember)} />}
    </Dialog>
  )
}

function Joinable({ channels }: { channels: readonly Channel[] }) {
  const text = useText()
  const { open } = useOverlay()
  if (channels.length === 0) {
    return (
      <EmptyState icon={Hash} title={text('web.browse.empty')} hint={text('web.browse.emptyHint')}>
        <Button onClick={() => open({ kind: 'create-channel' })}>{text('web.nav.newChannel')}</Button>
      </EmptyState>
    )
  }
  return (
    <ul className="rows">
      {channels.map((channel) => (
        <JoinRow key={channel.id} channel={channel} />
      ))}
    </ul>
  )
}

function JoinRow({ channel }: { channel: Channel }) {
  const text = useText()
  const { client } = useServices()
  const { close } = useOverlay()
  const [, navigate] = useLocation()
  const join = useAction(async () => {
    await client.command('channels.join', { channelId: channel.id })
    navigate(`/c/${channel.id}`)
    close()
  })
  return (
    <li className="row">
      <Hash size={16} aria-hidden="true" />
      <span className="row__main">
        <span className="row__title">{channel.name}</span>
        <span className="row__note">{channel.topic || text('web.channel.noTopic')}</span>
        {join.error !== null && <Failure error={join.error} />}
      </span>
      <Button onClick={() => void join.run()} disabled={join.isRunning}>
        {text('web.browse.join')}
      </Button>
    </li>
  )
}
