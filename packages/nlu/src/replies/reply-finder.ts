import { type ChatLine, windowOf } from './chat-line'
import { type LineTraits, lineTraits } from './line-traits'
import { choiceProbabilities, choiceRows, type ReplyModel, weightsOf } from './reply-model'
import { type ReplyReason, replyReasons } from './reply-reasons'
import { replyScene } from './reply-scene'

export interface FoundReply {
  /** Place among the lines given; null: it answers none of them. */
  readonly answers: number | null
  /** Of that choice, 0 to 1. */
  readonly confidence: number
  /** What spoke for the line that it answers, the strongest first. */
  readonly reasons: readonly ReplyReason[]
}

/** Tells which earlier line of a channel a message answers, or that it answers none. */
export class ReplyFinder {
  private readonly weights: Float32Array

  /** @throws RangeError when the model weighs other features than ours. */
  constructor(model: ReplyModel) {
    this.weights = weightsOf(model)
  }

  /** @param before What was said before in the channel, oldest first; only the last lines are looked at. */
  find(line: ChatLine, before: readonly ChatLine[]): FoundReply {
    return this.findAmong(lineTraits(line), before.map(lineTraits))
  }

  /** The same for lines whose traits are known already. */
  findAmong(line: LineTraits, before: readonly LineTraits[]): FoundReply {
    const window = windowOf(before, line.at)
    const rows = choiceRows(replyScene(line, window))
    const probabilities = choiceProbabilities(rows, this.weights)
    const best = probabilities.reduce((top, one, at) => (one > (probabilities[top] as number) ? at : top), 0)
    const confidence = probabilities[best] as number
    if (best === window.length) return { answers: null, confidence, reasons: [] }
    const chosen = window[window.length - 1 - best] as LineTraits
    const reasons = replyReasons(rows.slice(0, -1), best, this.weights)
    return { answers: before.lastIndexOf(chosen), confidence, reasons }
  }
}
