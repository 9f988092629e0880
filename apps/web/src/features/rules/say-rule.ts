import type { IfThenRule, RuleCondition, RuleDefinition } from '@parley/protocol'
import type { Text } from '../../app/use-text'
import { sayWeight, subjectValueName } from '../understanding/rule-words'
import { slotName } from '../understanding/slot-name'
import { writePattern } from './patterns-text'
import type { RuleChoices } from './use-rule-choices'

const MOST_SAID = 4
const LANGUAGES = { zh: 'web.why.languageZh', en: 'web.why.languageEn' } as const

/** A rule as a sentence. */
export function sayRule(definition: RuleDefinition, choices: RuleChoices, text: Text): string {
  if (definition.kind === 'dictionary') {
    const { terms } = definition
    return text('web.rules.count', {
      count: terms.length,
      terms: few(
        terms.map(({ term }) => term),
        text('web.rules.or'),
      ),
    })
  }
  const when = definition.when.map((condition) => sayCondition(condition, choices, text))
  return text('web.rules.summary', { when: when.join(text('web.rules.and')), what: sayConclusion(definition, text) })
}

function sayCondition(condition: RuleCondition, choices: RuleChoices, text: Text): string {
  const said = sayPlainly(condition, choices, text)
  return condition.isNot ? text('web.rules.said.not', { what: said }) : said
}

function sayPlainly(condition: RuleCondition, choices: RuleChoices, text: Text): string {
  const any = (names: readonly string[]) => few(names, text('web.rules.or'))
  switch (condition.kind) {
    case 'text':
      return text('web.rules.said.text', {
        what: any(condition.patterns.map((pattern) => `“${writePattern(pattern)}”`)),
      })
    case 'slot': {
      const { type, comparison } = condition
      const compared = text(`web.rules.compare.${comparison?.op ?? 'any'}`)
      return text('web.rules.said.slot', {
        what: slotName(type, text),
        compared: comparison ? `${compared} ${comparison.value}` : compared,
      })
    }
    case 'intent':
      return text('web.rules.said.intent', {
        what: any(condition.names.map((name) => subjectValueName('intent', name, text))),
      })
    case 'tone':
      return text('web.rules.said.tone', {
        of: text(`web.rules.about.${condition.of}`),
        what: any(condition.names.map((name) => subjectValueName(condition.of, name, text))),
      })
    case 'language':
      return text('web.rules.said.language', { what: text(LANGUAGES[condition.language]) })
    case 'channel':
      return text('web.rules.said.channel', {
        what: any(condition.channelIds.map((id) => choices.labelOf(choices.channels, id))),
      })
    case 'person':
      return text('web.rules.said.person', {
        what: any(condition.userIds.map((id) => choices.labelOf(choices.people, id))),
      })
    case 'relation':
      return text('web.rules.said.relation', {
        relation: text(`web.rules.relation.${condition.type}`),
        what: choices.entities.find(({ value }) => value === condition.toId)?.label ?? text('web.rules.entityGone'),
      })
  }
}

function sayConclusion({ conclusion, strength }: IfThenRule, text: Text): string {
  if (conclusion.about === 'task') return text('web.rules.noTask')
  const about = text(`web.rules.about.${conclusion.about}`)
  const value = subjectValueName(conclusion.about, conclusion.value, text)
  if (strength.kind !== 'evidence') return text(`web.rules.concluded.${strength.kind}`, { about, value })
  return text('web.rules.concluded.evidence', { about, value, weight: sayWeight(strength.weight) })
}

const few = (names: readonly string[], or: string): string =>
  names.length <= MOST_SAID ? names.join(or) : `${names.slice(0, MOST_SAID).join(or)} …`
