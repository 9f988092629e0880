import type { AppliedRule, MessageLabel, Understanding } from '@parley/protocol'
import type { CSSProperties } from 'react'
import { percent } from '../../app/time'
import { useLanguage } from '../../app/use-services'
import { type Text, useText } from '../../app/use-text'
import { intentName } from './intent-name'

const MOST_SHOWN = 4

interface IntentSectionProps {
  readonly intent: Understanding['intent']
  /** By a person: it outranks the candidates. */
  readonly label: MessageLabel | undefined
  /** That says what the intent is. */
  readonly rule: AppliedRule | undefined
}

/** The intent in words, then the candidates as bars against the threshold. */
export function IntentSection({ intent, label, rule }: IntentSectionProps) {
  const text = useText()
  const language = useLanguage()
  const best = intent.ranking[0]
  return (
    <section className="panel__section">
      <h3>{text('web.why.intent')}</h3>
      <p className="why__verdict">{verdict(intent.name, { label, rule }, text)}</p>
      {(label || rule) && best && <p className="empty__text">{text('web.labels.modelSays')}</p>}
      {!label && !rule && !intent.name && best && (
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

function verdict(name: string | null, { label, rule }: Pick<IntentSectionProps, 'label' | 'rule'>, text: Text): string {
  const intent = name && intentName(name, text)
  if (label) return intent ? text('web.labels.byPerson', { intent }) : text('web.labels.byPersonNone')
  if (rule) {
    return text(intent ? 'web.rules.byRule' : 'web.rules.byRuleNone', { rule: rule.name, intent: intent ?? '' })
  }
  return intent ? text('web.why.intentSure', { intent }) : text('web.why.intentNone')
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
