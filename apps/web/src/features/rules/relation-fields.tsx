import { type GraphEntityId, type RuleCondition, RuleRelation } from '@parley/protocol'
import { useText } from '../../app/use-text'
import { EntityField } from '../graph/entity-field'
import type { ConditionProps } from './condition-fields'
import { SelectField } from './select-field'

const NOTHING = '' as GraphEntityId

/** How somebody whom a message names stands to which entity of the graph. */
export function RelationFields({
  condition,
  choices,
  onCondition,
}: ConditionProps<Extract<RuleCondition, { kind: 'relation' }>>) {
  const text = useText()
  const { toId } = condition
  return (
    <>
      <SelectField
        label={text('web.rules.relationType')}
        value={condition.type}
        options={RuleRelation.options.map((value) => ({ value, label: text(`web.rules.relation.${value}`) }))}
        onValue={(type) => onCondition({ ...condition, type: RuleRelation.parse(type) })}
      />
      <EntityField
        label={text('web.rules.relationTo')}
        hint={text('web.rules.relationToHint')}
        initialName={choices.entities.find(({ value }) => value === toId)?.label}
        onEntity={(entity) => onCondition({ ...condition, toId: entity?.id ?? NOTHING })}
      />
    </>
  )
}
