import type { Understanding } from '@parley/protocol'
import type { CSSProperties } from 'react'
import { percent } from '../../app/time'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { intentName } from './intent-name'

const MOST_SHOWN = 4

/** The intent in words, then the candidates as bars against the threshold. */
export function IntentSection({ intent }: { intent: Understanding['intent'] }) {
  const text = useText()
  const language = useLanguage()
  const best = intent.ranking[0]
  return (
    <section className="panel__section">
      <h3>{text('web.why.intent')}</h3>
      <p className="why__verdict">
        {intent.name
          ? text('web.why.intentSure', { intent: intentName(intent.name, text) })
          : text('web.why.intentNone')}
      </p>
      {!intent.name && best && (
        <p className="empty__text">{text('web.why.intentNoneHint', { intent: intentName(best.name, text) })}</p>
      )}
      <ol className="bars">
        {intent.ranking.slice(0, MOST_SHOWN).map(({ name, probability }) => (
          <Bar key={name} label={intentName(name, text)} share={probability} threshold={intent.threshold} />
        ))}
      </ol>
      {best && (
        <p className="field__hint">{text('web.why.threshold', { percent: percent(intent.threshold, language) })}</p>
      )}
    </section>
  )
}

function Bar({ label, share, threshold }: { label: string; share: number; threshold: number }) {
  const language = useLanguage()
  const style = { '--share': share, '--threshold': threshold } as CSSProperties
  return (
    <li className="bar" data-reaches={share >= threshold} style={style}>
      <span className="bar__label">{label}</span>
      <span className="bar__value">{percent(share, language)}</span>
      <span className="bar__track" aria-hidden="true" />
    </li>
  )
}
