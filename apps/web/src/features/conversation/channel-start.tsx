import type { ChannelView } from '@parley/client'
import { directPartners } from '../../app/names'
import { useNames } from '../../app/use-names'
import { useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { ChannelIcon } from '../shell/channel-list'

const suggestions = ['web.conversation.tryAsk', 'web.conversation.tryTask', 'web.conversation.tryOrder'] as const

/** Above a channel's first message. With the assistant: three things to try. */
export function ChannelStart({ view }: { view: ChannelView }) {
  const text = useText()
  const names = useNames()
  const session = useSession((it) => it)
  const channel = names.channel(view.channel)
  const isWithAssistant =
    view.channel.kind === 'direct' && directPartners(view.channel, session).some((user) => user.kind === 'assistant')
  const hint = view.channel.topic || text('web.conversation.emptyHint', { channel })
  return (
    <div className="channel-start">
      <span className="channel-start__icon" aria-hidden="true">
        <ChannelIcon view={view} size={22} />
      </span>
      <h2 className="channel-start__title">
        {view.channel.kind === 'direct'
          ? text('web.conversation.startDirect', { name: channel })
          : text('web.conversation.start', { channel })}
      </h2>
      <p className="channel-start__hint">{isWithAssistant ? text('web.conversation.emptyAssistant') : hint}</p>
      {isWithAssistant && <Suggestions view={view} />}
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
