import { readAddress } from '@parley/dialogue'
import { findRuleFaults, type KnownValues, type Rule } from '@parley/nlu'
import type { Directory } from '../assistant/directory'
import { OneAtATime } from '../assistant/one-at-a-time'
import { placing } from '../assistant/place-understanding'
import type { RuleControl } from '../assistant/rule-control'
import { InTurn } from '../in-turn'
import type { RuleEffect, RuleServices, TriedMessage, TriedReading, TriedRule } from '../services'
import { readLabelValues } from '../store/label-values'
import type { Store } from '../store/store'
import { type RuleRow, readRuleRows } from '../store/stored-rules'
import { ruleEffect } from './rule-effect'

export interface OwnRulesOptions {
  readonly store: Pick<Store, 'rows'>
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
    await this.options.control?.useRules(
      rows
        .filter(({ is_on }) => is_on)
        .map(asRule)
        .filter(isSound(known)),
    )
  }

  try(draft: TriedRule, messages: readonly TriedMessage[]): Promise<TriedReading[]> {
    return this.trials.run(() => this.tryNow(draft, messages), new AbortController().signal)
  }

  private async tryNow({ ruleId, definition }: TriedRule, messages: readonly TriedMessage[]): Promise<TriedReading[]> {
    const { rows, known } = await this.read()
    const id = ruleId ?? NEW_RULE
    const others = rows.filter((row) => row.is_on || row.id === id).map(asRule)
    const tried = { id, name: id, definition }
    const rules = others.some((rule) => rule.id === id)
      ? others.map((rule) => (rule.id === id ? tried : rule))
      : [...others, tried]
    const heard = await this.hear(messages)
    const compared = await this.options.control?.tryRules({ rules: rules.filter(isSound(known)), ruleId: id }, heard)
    return (compared ?? []).map(({ index, before, after }) => ({
      index,
      before: ruleEffect(before, id, definition),
      after: placed(ruleEffect(after, id, definition), heard[index]?.address),
    }))
  }

  /** As they are read when they are said: without the assistant's name, at the place and by the person. */
  private async hear(messages: readonly TriedMessage[]) {
    const { directory } = this.options
    const names = await directory.assistantNames()
    return Promise.all(
      messages.map(async ({ text, channelId, author }) => {
        const address = readAddress(text, names)
        return { address, text: address.text, situation: await directory.situationOf(author, channelId) }
      }),
    )
  }

  private async read(): Promise<{ readonly rows: readonly RuleRow[]; readonly known: KnownValues }> {
    const { rows } = this.options.store
    return {
      rows: await readRuleRows(rows, this.workspaceId),
      known: await readLabelValues(rows, this.workspaceId),
    }
  }
}

const asRule = ({ id, name, definition }: RuleRow): Rule => ({ id, name, definition })

/** One that names what is gone by now does nothing. */
const isSound = (known: KnownValues) => (rule: Rule) => findRuleFaults(rule, known).length === 0

function placed(effect: RuleEffect, address: Parameters<typeof placing>[0] | undefined): RuleEffect {
  if (!address || !effect.spans) return effect
  const place = placing(address)
  return { ...effect, spans: effect.spans.map(({ start, end }) => place({ start, end })) }
}
