import type { RuleSubject } from '@parley/protocol'
import type { Text } from '../../app/use-text'
import { intentName } from './intent-name'
import { toneName } from './tone-name'

/** What a rule or the model says of a subject, in words. */
export function subjectValueName(about: RuleSubject, value: string | null, text: Text): string {
  if (about === 'task')
    return value === null ? text('web.rules.noTask') : text('web.rules.tasks', { count: Number(value) })
  if (value === null) return about === 'intent' ? text('web.intents.none') : text('web.rules.nothing')
  return about === 'intent' ? intentName(value, text) : toneName(value, text)
}

/** With its sign. */
export const sayWeight = (weight: number): string => `${weight > 0 ? '+' : weight < 0 ? '−' : ''}${Math.abs(weight)}`
