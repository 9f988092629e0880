import type { PageTextKey } from '@parley/locale'
import { isTextKey } from '../../app/texts'
import { type Text, useText } from '../../app/use-text'
import { markSlots, type Slot } from './mark-slots'

type SlotKey = Extract<PageTextKey, `web.slot.${string}`>

const isSlotKey = (key: string): key is SlotKey => isTextKey(key)

function slotName(type: string, text: Text): string {
  const key = `web.slot.${type}`
  return text(isSlotKey(key) ? key : 'web.slot.other')
}

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
            <dt>{slotName(slot.value.type, text)}</dt>
            <dd>{slot.text}</dd>
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
          <mark key={key} className="slot" title={slotName(part.slot.value.type, text)}>
            {part.text}
          </mark>
        ) : (
          part.text
        )
      })}
    </p>
  )
}
