import { type ChannelView, unreadCount } from '@parley/client'
import type { Channel, User } from '@parley/protocol'
import { Hash, Lock, Pencil, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { directPartners } from '../../app/names'
import { useNames } from '../../app/use-names'
import { useSession } from '../../app/use-services'
import { type Text, useText } from '../../app/use-text'
import { Avatar } from '../../components/avatar'
import { PresenceDot, StatusMark } from '../profiles/person-marks'
import { AssistantLink } from './assistant-link'
import { channelSignal } from './channel-signal'
import { ChannelSteps } from './channel-steps'
import { ReadingLinks } from './reading-links'
import { SidebarLink } from './sidebar-link'
import { useSortedChannels } from './use-sorted-channels'

export function ChannelList() {
  const text = useText()
  const { starred, shared, direct } = useSortedChannels()
  const isWithoutShared = shared.length === 0 && starred.every(({ channel }) => channel.kind === 'direct')
  return (
    <div className="sidebar__scroll">
      <ReadingLinks />
      <AssistantLink />
      <Section title={text('web.nav.starred')} channels={starred} />
      <Section title={text('web.nav.channels')} channels={shared}>
        {isWithoutShared && (
          <>
            <p className="sidebar__empty">{text('web.nav.noChannels')}</p>
            <ChannelSteps />
          </>
        )}
      </Section>
      <Section title={text('web.nav.direct')} channels={direct} />
    </div>
  )
}

interface SectionProps {
  readonly title: string
  readonly channels: readonly ChannelView[]
  readonly children?: ReactNode
}

function Section({ title, channels, children }: SectionProps) {
  if (channels.length === 0 && !children) return null
  return (
    <section className="sidebar__section">
      <h2 className="sidebar__title">{title}</h2>
      <ul>
        {channels.map((view) => (
          <li key={view.channel.id}>
            <ChannelLink view={view} />
          </li>
        ))}
      </ul>
      {children}
    </section>
  )
}

const MANY = 99

/** Bold: something to read. A number: so many messages are meant for the reader. A pencil: something begun. */
function ChannelLink({ view }: { view: ChannelView }) {
  const text = useText()
  const names = useNames()
  const { channel } = view
  const { isUnread, calls } = channelSignal(view)
  const only = useOnlyPartner(channel)
  const hasDraft = useSession(({ drafts }) => [...drafts.values()].some(({ channelId }) => channelId === channel.id))
  return (
    <SidebarLink
      href={`/c/${channel.id}`}
      icon={<ChannelIcon view={view} />}
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

/** Of a dialogue: the other person. */
function useOnlyPartner(channel: Channel): User | undefined {
  const session = useSession((it) => it)
  const partners = channel.kind === 'direct' ? directPartners(channel, session) : []
  return partners.length === 1 ? partners[0] : undefined
}

function noteLabel(calls: number, unread: number, text: Text): string {
  return calls > 0 ? text('web.nav.calls', { count: calls }) : text('web.nav.unread', { count: unread })
}

export function ChannelIcon({ view, size = 16 }: { view: Pick<ChannelView, 'channel'>; size?: number }) {
  const session = useSession((it) => it)
  const { channel } = view
  if (channel.kind === 'public') return <Hash size={size} />
  if (channel.kind === 'private') return <Lock size={size - 1} />
  const partners = directPartners(channel, session)
  const [only] = partners
  if (partners.length !== 1 || !only) return <Users size={size} />
  return (
    <span className="with-presence">
      <Avatar user={only} size={size + 4} />
      <PresenceDot user={only} />
    </span>
  )
}
