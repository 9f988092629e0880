import type { GraphRule, GraphRulePattern } from '@parley/protocol'
import { useCallback } from 'react'
import { useText } from '../../app/use-text'

/** "If A depends on B and B depends on C, then A depends on C." */
export function useRuleWords(): (rule: Pick<GraphRule, 'when' | 'follows'>) => string {
  const text = useText()
  return useCallback(
    ({ when, follows }) => {
      const say = ({ type, from, to }: GraphRulePattern) =>
        ` ${from.toUpperCase()} ${text(`web.graph.relation.${type}`)} ${to.toUpperCase()} `
      const tidy = (said: string) => said.replaceAll(/ +/g, ' ').replaceAll(/ (?=[,，。.])/g, '')
      const conditions = when.map(say).join(text('web.graph.rules.and'))
      return tidy(text('web.graph.rules.said', { conditions, conclusion: say(follows) }))
    },
    [text],
  )
}
