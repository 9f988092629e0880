import type { IntentExplanation } from '@parley/protocol'
import { percent } from '../../app/time'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { intentName } from './intent-name'

/** The smallest edit that gives another outcome. */
export function FlipSection({ explanation: { flippingEdit } }: { explanation: IntentExplanation }) {
  const text = useText()
  return (
    <section className="panel__section">
      <h3>{text('web.why.flip')}</h3>
      {flippingEdit ? <Flip edit={flippingEdit} /> : <p className="empty__text">{text('web.why.noFlip')}</p>}
    </section>
  )
}

function Flip({ edit }: { edit: NonNullable<IntentExplanation['flippingEdit']> }) {
  const text = useText()
  const language = useLanguage()
  const quoted = edit.removed.map((part) => `“${part.text}”`)
  const words = new Intl.ListFormat(language === 'zh' ? 'zh-CN' : 'en-GB').format(quoted)
  const said = { words, percent: percent(edit.confidence, language) }
  return (
    <>
      <p>
        {edit.name
          ? text('web.why.flipTo', { ...said, intent: intentName(edit.name, text) })
          : text('web.why.flipToNone', said)}
      </p>
      {edit.text !== '' && (
        <p className="quote flip__text">
          <span className="field__hint">{text('web.why.flipText')}</span>
          {edit.text}
        </p>
      )}
    </>
  )
}
