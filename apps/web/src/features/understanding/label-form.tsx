import { LabelKind, type MessageLabel, type QueryAnswer } from '@parley/protocol'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { Field } from '../../components/field'
import { Form } from '../../components/form'
import { labelValueName } from './label-words'

/** No value is called so: names are not blank. */
const NONE = ' '

type Choices = QueryAnswer<'labels.choices'>['choices']

interface LabelFormProps {
  readonly choices: Choices
  readonly onLabel: (label: Pick<MessageLabel, 'kind' | 'value'>) => Promise<void>
  readonly onClose: () => void
}

/** Two lists to choose from: what is judged, and what is right. */
export function LabelForm({ choices, onLabel, onClose }: LabelFormProps) {
  const text = useText()
  const [kind, setKind] = useState<LabelKind>('intent')
  const [value, setValue] = useState('')
  const save = useAction(async () => {
    await onLabel({ kind, value: value === NONE ? null : value })
    onClose()
  })
  return (
    <Form className="label-form" onSubmit={() => void save.run()}>
      <Field label={text('web.labels.kind')}>
        {(ids) => (
          <select
            className="input"
            {...ids}
            value={kind}
            onChange={({ currentTarget }) => {
              setKind(LabelKind.parse(currentTarget.value))
              setValue('')
            }}
          >
            {choices.map((choice) => (
              <option key={choice.kind} value={choice.kind}>
                {text(`web.labels.${choice.kind}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={text('web.labels.value')} hint={text('web.labels.hint')}>
        {(ids) => (
          <select
            className="input"
            {...ids}
            required
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          >
            <option value="">{text('web.labels.choose')}</option>
            <ValueOptions kind={kind} values={choices.find((choice) => choice.kind === kind)?.values ?? []} />
            {canBeNone(kind) && <option value={NONE}>{text('web.labels.none')}</option>}
          </select>
        )}
      </Field>
      {save.error !== null && <Failure error={save.error} />}
      <div className="label-form__foot">
        <Button onClick={onClose}>{text('web.app.cancel')}</Button>
        <Button type="submit" look="primary" disabled={save.isRunning}>
          {text('web.labels.save')}
        </Button>
      </div>
    </Form>
  )
}

/** The other kinds have a name for what is ordinary. */
const canBeNone = (kind: LabelKind): boolean => kind === 'intent' || kind === 'act'

/** As they are called in the reader's language, in its order. */
function ValueOptions({ kind, values }: { kind: LabelKind; values: readonly string[] }) {
  const text = useText()
  const collator = new Intl.Collator(useLanguage())
  return values
    .map((value) => ({ value, name: labelValueName(kind, value, text) }))
    .toSorted((left, right) => collator.compare(left.name, right.name))
    .map(({ value, name }) => (
      <option key={value} value={value}>
        {name}
      </option>
    ))
}
