import { useText } from '../../app/use-text'
import { markSlots, type Slot } from './mark-slots'
import { slotName, slotTerm } from './slot-name'

/** The message with what was found in it, and the same as a list. */
export function SlotsSection({ slots, content }: { slots: readonly Slot[]; content: string | undefined }) {
  const text = useText()
  return (
    <section className="panel__section">
      <h3>{text('web.why.slots')}</h3>
      {content !== undefined && <MarkedText content={content} slots={slots} />}
      {slots.length === 0 && <p className="empty__text">{text('web.why.noSlots')}</p>}
      <dl className="facts">
        {slots.map((slot) => (
          <div key={`${slot.start}-${slot.value.type}`} className="facts__row">
            <dt>{slotName(typeOf(slot), text)}</dt>
            <dd>{slotTerm(slot)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function MarkedText({ content, slots }: { content: string; slots: readonly Slot[] }) {
  const text = useText()
  let at = 0
  return (
    <p className="quote">
      {markSlots(content, slots).map((part) => {
        const key = at
        at += part.text.length
        return part.slot ? (
          <mark key={key} className="slot" title={slotName(typeOf(part.slot), text)}>
            {part.text}
          </mark>
        ) : (
          part.text
        )
      })}
    </p>
  )
}

/** Of a dictionary's term, what the dictionary says that it is. */
const typeOf = ({ value }: Slot): string =>
  value.type === 'term' && typeof value.entity === 'string' ? value.entity : value.type
