/** A message and the earlier one that it answers; itself where it begins a conversation. */
export type Link = readonly [message: number, answered: number]

/** One log: what people saw and what was found, of the same messages. */
export interface LinkedLog {
  readonly messages: readonly number[]
  readonly truth: readonly Link[]
  readonly found: readonly Link[]
}

export interface ThreadMetrics {
  readonly n: number
  /** Links that are right, a conversation's beginning being a link of its own, as Kummerfeld et al. (2019) count. */
  readonly linkF1: number
  readonly precision: number
  readonly recall: number
  /** The same without beginnings: a message that answers another one, and which. */
  readonly replyF1: number
  /** Conversations: one less the variation of information over its greatest possible value; 1 is perfect. Mean over logs. */
  readonly vi: number
}

export function threadMetrics(logs: readonly LinkedLog[]): ThreadMetrics {
  const links = agreement(logs, () => true)
  const replies = agreement(logs, ([message, answered]) => message !== answered)
  return {
    n: logs.reduce((sum, { messages }) => sum + messages.length, 0),
    linkF1: links.f1,
    precision: links.precision,
    recall: links.recall,
    replyF1: replies.f1,
    vi: logs.reduce((sum, log) => sum + scaledVariation(log), 0) / Math.max(1, logs.length),
  }
}

function agreement(logs: readonly LinkedLog[], counts: (link: Link) => boolean) {
  let [right, truths, founds] = [0, 0, 0]
  for (const log of logs) {
    const truth = new Set(log.truth.filter(counts).map(String))
    const found = log.found.filter(counts)
    truths += truth.size
    founds += found.length
    right += found.filter((link) => truth.has(String(link))).length
  }
  return {
    f1: (2 * right) / Math.max(1, truths + founds),
    precision: right / Math.max(1, founds),
    recall: right / Math.max(1, truths),
  }
}

/** Meilă (2007): what each clustering does not tell of the other; at most log₂ n. */
function scaledVariation({ messages, truth, found }: LinkedLog): number {
  if (messages.length < 2) return 1
  const [truly, guessed] = [conversationsOf(messages, truth), conversationsOf(messages, found)]
  const joint = messages.map((_, at) => `${truly[at]} ${guessed[at]}`)
  const variation = 2 * entropy(joint) - entropy(truly) - entropy(guessed)
  return 1 - variation / Math.log2(messages.length)
}

function entropy(labels: readonly (string | number)[]): number {
  const counts = new Map<string | number, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  let sum = 0
  for (const count of counts.values()) sum -= (count / labels.length) * Math.log2(count / labels.length)
  return sum
}

/** Messages that links hang together, each by one of them. */
function conversationsOf(messages: readonly number[], links: readonly Link[]): number[] {
  const parents = new Map<number, number>()
  const rootOf = (one: number): number => {
    let at = one
    for (let parent = parents.get(at); parent !== undefined; parent = parents.get(at)) at = parent
    return at
  }
  for (const [message, answered] of links) {
    const [one, other] = [rootOf(message), rootOf(answered)]
    if (one !== other) parents.set(Math.max(one, other), Math.min(one, other))
  }
  return messages.map(rootOf)
}
