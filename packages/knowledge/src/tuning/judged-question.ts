import type { CandidateScores } from '../fuse-scores'

/** What was found for a question, with what is known of it. */
export interface JudgedCandidate extends CandidateScores {
  readonly documentId: string
  /** It is what was looked for. */
  readonly isGood: boolean
  /** Somebody was not helped by it. */
  readonly isBad: boolean
}

export interface JudgedQuestion {
  readonly text: string
  /** People's questions count for more than those made of the documents. */
  readonly origin: 'asked' | 'made'
  readonly candidates: readonly JudgedCandidate[]
}
