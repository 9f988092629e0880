import { useFail } from '../../app/use-fail'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { CheckField } from '../../components/field'
import { Segmented } from '../../components/segmented'
import type { IntentsProps } from './use-intents'

const LABELLERS = ['members', 'administrators'] as const

/** Who may label, and what labels are used for. */
export function RulesSection({ listed: { rules }, onChanged }: IntentsProps) {
  const text = useText()
  const { client } = useServices()
  const fail = useFail()
  const set = (changes: Partial<typeof rules>) =>
    void client.command('labels.setRules', changes).catch(fail).finally(onChanged)
  return (
    <section className="intents__section">
      <h2>{text('web.intents.rules')}</h2>
      <span className="field__label">{text('web.intents.whoMayLabel')}</span>
      <div>
        <Segmented
          label={text('web.intents.whoMayLabel')}
          value={rules.whoMayLabel}
          options={LABELLERS.map((value) => ({ value, label: text(`web.intents.${value}`) }))}
          onValue={(whoMayLabel) => set({ whoMayLabel })}
        />
      </div>
      <CheckField
        label={text('web.intents.doLabelsTrain')}
        hint={text('web.intents.doLabelsTrainHint')}
        isChecked={rules.doLabelsTrain}
        onChecked={(doLabelsTrain) => set({ doLabelsTrain })}
      />
    </section>
  )
}
