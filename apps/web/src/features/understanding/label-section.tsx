import './labels.css'
import type { MessageId, MessageLabel } from '@parley/protocol'
import { BadgeCheck } from 'lucide-react'
import { useState } from 'react'
import { exactTime } from '../../app/time'
import { useNames } from '../../app/use-names'
import { useQuery } from '../../app/use-query'
import { useReader } from '../../app/use-reader'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { LabelForm } from './label-form'
import { sayLabel } from './label-words'
import { useLabelling } from './use-labelling'

interface LabelSectionProps {
  readonly messageId: MessageId
  readonly labels: readonly MessageLabel[]
  readonly onLabelled: () => void
}

/** What people said that the message is, and a form for whoever may say so. */
export function LabelSection({ messageId, labels, onLabelled }: LabelSectionProps) {
  const text = useText()
  const { loaded } = useQuery('labels.choices', {})
  const [isOpen, setOpen] = useState(false)
  const labelling = useLabelling(messageId, onLabelled)
  const { mayLabel, choices } = loaded.phase === 'ready' ? loaded.answer : { mayLabel: false, choices: [] }
  if (!mayLabel && labels.length === 0) return null
  return (
    <section className="panel__section">
      <h3>{text('web.labels.title')}</h3>
      {labels.length > 0 && (
        <ul className="labels">
          {labels.map((label) => (
            <GivenLabel key={label.kind} label={label} onTakeBack={mayLabel ? labelling.takeBack : undefined} />
          ))}
        </ul>
      )}
      {mayLabel && !isOpen && (
        <div>
          <Button onClick={() => setOpen(true)}>{text('web.labels.open')}</Button>
        </div>
      )}
      {mayLabel && isOpen && <LabelForm choices={choices} onLabel={labelling.label} onClose={() => setOpen(false)} />}
    </section>
  )
}

interface GivenLabelProps {
  readonly label: MessageLabel
  readonly onTakeBack: ((label: MessageLabel) => void) | undefined
}

function GivenLabel({ label, onTakeBack }: GivenLabelProps) {
  const text = useText()
  const names = useNames()
  const reader = useReader()
  const given = { name: names.personById(label.labelledBy), time: exactTime(label.labelledAt, reader) }
  return (
    <li className="label">
      <BadgeCheck size={16} aria-hidden="true" className="label__mark" />
      <span className="label__words">
        <span>{sayLabel(label, text)}</span>
        <span className="field__hint">{text('web.labels.by', given)}</span>
      </span>
      {onTakeBack && (
        <Button look="quiet" onClick={() => onTakeBack(label)}>
          {text('web.labels.takeBack')}
        </Button>
      )}
    </li>
  )
}
