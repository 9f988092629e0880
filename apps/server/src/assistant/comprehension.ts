import type { Situation, TaskProposal, Understanding } from '@parley/nlu'

/** A message as the assistant takes it: what it means, and the tasks it holds. */
export interface Comprehended {
  readonly understanding: Understanding
  readonly tasks: readonly TaskProposal[]
  /** Unit vector of what it says, where an encoder read it. */
  readonly sentence?: Float32Array
}

export interface MessageToRead {
  readonly text: string
  readonly situation: Situation
}

/** Reads messages, many at a time; `interactive` ones are read before the rest. */
export interface Comprehension {
  read(messages: readonly MessageToRead[], priority: 'interactive' | 'background'): Promise<Comprehended[]>
  /** Names what understands now, so that stored understandings tell what made them. */
  readonly madeBy: string
}
