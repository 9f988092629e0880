import { type ChannelView, unreadCount } from '@parley/client'
import { Hash, Lock, Users } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { byName, directPartners } from '../../app/names'
import { useNames } from '../../app/use-names'
import { useLanguage, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Avatar } from '../../components/avatar'
import { AssistantLink } from './assistant-link'
import { ChannelSteps } from './channel-steps'
import { SidebarLink } from './sidebar-link'

const MANY_UNREAD = 99

export function ChannelList() {
  const text = useText()
  const { shared, direct } = useSortedChannels()
  return (
    <div className="sidebar__scroll">
      <AssistantLink />
      <Section title={text('web.nav.channels')} channels={shared}>
        {shared.length === 0 && (
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

/** The channels of the list, by name; the one with the assistant is pinned elsewhere. */
function useSortedChannels(): { shared: readonly ChannelView[]; direct: readonly ChannelView[] } {
  const names = useNames()
  const language = useLanguage()
  const session = useSession((it) => it)
  const { channels } = session
  // biome-ignore lint/correctness/useExhaustiveDependencies: names stand for the people that the session holds
  return useMemo(() => {
    const compare = byName(language)
    const views = [...channels.values()]
      .filter(({ channel }) => !channel.archivedAt)
      .sort((one, other) => compare(names.channel(one.channel), names.channel(other.channel)))
    const isAssistants = ({ channel }: ChannelView) => {
      const partners = directPartners(channel, session)
      return partners.length === 1 && partners[0]?.kind === 'assistant'
    }
    return {
      shared: views.filter(({ channel }) => channel.kind !== 'direct'),
      direct: views.filter((view) => view.channel.kind === 'direct' && !isAssistants(view)),
    }
  }, [channels, names, language])
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

export function ChannelLink({ view }: { view: ChannelView }) {
  const text = useText()
  const names = useNames()
  const unread = unreadCount(view)
  return (
    <SidebarLink
      href={`/c/${view.channel.id}`}
      icon={<ChannelIcon view={view} />}
      label={names.channel(view.channel)}
      isUnread={unread > 0}
      note={unread > MANY_UNREAD ? `${MANY_UNREAD}+` : unread > 0 ? String(unread) : ''}
      noteLabel={text('web.nav.unread', { count: unread })}
    />
  )
}

export function ChannelIcon({ view, size = 16 }: { view: Pick<ChannelView, 'channel'>; size?: number }) {
  const session = useSession((it) => it)
  const { channel } = view
  if (channel.kind === 'public') return <Hash size={size} />
  if (channel.kind === 'private') return <Lock size={size - 1} />
  const partners = directPartners(channel, session)
  const [only] = partners
  return partners.length === 1 && only ? <Avatar user={only} size={size + 4} /> : <Users size={size} />
}
