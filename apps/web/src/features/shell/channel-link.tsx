import { type ChannelView, unreadCount } from '@parley/client'
import type { ChannelId } from '@parley/protocol'
import { Pencil } from 'lucide-react'
import { memo } from 'react'
import { useNames } from '../../app/use-names'
import { useSession } from '../../app/use-services'
import { type Text, useText } from '../../app/use-text'
import { StatusMark } from '../profiles/person-marks'
import { ChannelIcon } from './channel-icon'
import { channelSignal } from './channel-signal'
import { SidebarLink } from './sidebar-link'
import { useOnlyPartner } from './use-only-partner'

const MANY = 99

export interface ChannelLinkProps {
  readonly channelId: ChannelId
  readonly hasDraft: boolean
}

/** A channel in the list. It reads its own view, so that what happens elsewhere does not draw it again. */
export const ChannelLink = memo(function ChannelLink({ channelId, hasDraft }: ChannelLinkProps) {
  const view = useSession(({ channels }) => channels.get(channelId))
  return view ? <Row view={view} hasDraft={hasDraft} /> : null
})

/** Bold: something to read. A number: so many messages are meant for the reader. A pencil: something begun. */
function Row({ view, hasDraft }: { view: ChannelView; hasDraft: boolean }) {
  const text = useText()
  const names = useNames()
  const { channel } = view
  const { isUnread, calls } = channelSignal(view)
  const only = useOnlyPartner(channel)
  return (
    <SidebarLink
      href={`/c/${channel.id}`}
      icon={<ChannelIcon channel={channel} />}
      label={names.channel(channel)}
      isUnread={isUnread}
      isQuiet={view.isMuted}
      isCount={calls > 0}
      note={calls > MANY ? `${MANY}+` : calls > 0 ? String(calls) : ''}
      noteLabel={isUnread || calls > 0 ? noteLabel(calls, unreadCount(view), text) : ''}
      beside={only && <StatusMark userId={only.id} />}
      mark={hasDraft && <Pencil size={13} aria-label={text('web.nav.draft')} />}
    />
  )
}

function noteLabel(calls: number, unread: number, text: Text): string {
  return calls > 0 ? text('web.nav.calls', { count: calls }) : text('web.nav.unread', { count: unread })
}
