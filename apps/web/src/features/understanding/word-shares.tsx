import type { IntentExplanation } from '@parley/protocol'
import type { CSSProperties } from 'react'
import { percent } from '../../app/time'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { intentName } from './intent-name'
import { points, signedPoints } from './points'
import { strengthOf, tintWords, type WordShare } from './tint-words'

type Shares = readonly WordShare[]

/** The message tinted by what its words add, and the same in figures. */
export function WordShares({ explanation, content }: { explanation: IntentExplanation; content: string | undefined }) {
  const text = useText()
  const language = useLanguage()
  const { shares, baseValue, confidence, intent, runnerUp, margin } = explanation
  const [base, reached] = [percent(baseValue, language), percent(confidence, language)]
  return (
    <section className="panel__section">
      <h3>{text('web.why.words')}</h3>
      {content !== undefined && <TintedMessage content={content} shares={shares} />}
      <p className="field__hint">{text('web.why.legend', { intent: intentName(intent, text) })}</p>
      <ShareTable explanation={explanation} />
      <p className="field__hint">
        {text('web.why.sum', { base, confidence: reached, points: signedPoints(confidence - baseValue, language) })}{' '}
        {text('web.why.wordsHint')}
      </p>
      {runnerUp && (
        <p>
          {text('web.why.runnerUp', {
            intent: intentName(runnerUp.name, text),
            points: points(margin, language),
          })}
        </p>
      )}
    </section>
  )
}

function TintedMessage({ content, shares }: { content: string; shares: Shares }) {
  const language = useLanguage()
  let at = 0
  return (
    <p className="quote">
      {tintWords(content, shares).map(({ text, share }) => {
        const key = at
        at += text.length
        if (!share) return text
        const style = { '--strength': Math.abs(strengthOf(share.value, shares)) } as CSSProperties
        return (
          <span
            key={key}
            className="tint"
            data-side={share.value < 0 ? 'against' : 'towards'}
            style={style}
            title={signedPoints(share.value, language)}
          >
            {text}
          </span>
        )
      })}
    </p>
  )
}

function ShareTable({ explanation: { shares, baseValue, confidence } }: { explanation: IntentExplanation }) {
  const text = useText()
  const language = useLanguage()
  return (
    <table className="shares">
      <caption className="visually-hidden">{text('web.why.words')}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{text('web.why.word')}</th>
          <th scope="col">{text('web.why.share')}</th>
        </tr>
      </thead>
      <tbody>
        <Total label={text('web.why.base')} value={percent(baseValue, language)} />
        {shares.map((share) => (
          <ShareRow key={share.start} share={share} strength={strengthOf(share.value, shares)} />
        ))}
        <Total label={text('web.why.total')} value={percent(confidence, language)} />
      </tbody>
    </table>
  )
}

function ShareRow({ share, strength }: { share: WordShare; strength: number }) {
  const text = useText()
  const language = useLanguage()
  const style = { '--strength': Math.abs(strength) } as CSSProperties
  const side = strength < 0 ? 'against' : 'towards'
  return (
    <tr>
      <th scope="row" className="shares__word">
        {share.text}
      </th>
      <td className="shares__bar">
        <div className="shares__row">
          <span className="shares__track" data-side={side} style={style} aria-hidden="true" />
          <span className="shares__value">
            {signedPoints(share.value, language)}
            <span className="visually-hidden"> {text(`web.why.${side}`)}</span>
          </span>
        </div>
      </td>
    </tr>
  )
}

function Total({ label, value }: { label: string; value: string }) {
  return (
    <tr className="shares__total">
      <th scope="row">{label}</th>
      <td>{value}</td>
    </tr>
  )
}
