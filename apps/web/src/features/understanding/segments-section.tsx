import type { Understanding } from '@parley/protocol'
import { useText } from '../../app/use-text'
import { intentName } from './intent-name'

type Segment = NonNullable<Understanding['intents']>[number]

/** The parts of a message that wants several things, each with what it wants. */
export function SegmentsSection({ segments, content }: { segments: readonly Segment[]; content: string }) {
  const text = useText()
  return (
    <section className="panel__section">
      <h3>{text('web.why.segments')}</h3>
      <ul className="examples">
        {segments.map(({ name, start, end }) => (
          <li key={start} className="example">
            <span>{content.slice(start, end)}</span>
            <span className="field__hint">{intentName(name, text)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
