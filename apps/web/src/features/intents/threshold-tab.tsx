import { useState } from 'react'
import { percent } from '../../app/time'
import { useAction } from '../../app/use-action'
import { useFail } from '../../app/use-fail'
import { useLanguage, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { Field } from '../../components/field'
import { useToast } from '../../components/toasts'
import { nearestPoint } from './nearest-point'
import { RiskCurve } from './risk-curve'
import type { IntentsProps, ListedIntents } from './use-intents'

/** How sure to be: the threshold with what comes of it, measured. */
export function ThresholdTab({ listed, onChanged }: IntentsProps) {
  const text = useText()
  const { figures, operatingPoint } = listed
  return (
    <>
      <p className="page__intro">{text('web.threshold.intro')}</p>
      {figures ? (
        <Slider key={operatingPoint} figures={figures} operatingPoint={operatingPoint} onChanged={onChanged} />
      ) : (
        <p className="empty__text">{text(listed.isAvailable ? 'web.threshold.none' : 'web.intents.unavailable')}</p>
      )}
    </>
  )
}

interface SliderProps {
  readonly figures: NonNullable<ListedIntents['figures']>
  readonly operatingPoint: number | null
  readonly onChanged: () => void
}

function Slider({ figures, operatingPoint, onChanged }: SliderProps) {
  const text = useText()
  const language = useLanguage()
  const set = useSetThreshold(figures.threshold, onChanged)
  const current = operatingPoint ?? figures.threshold
  const [threshold, setThreshold] = useState(current)
  const point = nearestPoint(figures.curve, threshold)
  const told = { answered: Math.round(point.answered * 100), wrong: Math.round(point.wrong * 100) }
  return (
    <div className="threshold">
      <RiskCurve curve={figures.curve} point={point} />
      <Field
        label={`${text('web.threshold.slider')} ${percent(threshold, language)}`}
        hint={text('web.threshold.shipped', { percent: percent(figures.threshold, language) })}
      >
        {(ids) => (
          <input
            type="range"
            className="threshold__slider"
            {...ids}
            min={0}
            max={1}
            step={0.01}
            value={threshold}
            onChange={(event) => setThreshold(event.currentTarget.valueAsNumber)}
          />
        )}
      </Field>
      <output className="threshold__told">{text('web.threshold.told', told)}</output>
      <p className="field__hint">{text('web.threshold.measured', { rows: figures.rows })}</p>
      {set.error !== null && <Failure error={set.error} />}
      <div className="intents__actions">
        <Button
          look="primary"
          disabled={set.isRunning || threshold === current}
          onClick={() => void set.run(threshold)}
        >
          {text('web.threshold.apply')}
        </Button>
        {operatingPoint !== null && (
          <Button disabled={set.isRunning} onClick={() => void set.run(null)}>
            {text('web.threshold.reset')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** @param own the model's threshold, which null stands for. */
function useSetThreshold(own: number, onChanged: () => void) {
  const text = useText()
  const language = useLanguage()
  const { client } = useServices()
  const toast = useToast()
  const fail = useFail()
  const set = useAction(async (threshold: number | null) => {
    const { previous } = await client.command('intents.setOperatingPoint', { threshold })
    onChanged()
    const said = text('web.threshold.applied', { percent: percent(threshold ?? own, language) })
    const undo = () =>
      void client.command('intents.setOperatingPoint', { threshold: previous }).catch(fail).finally(onChanged)
    toast({ text: said, onUndo: undo })
  })
  return set
}
