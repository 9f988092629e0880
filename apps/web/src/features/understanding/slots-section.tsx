import { percent } from '../../app/time'
import { useNames } from '../../app/use-names'
import { useNowMs, useReader } from '../../app/use-reader'
import { useText } from '../../app/use-text'
import { markSlots, type Slot } from './mark-slots'
import { sayValue } from './say-value'
import { slotName, slotTerm } from './slot-name'

/** The message with what was found in it, and the same as a list: what it comes to, and where that was read. */
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
            <dd>
              <SlotWords slot={slot} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function SlotWords({ slot }: { slot: Slot }) {
  const text = useText()
  const reader = useReader()
  const names = useNames()
  const value = sayValue(slot, { reader, text, names, nowMs: useNowMs() })
  return (
    <>
      {slotTerm(slot)}
      {value !== '' && <span className="slot__value"> → {value}</span>}
      <span className="slot__source">{sourceOf(slot, text, reader.language)}</span>
    </>
  )
}

const SOURCES = ['recogniser', 'directory', 'pattern', 'model', 'dictionary'] as const

function sourceOf({ source, value }: Slot, text: ReturnType<typeof useText>, language: 'zh' | 'en'): string {
  const known = SOURCES.find((one) => one === source)
  const { confidence } = value
  return [
    ...(known ? [text(`web.slots.source.${known}`)] : []),
    ...(typeof confidence === 'number' ? [percent(confidence, language)] : []),
  ].join(' · ')
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
