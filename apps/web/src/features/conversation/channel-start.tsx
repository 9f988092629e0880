import type { ChannelView } from '@parley/client'
import type { Channel } from '@parley/protocol'
import { directPartners } from '../../app/names'
import { useNames } from '../../app/use-names'
import { useOverlay } from '../../app/use-overlay'
import { useMe, useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { mayInvite, mayPost } from '../moderation/channel-rights'
import { ChannelIcon } from '../shell/channel-icon'
import { focusComposer } from './conversation-state'

const suggestions = ['web.conversation.tryAsk', 'web.conversation.tryTask', 'web.conversation.tryOrder'] as const

/** Above a channel's first message: what this place is, and while it is empty what to do in it. */
export function ChannelStart({ view }: { view: ChannelView }) {
  const { channel, lastMessageNumber } = view
  const isWithAssistant = useSession((session) =>
    channel.kind === 'direct' ? directPartners(channel, session).some((user) => user.kind === 'assistant') : false,
  )
  const isNew = lastMessageNumber === 0
  return (
    <div className="channel-start">
      <span className="channel-start__icon" aria-hidden="true">
        <ChannelIcon channel={view.channel} size={22} />
      </span>
      <StartText channel={channel} isWithAssistant={isWithAssistant} isNew={isNew} />
      {isWithAssistant && <Suggestions view={view} />}
      {channel.kind !== 'direct' && isNew && !channel.archivedAt && <FirstSteps view={view} />}
    </div>
  )
}

interface StartTextProps {
  readonly channel: Channel
  readonly isWithAssistant: boolean
  readonly isNew: boolean
}

function StartText({ channel, isWithAssistant, isNew }: StartTextProps) {
  const text = useText()
  const name = useNames().channel(channel)
  if (isWithAssistant) {
    return (
      <>
        <h2 className="channel-start__title">{text('web.conversation.startAssistant')}</h2>
        <p className="channel-start__hint">{text('web.conversation.emptyAssistant')}</p>
      </>
    )
  }
  const hint = channel.purpose || channel.topic || (isNew ? text('web.conversation.emptyHint', { channel: name }) : '')
  return (
    <>
      <h2 className="channel-start__title">
        {channel.kind === 'direct'
          ? text('web.conversation.startDirect', { name })
          : text('web.conversation.start', { channel: name })}
      </h2>
      {hint && <p className="channel-start__hint">{hint}</p>}
    </>
  )
}

/** In a channel where nobody has said anything yet. */
function FirstSteps({ view }: { view: ChannelView }) {
  const text = useText()
  const me = useMe()
  const { open } = useOverlay()
  return (
    <div className="suggestions">
      {mayPost(view, me) && <Button onClick={() => focusComposer(null)}>{text('web.conversation.writeFirst')}</Button>}
      {mayInvite(view, me) && (
        <Button onClick={() => open({ kind: 'add-members', channelId: view.channel.id })}>
          {text('web.channel.addPeople')}
        </Button>
      )}
    </div>
  )
}

function Suggestions({ view }: { view: ChannelView }) {
  const text = useText()
  const { client } = useServices()
  return (
    <ul className="suggestions" aria-label={text('web.conversation.try')}>
      {suggestions.map((key) => (
        <li key={key}>
          <button type="button" className="suggestion" onClick={() => client.send(view.channel.id, text(key))}>
            {text(key)}
          </button>
        </li>
      ))}
    </ul>
  )
}
