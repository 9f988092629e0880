import type { Channel, ChannelId } from '@parley/protocol'
import { type ReactNode, useMemo } from 'react'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { AssistantLink } from './assistant-link'
import { ChannelLink } from './channel-link'
import { ChannelSteps } from './channel-steps'
import { ReadingLinks } from './reading-links'
import { useChannelSections } from './use-channel-sections'

export function ChannelList() {
  const text = useText()
  const { starred, shared, direct } = useChannelSections()
  const isWithoutShared = shared.length === 0 && starred.every(({ kind }) => kind === 'direct')
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
  readonly channels: readonly Channel[]
  readonly children?: ReactNode
}

function Section({ title, channels, children }: SectionProps) {
  const begun = useBegun()
  if (channels.length === 0 && !children) return null
  return (
    <section className="sidebar__section">
      <h2 className="sidebar__title">{title}</h2>
      <ul>
        {channels.map(({ id }) => (
          <li key={id}>
            <ChannelLink channelId={id} hasDraft={begun.has(id)} />
          </li>
        ))}
      </ul>
      {children}
    </section>
  )
}

/** Channels in which the reader has begun to write. */
function useBegun(): ReadonlySet<ChannelId> {
  const drafts = useSession((session) => session.drafts)
  return useMemo(() => new Set([...drafts.values()].map(({ channelId }) => channelId)), [drafts])
}
