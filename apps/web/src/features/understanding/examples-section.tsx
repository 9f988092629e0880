import type { Understanding } from '@parley/protocol'
import { percent } from '../../app/time'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { intentName } from './intent-name'

export function ExamplesSection({ examples }: { examples: Understanding['intent']['nearestExamples'] }) {
  const text = useText()
  const language = useLanguage()
  return (
    <section className="panel__section">
      <h3>{text('web.why.examples')}</h3>
      {examples.length === 0 && <p className="empty__text">{text('web.why.noExamples')}</p>}
      <ul className="examples">
        {examples.map((example) => (
          <li key={example.text} className="example">
            <span>{example.text}</span>
            <span className="field__hint">
              {intentName(example.intent, text)} ·{' '}
              {text('web.why.similarity', { percent: percent(example.similarity, language) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
