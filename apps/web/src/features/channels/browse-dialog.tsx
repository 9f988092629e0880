import type { Channel, QueryAnswer } from '@parley/protocol'
import { Archive, Hash } from 'lucide-react'
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
      {loaded.phase === 'ready' && <Found channels={loaded.answer.channels} />}
    </Dialog>
  )
}

/** A channel, and whether the reader is in it. */
type Listed = QueryAnswer<'channels.list'>['channels'][number]

function Found({ channels }: { channels: readonly Listed[] }) {
  const text = useText()
  const archived = channels.filter(({ kind, archivedAt }) => kind !== 'direct' && archivedAt)
  return (
    <>
      <Joinable channels={channels.filter(({ isMember, archivedAt }) => !isMember && !archivedAt)} />
      {archived.length > 0 && (
        <section>
          <h3 className="browse__title">{text('web.browse.archived')}</h3>
          <ul className="rows">
            {archived.map((channel) => (
              <ChannelRow key={channel.id} channel={channel} isMember={channel.isMember} />
            ))}
          </ul>
        </section>
      )}
    </>
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
        <ChannelRow key={channel.id} channel={channel} isMember={false} />
      ))}
    </ul>
  )
}

/** Opens the channel, after joining it where the reader is not in it. */
function ChannelRow({ channel, isMember }: { channel: Channel; isMember: boolean }) {
  const text = useText()
  const { client } = useServices()
  const { close } = useOverlay()
  const [, navigate] = useLocation()
  const enter = useAction(async () => {
    if (!isMember) await client.command('channels.join', { channelId: channel.id })
    navigate(`/c/${channel.id}`)
    close()
  })
  return (
    <li className="row">
      {channel.archivedAt ? <Archive size={16} aria-hidden="true" /> : <Hash size={16} aria-hidden="true" />}
      <span className="row__main">
        <span className="row__title">{channel.name}</span>
        <span className="row__note">{channel.purpose || channel.topic || text('web.channel.noTopic')}</span>
        {enter.error !== null && <Failure error={enter.error} />}
      </span>
      <Button onClick={() => void enter.run()} disabled={enter.isRunning}>
        {text(isMember ? 'web.browse.open' : 'web.browse.join')}
      </Button>
    </li>
  )
}
