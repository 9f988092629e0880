import type { ChannelView } from '@parley/client'
import { Suspense } from 'react'
import { lazyPart } from '../../app/lazy-part'
import { findAssistant } from '../../app/names'
import { withTexts } from '../../app/texts'
import { useAction } from '../../app/use-action'
import { useMe, useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { mayInvite } from '../moderation/channel-rights'

const SuggestionSwitch = lazyPart(() => withTexts('queries', () => import('../suggestions/suggestion-switch')))

/** Whether the assistant reads this channel, and the switch for it: every member takes it out, who may invite brings it in. */
export function AssistantMembership({ view }: { view: ChannelView }) {
  const text = useText()
  const { client } = useServices()
  const assistant = useSession((session) => findAssistant(session.users))
  const isHere = view.isAssistantMember
  const me = useMe()
  const change = useAction(async () => {
    if (!assistant) return
    const member = { channelId: view.channel.id, userId: assistant.id }
    await (isHere ? client.command('channels.removeMember', member) : client.command('channels.addMember', member))
  })
  if (!assistant) return null
  return (
    <section className="panel__section">
      <h3>{text('web.assistant.name')}</h3>
      <p>{text(isHere ? 'web.channel.assistantHere' : 'web.channel.assistantAway')}</p>
      {change.error !== null && <Failure error={change.error} />}
      {(isHere || mayInvite(view, me)) && (
        <div>
          <Button onClick={() => void change.run()} disabled={change.isRunning}>
            {text(isHere ? 'web.channel.removeAssistant' : 'web.channel.addAssistant')}
          </Button>
        </div>
      )}
      {isHere && view.channel.kind !== 'direct' && (
        <Suspense fallback={null}>
          <SuggestionSwitch view={view} />
        </Suspense>
      )}
    </section>
  )
}
