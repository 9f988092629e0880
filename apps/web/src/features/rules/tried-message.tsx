import type { RuleDefinition } from '@parley/protocol'
import { useNames } from '../../app/use-names'
import { useSession } from '../../app/use-services'
import { type Text, useText } from '../../app/use-text'
import { subjectValueName } from '../understanding/rule-words'
import { markSpans } from './mark-spans'
import type { Trial } from './trial-section'

type Message = Trial['messages'][number]

interface TriedMessageProps {
  readonly message: Message
  readonly definition: RuleDefinition
}

/** A message for which the rule holds: by which words, and what becomes of it. */
export function TriedMessage({ message, definition }: TriedMessageProps) {
  const text = useText()
  const names = useNames()
  const channel = useSession((session) => session.channels.get(message.channelId)?.channel)
  const place = channel ? `${channel.kind === 'direct' ? '' : '#'}${names.channel(channel)}` : ''
  return (
    <li className="tried" data-is-changed={message.isChanged}>
      <p className="tried__text">
        {markSpans(message.text, message.spans).map(({ text: part, start, isMarked }) =>
          isMarked ? <mark key={start}>{part}</mark> : part,
        )}
      </p>
      <p className="tried__said">
        <span className="tried__effect">{sayEffect(message, definition, text)}</span>
        <span className="field__hint">{[names.personById(message.authorId), place].filter(Boolean).join(' · ')}</span>
      </p>
    </li>
  )
}

function sayEffect({ isChanged, before, after }: Message, definition: RuleDefinition, text: Text): string {
  if (definition.kind === 'dictionary') return text('web.rules.found', { terms: after ?? text('web.rules.nothing') })
  const { about } = definition.conclusion
  const say = (value: string | null) => subjectValueName(about, value, text)
  return isChanged
    ? text('web.rules.becomes', { before: say(before), after: say(after) })
    : text('web.rules.stays', { value: say(after) })
}
