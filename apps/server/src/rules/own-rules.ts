import { readAddress } from '@parley/dialogue'
import { findRuleFaults, type KnownValues, type PersonRelation, type Rule } from '@parley/nlu'
import type { RuleDefinition } from '@parley/protocol'
import type { Directory } from '../assistant/directory'
import { OneAtATime } from '../assistant/one-at-a-time'
import { placing } from '../assistant/place-understanding'
import type { RuleControl } from '../assistant/rule-control'
import { readKnownValues } from '../commands/rules/check-rules'
import { InTurn } from '../in-turn'
import { readRuleRelations, relationsIn } from '../queries/graph/rule-relations'
import type { RuleEffect, RuleServices, TriedMessage, TriedReading, TriedRule } from '../services'
import type { Store } from '../store/store'
import { type RuleRow, readRuleRows } from '../store/stored-rules'
import { ruleEffect } from './rule-effect'

export interface OwnRulesOptions {
  readonly store: Pick<Store, 'rows' | 'now'>
  readonly directory: Directory
  /** Absent where rules are not asked. */
  readonly control: RuleControl | undefined
  readonly onChanged: () => void
}

/** No rule is called so: it stands for one that is not saved yet. */
const NEW_RULE = 'new'

/**
 * A workspace's rules: the database holds them, and what reads messages is told of them. Which of them are sound hangs on the
 * intents there are, so whoever changes those has the rules used again as well.
 */
export class OwnRules implements RuleServices {
  private readonly trials = new OneAtATime()
  private readonly turns = new InTurn()
  /** Known when it starts. */
  private workspaceId = ''

  constructor(private readonly options: OwnRulesOptions) {}

  async start(workspaceId: string): Promise<void> {
    this.workspaceId = workspaceId
    await this.use()
  }

  /** In turn: whoever read first and told last would bring back a rule that was removed meanwhile. */
  use(): Promise<void> {
    this.options.onChanged()
    return this.turns.take(this.workspaceId, () => this.useNow())
  }

  private async useNow(): Promise<void> {
    const { rows, known } = await this.read()
    const rules = rows
      .filter(({ is_on }) => is_on)
      .map(asRule)
      .filter(isSound(known))
    const asksGraph = relationsIn(rules.map(({ definition }) => definition as RuleDefinition)).length > 0
    this.options.directory.relateBy(asksGraph ? () => this.relationsFor(rules) : null)
    await this.options.control?.useRules(rules)
  }

  private relationsFor(rules: readonly Rule[]) {
    const { rows, now } = this.options.store
    const wanted = relationsIn(rules.map(({ definition }) => definition as RuleDefinition))
    return readRuleRelations(rows, this.workspaceId, wanted, now())
  }

  try(draft: TriedRule, messages: readonly TriedMessage[]): Promise<TriedReading[]> {
    return this.trials.run(() => this.tryNow(draft, messages), new AbortController().signal)
  }

  private async tryNow({ ruleId, definition }: TriedRule, messages: readonly TriedMessage[]): Promise<TriedReading[]> {
    const { rows, known } = await this.read([definition])
    const id = ruleId ?? NEW_RULE
    const others = rows.filter((row) => row.is_on || row.id === id).map(asRule)
    const tried = { id, name: id, definition }
    const rules = others.some((rule) => rule.id === id)
      ? others.map((rule) => (rule.id === id ? tried : rule))
      : [...others, tried]
    const sound = rules.filter(isSound(known))
    const heard = await this.hear(messages, await this.relationsFor(sound))
    const compared = await this.options.control?.tryRules({ rules: sound, ruleId: id }, heard)
    return (compared ?? []).map(({ index, before, after }) => ({
      index,
      before: ruleEffect(before, id, definition),
      after: placed(ruleEffect(after, id, definition), heard[index]?.address),
    }))
  }

  /** As they are read when they are said: without the assistant's name, at the place and by the person. */
  private async hear(messages: readonly TriedMessage[], relations: readonly PersonRelation[]) {
    const { directory } = this.options
    const names = await directory.assistantNames()
    return Promise.all(
      messages.map(async ({ text, channelId, author }) => {
        const address = readAddress(text, names)
        const situation = { ...(await directory.situationOf(author, channelId)), relations }
        return { address, text: address.text, situation }
      }),
    )
  }

  /** @param drafts what is not stored. */
  private async read(drafts: readonly RuleDefinition[] = []) {
    const { rows } = this.options.store
    const stored = await readRuleRows(rows, this.workspaceId)
    const definitions = [...drafts, ...stored.map(({ definition }) => definition)]
    return { rows: stored, known: await readKnownValues(rows, { workspaceId: this.workspaceId }, definitions) }
  }
}

const asRule = ({ id, name, definition }: RuleRow): Rule => ({ id, name, definition })

/** One that names what is gone by now does nothing. What the graph knows comes and goes, and is asked for with every message. */
const isSound = (known: KnownValues) => (rule: Rule) =>
  findRuleFaults(rule, known).every(({ code }) => code === 'unknown_entity')

function placed(effect: RuleEffect, address: Parameters<typeof placing>[0] | undefined): RuleEffect {
  if (!address || !effect.spans) return effect
  const place = placing(address)
  return { ...effect, spans: effect.spans.map(({ start, end }) => place({ start, end })) }
}
