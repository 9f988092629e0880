import type { ChannelView } from '@parley/client'
import { ChannelId } from '@parley/protocol'
import { useNames } from '../../app/use-names'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { RulesSection } from '../moderation/rules-section'
import { NotFound } from '../shell/not-found'
import { AddToChannel } from './add-to-channel'
import { AssistantMembership } from './assistant-membership'
import { ChannelAbout } from './channel-about'
import { LeaveButton } from './leave-button'
import { MemberList } from './member-list'

const kindTexts = {
  public: 'web.channel.public',
  private: 'web.channel.private',
  direct: 'web.channel.direct',
} as const

export default function ChannelPanel({ channelId }: { channelId: string }) {
  const id = ChannelId.safeParse(channelId).data
  const view = useSession((session) => (id ? session.channels.get(id) : undefined))
  return view ? <Details view={view} /> : <NotFound />
}

function Details({ view }: { view: ChannelView }) {
  const text = useText()
  const names = useNames()
  const { channel } = view
  const isShared = channel.kind !== 'direct'
  return (
    <>
      <section className="panel__section">
        <p className="why__verdict">{names.channel(channel)}</p>
        <p className="empty__text">{text(kindTexts[channel.kind])}</p>
        {isShared && <ChannelAbout channel={channel} />}
      </section>
      {isShared && <AssistantMembership view={view} />}
      <section className="panel__section">
        <h3>{text('web.channel.membersLabel')}</h3>
        {/* The key: members are asked for again when their number changes. */}
        <MemberList key={view.memberCount} view={view} />
        <AddToChannel view={view} />
      </section>
      {isShared && <RulesSection view={view} />}
      {isShared && <LeaveButton channel={channel} />}
    </>
  )
}
