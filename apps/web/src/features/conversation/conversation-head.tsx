import type { ChannelView } from '@parley/client'
import { BellOff, PanelRight } from 'lucide-react'
import { useNames } from '../../app/use-names'
import { usePanel } from '../../app/use-panel'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { ChannelMenu } from '../channels/channel-menu'
import { ChannelIcon } from '../shell/channel-list'
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
          <ChannelIcon view={view} />
          {names.channel(channel)}
          {view.isMuted && <BellOff size={14} aria-label={text('web.channel.muted')} />}
        </>
      }
      subtitle={details.filter((it) => it !== '').join(' · ')}
    >
      <ChannelMenu view={view} />
      <IconButton label={text('web.channel.details')} onClick={toggle} aria-expanded={panel?.kind === 'channel'}>
        <PanelRight size={18} />
      </IconButton>
    </PageHead>
  )
}
