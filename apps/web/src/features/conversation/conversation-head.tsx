import type { ChannelView } from '@parley/client'
import { BellOff, PanelRight, Search } from 'lucide-react'
import { Link } from 'wouter'
import { useNames } from '../../app/use-names'
import { usePanel } from '../../app/use-panel'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { ChannelMenu } from '../channels/channel-menu'
import { inChannel, searchPath } from '../search/search-place'
import { ChannelIcon } from '../shell/channel-icon'
import { PageHead } from '../shell/page-head'

export function ConversationHead({ view }: { view: ChannelView }) {
  const text = useText()
  const names = useNames()
  const { panel, open, close } = usePanel()
  const { channel, memberCount } = view
  const isShared = channel.kind !== 'direct'
  const details = [...(isShared ? [text('web.channel.members', { count: memberCount })] : []), channel.topic]
  const toggle = () => (panel?.kind === 'channel' ? close() : open({ kind: 'channel', id: channel.id }))
  return (
    <PageHead
      hasBack
      title={
        <>
          <ChannelIcon channel={view.channel} />
          {names.channel(channel)}
          {view.isMuted && <BellOff size={14} aria-label={text('web.channel.muted')} />}
        </>
      }
      subtitle={details.filter((it) => it !== '').join(' · ')}
    >
      {isShared && (
        <Link
          href={searchPath({ query: inChannel(channel.name) })}
          className="icon-button"
          aria-label={text('web.search.inChannel')}
          title={text('web.search.inChannel')}
        >
          <Search size={18} aria-hidden="true" />
        </Link>
      )}
      <ChannelMenu view={view} />
      <IconButton
        label={text(isShared ? 'web.channel.details' : 'web.channel.directDetails')}
        onClick={toggle}
        aria-expanded={panel?.kind === 'channel'}
      >
        <PanelRight size={18} />
      </IconButton>
    </PageHead>
  )
}
