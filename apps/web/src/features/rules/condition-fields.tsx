import { RuleCondition, type RuleFault } from '@parley/protocol'
import { X } from 'lucide-react'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { AreaField } from './area-field'
import { ChosenField } from './chosen-field'
import { FaultNotes } from './fault-notes'
import { readPatterns, writePatterns } from './patterns-text'
import { RelationFields } from './relation-fields'
import { CONDITION_KINDS, newCondition } from './rule-draft'
import { SelectField } from './select-field'
import { SlotFields } from './slot-fields'
import type { RuleChoices } from './use-rule-choices'

export interface ConditionProps<Condition extends RuleCondition = RuleCondition> {
  readonly condition: Condition
  readonly choices: RuleChoices
  readonly onCondition: (condition: RuleCondition) => void
}

interface ConditionFieldsProps extends ConditionProps {
  /** From 1 on. */
  readonly number: number
  readonly faults: readonly RuleFault[]
  readonly onRemove: (() => void) | undefined
}

/** One condition: what is looked at, whether it must be so, and what it is compared with. */
export function ConditionFields({ number, faults, onRemove, ...props }: ConditionFieldsProps) {
  const text = useText()
  const { condition, onCondition } = props
  const kind = (value: string) =>
    RuleCondition.options.find((option) => option.shape.kind.value === value)?.shape.kind.value
  return (
    <fieldset className="condition">
      <legend>{text('web.rules.condition', { number })}</legend>
      <div className="condition__head">
        <SelectField
          label={text('web.rules.kind')}
          value={condition.kind}
          options={CONDITION_KINDS.map((value) => ({ value, label: text(`web.rules.kind.${value}`) }))}
          onValue={(value) => onCondition(newCondition(kind(value) ?? 'text'))}
        />
        <SelectField
          label={text('web.rules.not')}
          value={condition.isNot ? 'isNot' : 'is'}
          options={(['is', 'isNot'] as const).map((value) => ({ value, label: text(`web.rules.${value}`) }))}
          onValue={(value) => onCondition({ ...condition, isNot: value === 'isNot' })}
        />
        {onRemove && (
          <IconButton label={text('web.rules.removeCondition', { number })} onClick={onRemove}>
            <X size={16} />
          </IconButton>
        )}
      </div>
      <KindFields key={condition.kind} {...props} />
      <FaultNotes faults={faults} />
    </fieldset>
  )
}

const TONES = ['act', 'sentiment', 'emotion', 'urgency', 'politeness'] as const
const LANGUAGES = { zh: 'web.why.languageZh', en: 'web.why.languageEn' } as const
/** No intent is called so: names are not blank. */
const NONE = ' '

function KindFields({ condition, choices, onCondition }: ConditionProps) {
  const text = useText()
  switch (condition.kind) {
    case 'text':
      return (
        <AreaField
          label={text('web.rules.patterns')}
          hint={text('web.rules.patternsHint')}
          rows={3}
          value={condition.patterns}
          write={writePatterns}
          read={readPatterns}
          onValue={(patterns) => onCondition({ ...condition, patterns })}
        />
      )
    case 'slot':
      return <SlotFields condition={condition} onCondition={onCondition} />
    case 'intent':
      return (
        <ChosenField
          label={text('web.rules.names')}
          chosen={condition.names.map((name) => name ?? NONE)}
          options={[...choices.valuesOf('intent'), { value: NONE, label: text('web.intents.none') }]}
          onChosen={(names) => onCondition({ ...condition, names: names.map((name) => (name === NONE ? null : name)) })}
        />
      )
    case 'tone':
      return (
        <>
          <SelectField
            label={text('web.rules.of')}
            value={condition.of}
            options={TONES.map((value) => ({ value, label: text(`web.rules.about.${value}`) }))}
            onValue={(of) => onCondition({ ...condition, of: TONES.find((one) => one === of) ?? 'act', names: [] })}
          />
          <ChosenField
            label={text('web.rules.names')}
            chosen={condition.names}
            options={choices.valuesOf(condition.of)}
            onChosen={(names) => onCondition({ ...condition, names })}
          />
        </>
      )
    case 'language':
      return (
        <SelectField
          label={text('web.rules.language')}
          value={condition.language}
          options={(['zh', 'en'] as const).map((value) => ({ value, label: text(LANGUAGES[value]) }))}
          onValue={(language) => onCondition({ ...condition, language: language === 'en' ? 'en' : 'zh' })}
        />
      )
    case 'channel':
      return (
        <ChosenField
          label={text('web.rules.names')}
          chosen={condition.channelIds}
          options={choices.channels}
          onChosen={(ids) => onCondition({ ...condition, channelIds: ids as typeof condition.channelIds })}
        />
      )
    case 'person':
      return (
        <ChosenField
          label={text('web.rules.names')}
          chosen={condition.userIds}
          options={choices.people}
          onChosen={(ids) => onCondition({ ...condition, userIds: ids as typeof condition.userIds })}
        />
      )
    case 'relation':
      return <RelationFields {...{ condition, choices, onCondition }} />
  }
}
