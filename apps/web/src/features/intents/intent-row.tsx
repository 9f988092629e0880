import type { IntentSummary } from '@parley/protocol'
import { ChevronRight } from 'lucide-react'
import { type CSSProperties, useState } from 'react'
import { percent } from '../../app/time'
import { useLanguage } from '../../app/use-services'
import { type Text, useText } from '../../app/use-text'
import { intentName } from '../understanding/intent-name'
import { IntentExamples } from './intent-examples'

export interface IntentRowProps {
  readonly intent: IntentSummary
  /** It stands for what is none of the intents. */
  readonly isNone?: boolean
  readonly onChanged: () => void
}

/** One intent in a line; its examples open below it. */
export function IntentRow({ intent, isNone = false, onChanged }: IntentRowProps) {
  const text = useText()
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const share = intent.judged > 0 ? intent.right / intent.judged : null
  const judged = share === null ? '' : text('web.intents.recognised', { percent: percent(share, language) })
  return (
    <li className="intent" data-is-open={isOpen}>
      <button type="button" className="intent__head" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <ChevronRight size={16} aria-hidden="true" className="intent__arrow" />
        <span className="intent__name">{isNone ? text('web.intents.none') : intentName(intent.name, text)}</span>
        {!intent.isShipped && <span className="intent__own">{text('web.intents.own')}</span>}
        <span className="intent__note">{[sayCounts(intent, text, isNone), judged].filter(Boolean).join(' · ')}</span>
        {share !== null && (
          <span className="intent__bar" aria-hidden="true" style={{ '--share': share } as CSSProperties} />
        )}
      </button>
      {isOpen && <IntentExamples intent={intent} isNone={isNone} onChanged={onChanged} />}
    </li>
  )
}

function sayCounts(
  { shippedExamples, ownExamples: own, labelledMessages }: IntentSummary,
  text: Text,
  isNone: boolean,
) {
  const examples = shippedExamples + own
  const key = own > 0 && shippedExamples > 0 ? 'web.intents.countsOwn' : 'web.intents.counts'
  const counts = isNone && own === 0 ? [] : [text(key, { examples, own })]
  if (labelledMessages > 0) counts.push(text('web.intents.labelled', { count: labelledMessages }))
  return counts.join(' · ')
}
