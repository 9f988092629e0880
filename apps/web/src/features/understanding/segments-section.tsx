import type { Understanding } from '@parley/protocol'
import { type Text, useText } from '../../app/use-text'
import { intentName } from './intent-name'
import type { Slot } from './mark-slots'
import { slotName, slotTerm } from './slot-name'

type Segment = NonNullable<Understanding['intents']>[number]

interface SegmentsSectionProps {
  readonly segments: readonly Segment[]
  readonly slots: readonly Slot[]
  readonly content: string
}

/** The parts of a message that wants several things, each with what it wants and what was found in it. */
export function SegmentsSection({ segments, slots, content }: SegmentsSectionProps) {
  const text = useText()
  return (
    <section className="panel__section">
      <h3>{text('web.why.segments')}</h3>
      <ul className="examples">
        {segments.map(({ name, start, end }) => (
          <li key={start} className="example">
            <span>{content.slice(start, end)}</span>
            <span className="field__hint">
              {[
                intentName(name, text),
                ...slots.filter((slot) => slot.start >= start && slot.end <= end).map((slot) => sayFound(slot, text)),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const sayFound = (slot: Slot, text: Text): string =>
  text('web.why.found', { kind: slotName(slot.value.type, text), what: slotTerm(slot) })
