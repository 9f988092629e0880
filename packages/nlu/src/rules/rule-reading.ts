import type { MessageEncoding } from '../encode-as-meant'
import type { UnderstanderOptions } from '../understand'
import type { Situation } from '../understanding'
import type { RuleTrace } from './rule-trace'

/** A message to be read, and what it is read by. */
export interface RuleReading {
  readonly text: string
  readonly situation: Situation
  /** As `encodeMessages` gives it; null without an encoder. */
  readonly encoding: MessageEncoding | null
  /** Null: there are none, and rules alone say what is. */
  readonly heads: Omit<UnderstanderOptions, 'encoder' | 'recognise'> | null
  readonly recognise: UnderstanderOptions['recognise']
}

/** Something as rules want it, and what they did. */
export interface Settled<Value> extends RuleTrace {
  readonly value: Value
}

export const unsettled = <Value>(value: Value): Settled<Value> => ({ value, applied: [], model: [] })
