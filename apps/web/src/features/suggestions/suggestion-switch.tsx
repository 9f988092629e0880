import './suggestions.css'
import type { ChannelView } from '@parley/client'
import { useId } from 'react'
import { useCommand } from '../../app/use-command'
import { useText } from '../../app/use-text'
import { useMayModerate } from '../moderation/use-may-moderate'

/** Whether the assistant answers here what nobody has answered: moderators choose, all others read. */
export default function SuggestionSwitch({ view }: { view: ChannelView }) {
  const text = useText()
  const command = useCommand()
  const mayChoose = useMayModerate(view)
  const hintId = useId()
  const { id: channelId, suggestsAnswers } = view.channel
  return (
    <>
      <label className="suggestion-switch">
        <input
          type="checkbox"
          checked={suggestsAnswers}
          disabled={!mayChoose}
          aria-describedby={hintId}
          onChange={(event) =>
            command('channels.setRules', { channelId, suggestsAnswers: event.currentTarget.checked })
          }
        />
        {text('web.suggestion.switch')}
      </label>
      <p id={hintId} className="suggestion-switch__hint">
        {text('web.suggestion.hint')}
      </p>
    </>
  )
}
