import type { FoundReply } from './reply-finder'

/** On IRC some nine in ten of such proposals are right, and all of the few in the conversations of this project. */
export const PROPOSAL_CONFIDENCE = 0.65

/** A line with the conversation that it belongs to, as far as that was found: any key that its lines share. */
export interface PlacedLine {
  readonly author: string
  readonly conversation: string
}

/**
 * Whether readers gain by being told what a line answers. Most messages answer what was said just before, which everybody
 * sees; who answers across another conversation is easily misread.
 */
export function isWorthProposing(
  author: string,
  before: readonly PlacedLine[],
  { answers, confidence }: Pick<FoundReply, 'answers' | 'confidence'>,
  least = PROPOSAL_CONFIDENCE,
): boolean {
  if (answers === null || confidence < least) return false
  const answered = before[answers]
  if (!answered || answered.author === author) return false
  return before.slice(answers + 1).some(({ conversation }) => conversation !== answered.conversation)
}
