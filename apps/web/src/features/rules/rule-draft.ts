import type { GraphEntityId, IfThenRule, Rule, RuleCondition, RuleDefinition, RuleId } from '@parley/protocol'

/** A rule while it is written. */
export interface RuleDraft {
  /** Absent: a new one. */
  readonly ruleId?: RuleId
  /** Of the rule that it was begun from. */
  readonly version?: number
  readonly name: string
  readonly isOn: boolean
  readonly definition: RuleDefinition
}

export const draftOf = ({ id, version, name, isOn, definition }: Rule): RuleDraft => ({
  ...{ ruleId: id, version, name, isOn, definition },
})

export const newRule = (): RuleDraft => ({
  ...{ name: '', isOn: true },
  definition: {
    kind: 'if-then',
    when: [newCondition('text')],
    conclusion: { about: 'intent', value: null },
    strength: { kind: 'must' },
  },
})

export const newDictionary = (): RuleDraft => ({
  ...{ name: '', isOn: true, definition: { kind: 'dictionary', entity: '', terms: [] } },
})

const CONDITIONS: { readonly [Kind in RuleCondition['kind']]: Extract<RuleCondition, { kind: Kind }> } = {
  text: { kind: 'text', patterns: [] },
  slot: { kind: 'slot', type: 'amount' },
  intent: { kind: 'intent', names: [] },
  tone: { kind: 'tone', of: 'urgency', names: [] },
  language: { kind: 'language', language: 'zh' },
  channel: { kind: 'channel', channelIds: [] },
  person: { kind: 'person', userIds: [] },
  relation: { kind: 'relation', type: 'works_on', toId: '' as GraphEntityId },
}

export const CONDITION_KINDS = Object.keys(CONDITIONS) as RuleCondition['kind'][]

export const newCondition = (kind: RuleCondition['kind']): RuleCondition => CONDITIONS[kind]

/** Whether something is still to be filled in. */
export function isComplete({ name, definition }: RuleDraft): boolean {
  if (name.trim() === '') return false
  if (definition.kind === 'dictionary') return definition.entity.trim() !== '' && definition.terms.length > 0
  return definition.when.length > 0 && definition.when.every(isFilled) && hasValue(definition)
}

function isFilled(condition: RuleCondition): boolean {
  switch (condition.kind) {
    case 'text':
      return condition.patterns.length > 0
    case 'intent':
    case 'tone':
      return condition.names.length > 0
    case 'channel':
      return condition.channelIds.length > 0
    case 'person':
      return condition.userIds.length > 0
    case 'relation':
      return condition.toId !== ''
    case 'slot':
      return condition.comparison?.value !== ''
    default:
      return true
  }
}

const hasValue = ({ conclusion: { about, value } }: IfThenRule) =>
  about === 'intent' || about === 'task' || value !== null
