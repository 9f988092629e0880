import type { RuleDefinition, RuleSubject } from '@parley/protocol'
import type { Comprehended } from '../assistant/comprehension'
import type { RuleEffect } from '../services'

/** What a rule comes to in a message that was read. */
export function ruleEffect(
  { understanding, tasks }: Comprehended,
  ruleId: string,
  definition: RuleDefinition,
): RuleEffect {
  if (definition.kind === 'dictionary') return termsFound(understanding, definition.entity)
  const applied = understanding.rules?.applied.find(({ id }) => id === ruleId)
  return {
    value: subjectValue({ understanding, tasks }, definition.conclusion.about, definition.conclusion.value),
    spans: applied ? applied.spans : null,
  }
}

function termsFound({ slots }: Comprehended['understanding'], entity: string): RuleEffect {
  const found = slots.filter(({ source, value }) => source === 'dictionary' && entity === entityOf(value))
  const terms = found.map(({ value }) => (value.type === 'term' ? value.term : 'name' in value ? value.name : ''))
  return found.length === 0 ? NOTHING : { value: terms.join(', '), spans: found }
}

const NOTHING: RuleEffect = { value: null, spans: null }

const entityOf = (value: Comprehended['understanding']['slots'][number]['value']): string =>
  value.type === 'term' ? value.entity : value.type

function subjectValue(
  { understanding, tasks }: Comprehended,
  about: RuleSubject,
  wanted: string | null,
): string | null {
  if (about === 'intent') return understanding.intent.name
  if (about === 'task') return tasks.length > 0 ? String(tasks.length) : null
  if (about === 'act') return understanding.tone?.acts.find(({ name }) => name === wanted)?.name ?? null
  return understanding.tone?.[about]?.name ?? null
}
