import './composer.css'
import type { ChannelView } from '@parley/client'
import type { Message } from '@parley/protocol'
import { type ReactNode, Suspense } from 'react'
import { lazyPart } from '../../app/lazy-part'
import { useMe } from '../../app/use-services'
import { useConversation } from '../conversation/conversation-state'
import { mayPost } from '../moderation/channel-rights'
import { ArchivedBar } from './archived-bar'
import { OpenComposer } from './open-composer'

export interface ComposerProps {
  readonly view: ChannelView
  /** What stands above it: ↑ edits one's own last one of these. */
  readonly messages: readonly Message[]
  /** Of a reply: that the channel shows it, too. */
  readonly isAlsoInChannel?: boolean
  readonly isFocusedAtStart?: boolean
  readonly onSent?: () => void
  /** Choices below the text. */
  readonly children?: ReactNode
}

const RestrictedBar = lazyPart(() => import('./restricted-bar'))

/** Writes into the channel, or into the thread that is shown. */
export function Composer(props: ComposerProps) {
  const { view } = props
  if (view.channel.archivedAt) return <ArchivedBar view={view} />
  return <PermittedComposer {...props} />
}

function PermittedComposer(props: ComposerProps) {
  const { threadId } = useConversation()
  const me = useMe()
  if (threadId || mayPost(props.view, me)) return <OpenComposer {...props} />
  return (
    <Suspense fallback={null}>
      <RestrictedBar />
    </Suspense>
  )
}
