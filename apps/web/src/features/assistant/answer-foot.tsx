import type { Confirmation, Message, MessageCard } from '@parley/protocol'
import { BadgeCheck, CircleAlert, CircleCheck, CircleHelp } from 'lucide-react'
import { Suspense } from 'react'
import { lazyPart } from '../../app/lazy-part'
import { exactTime, percent, shortDate } from '../../app/time'
import { useNames } from '../../app/use-names'
import { usePanel } from '../../app/use-panel'
import { useReader } from '../../app/use-reader'
import { useLanguage, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { AskPerson } from './ask-person'
import { type ConfidenceWords, confidenceWords } from './confidence-words'
import { Feedback } from './feedback'

const AwaitAnswer = lazyPart(() => import('./await-answer'))

const icons: Record<ConfidenceWords, typeof CircleCheck> = {
  'web.assistant.wellSupported': CircleCheck,
  'web.assistant.oneSource': CircleCheck,
  'web.assistant.weak': CircleAlert,
  'web.assistant.notKnown': CircleHelp,
}

/** In place of a confidence: a person stands for it. */
function Confirmed({ by, at }: Pick<Confirmation, 'by' | 'at'>) {
  const text = useText()
  const names = useNames()
  const reader = useReader()
  return (
    <span className="confidence" data-words="web.assistant.confirmedBy" title={exactTime(at, reader)}>
      <BadgeCheck size={14} aria-hidden="true" />
      {text('web.assistant.confirmedBy', { name: names.personById(by), date: shortDate(at, reader) })}
    </span>
  )
}

export function AnswerFoot({ message, card }: { message: Message; card: MessageCard }) {
  const text = useText()
  const language = useLanguage()
  const { client } = useServices()
  const { open } = usePanel()
  const words = confidenceWords(card)
  const Icon = icons[words]
  const exact = card.confidence === null ? undefined : percent(card.confidence, language)
  return (
    <div className="card__foot">
      {card.confirmed ? (
        <Confirmed by={card.confirmed.by} at={card.confirmed.at} />
      ) : (
        <span
          className="confidence"
          data-words={words}
          title={exact && text('web.assistant.confidence', { percent: exact })}
        >
          <Icon size={14} aria-hidden="true" />
          {text(words)}
        </span>
      )}
      {words === 'web.assistant.notKnown' && !card.confirmed && (
        <>
          <AskPerson message={message} />
          <Suspense fallback={null}>
            <AwaitAnswer message={message} />
          </Suspense>
        </>
      )}
      <Feedback give={(isHelpful) => client.command('assistant.feedback', { messageId: message.id, isHelpful })} />
      <button type="button" className="link-button" onClick={() => open({ kind: 'why', id: message.id })}>
        {text('web.assistant.why')}
      </button>
    </div>
  )
}
