import './suggestions.css'
import type { Message } from '@parley/protocol'
import { Lightbulb } from 'lucide-react'
import { useMe, useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useRemoval } from '../../components/removals'
import { useAsked } from '../assistant/use-hand-over'
import { isAdministrator } from '../people/is-administrator'

/** Says that nobody had asked the assistant, and takes its answer back for whoever asked and for moderators. */
export default function SuggestionLine({ message }: { message: Message }) {
  const text = useText()
  const { client } = useServices()
  const removeLater = useRemoval()
  const mayDismiss = useMayDismiss(message)
  const dismiss = () =>
    removeLater({
      id: message.id,
      text: text('web.suggestion.dismissed'),
      act: () => client.command('suggestions.dismiss', { messageId: message.id }),
    })
  return (
    <p className="suggestion-line">
      <Lightbulb size={14} aria-hidden="true" />
      {text('web.suggestion.line')}
      {mayDismiss && (
        <button type="button" className="link-button" onClick={dismiss}>
          {text('web.suggestion.dismiss')}
        </button>
      )}
    </p>
  )
}

function useMayDismiss(message: Message): boolean {
  const me = useMe()
  const asked = useAsked(message)
  const isModerator = useSession(({ channels }) => channels.get(message.channelId)?.isModerator ?? false)
  return asked?.authorId === me.id || isModerator || isAdministrator(me)
}
