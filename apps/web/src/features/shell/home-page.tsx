import type { ClientState } from '@parley/client'
import { MessagesSquare } from 'lucide-react'
import { Redirect } from 'wouter'
import { findAssistantChannel } from '../../app/names'
import { useIsNarrow } from '../../app/use-is-narrow'
import { useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { EmptyState } from '../../components/empty-state'
import { lastChannelKey } from '../conversation/last-channel'

/** Where a wide screen starts: the channel read last. A narrow one shows the list of channels here. */
export function HomePage() {
  const text = useText()
  const isNarrow = useIsNarrow()
  const { storage } = useServices()
  const me = useSession((session) => session.me)
  const target = useSession((session) => startChannel(session, storage.getItem(lastChannelKey(me.id))))
  if (isNarrow) return null
  if (target) return <Redirect to={`/c/${target}`} replace />
  return <EmptyState icon={MessagesSquare} title={text('web.conversation.pick')} />
}

function startChannel(session: ClientState, last: string | null): string | undefined {
  const ids = [...session.channels.values()].map(({ channel }) => channel)
  const known = ids.find(({ id }) => id === last)
  const shared = ids.find(({ kind }) => kind === 'public')
  return (known ?? shared ?? findAssistantChannel(session)?.channel ?? ids[0])?.id
}
