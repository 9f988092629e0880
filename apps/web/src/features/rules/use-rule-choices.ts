import type { QueryAnswer, RuleSubject } from '@parley/protocol'
import { useMemo } from 'react'
import { byName } from '../../app/names'
import { useNames } from '../../app/use-names'
import { useLanguage, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { subjectValueName } from '../understanding/rule-words'

export interface Choice {
  readonly value: string
  readonly label: string
}

/** What can be chosen in a rule, in words and in the reader's order. */
export interface RuleChoices {
  valuesOf(about: RuleSubject): readonly Choice[]
  readonly channels: readonly Choice[]
  readonly people: readonly Choice[]
  /** Those of the graph that rules name already. */
  readonly entities: readonly Choice[]
  /** The label of a value; the value itself where nobody knows it any more. */
  labelOf(choices: readonly Choice[], value: string): string
}

export function useRuleChoices({
  known,
  entities,
}: Pick<QueryAnswer<'rules.list'>, 'known' | 'entities'>): RuleChoices {
  const text = useText()
  const compare = byName(useLanguage())
  const names = useNames()
  const channels = useSession((session) => session.channels)
  const users = useSession((session) => session.users)
  return useMemo(() => {
    const ordered = (choices: readonly Choice[]) => choices.toSorted((one, other) => compare(one.label, other.label))
    const open = [...channels.values()].filter(({ channel }) => channel.kind !== 'direct')
    const people = [...users.values()].filter(({ kind }) => kind === 'person')
    return {
      valuesOf: (about) => {
        const values = known.find((one) => one.about === about)?.values ?? []
        return ordered(values.map((value) => ({ value, label: subjectValueName(about, value, text) })))
      },
      channels: ordered(open.map(({ channel }) => ({ value: channel.id, label: `#${channel.name}` }))),
      people: ordered(people.map((user) => ({ value: user.id, label: names.person(user) }))),
      entities: entities.map(({ id, name }) => ({ value: id, label: name })),
      labelOf: (choices, value) => choices.find((choice) => choice.value === value)?.label ?? value,
    }
  }, [known, entities, text, compare, names, channels, users])
}
