import type { ClientState } from '@parley/client'
import { MessagesSquare } from 'lucide-react'
import { Redirect } from 'wouter'
import { findAssistantChannel } from '../../app/names'
import { useIsNarrow } from '../../app/use-is-narrow'
import { useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { EmptyState } from '../../components/empty-state'
import { lastChannelKey } from '../conversation/last-channel'
import { ChannelSteps } from './channel-steps'

/** Where a wide screen starts: the channel read last. A narrow one shows the list of channels here. */
export function HomePage() {
  const text = useText()
  const isNarrow = useIsNarrow()
  const { storage } = useServices()
  const me = useSession((session) => session.me)
  const target = useSession((session) => startChannel(session, storage.getItem(lastChannelKey(me.id))))
  if (isNarrow) return null
  if (target) return <Redirect to={`/c/${target}`} replace />
  return (
    <EmptyState icon={MessagesSquare} title={text('web.nav.noChannels')} hint={text('web.nav.noChannelsHint')}>
      <ChannelSteps />
    </EmptyState>
  )
}

/** Somebody who is new here sees talk rather than an empty room. */
function startChannel(session: ClientState, last: string | null): string | undefined {
  const views = [...session.channels.values()]
  const known = views.find(({ channel }) => channel.id === last)
  const shared = views.filter(({ channel }) => channel.kind === 'public')
  const lively = shared.find(({ lastMessageNumber }) => lastMessageNumber > 0)
  return (known ?? lively ?? shared[0] ?? findAssistantChannel(session) ?? views[0])?.channel.id
}
