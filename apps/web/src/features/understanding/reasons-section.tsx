import type { MessageCard } from '@parley/protocol'
import { Suspense } from 'react'
import { lazyPart } from '../../app/lazy-part'
import { withTexts } from '../../app/texts'
import { percent } from '../../app/time'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'

const ReasonList = lazyPart(() => withTexts('reasons', () => import('./reason-list')))

export function ReasonsSection({ card }: { card: MessageCard }) {
  const text = useText()
  const language = useLanguage()
  return (
    <section className="panel__section">
      <h3>{text('web.assistant.reasons')}</h3>
      {card.reasons.length === 0 && <p>{text('web.assistant.noReasons')}</p>}
      <Suspense fallback={null}>
        <ReasonList reasons={card.reasons} />
      </Suspense>
      {card.confidence !== null && (
        <p className="field__hint">
          {text('web.assistant.confidence', { percent: percent(card.confidence, language) })}
        </p>
      )}
    </section>
  )
}
