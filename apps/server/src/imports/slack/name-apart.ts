import type { SlackMessage } from './slack-export'

/**
 * Messages in the order of their time. A `ts` names a message within its channel; where an archive gives one to several
 * messages, each later one is named apart, and only what is said twice in the same words is left out.
 */
export function nameApart(messages: readonly SlackMessage[]): { readonly said: SlackMessage; readonly name: string }[] {
  const byTs = new Map<string, string[]>()
  const inOrder = messages.toSorted((one, other) => Number(one.ts) - Number(other.ts))
  return inOrder.flatMap((said) => {
    const words = JSON.stringify(said)
    const twins = byTs.get(said.ts) ?? []
    if (twins.includes(words)) return []
    byTs.set(said.ts, [...twins, words])
    return [{ said, name: twins.length === 0 ? said.ts : `${said.ts}~${twins.length}` }]
  })
}
