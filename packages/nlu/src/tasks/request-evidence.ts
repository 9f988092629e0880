import type { RequestJudgement } from '../requests/judge-requests'

interface Span {
  readonly start: number
  readonly end: number
}

/** Opinions of the request head about one stretch of a message. */
export interface RequestEvidence {
  /** Probability that it asks for something or promises it; null where nobody judged it. */
  readonly asks: number | null
  /** Whether it promises rather than asks. */
  readonly isCommitment: boolean
}

/** From this probability on a sentence is held to ask for something. */
export const ASKED = 0.5
/** … where it names neither who nor when. */
export const ASKED_OF_NOBODY = 0.7
/** … even one that has the form of a supposition, a quotation or a question. */
export const CERTAIN = 0.9
/** A segment of an asking sentence asks itself from this probability on: alone, it says less than the whole. */
export const ASKING_SEGMENT = 0.3

const UNJUDGED: RequestEvidence = { asks: null, isCommitment: false }

/** What is said of the sentence at a place, or around it. */
export function evidenceOfSentence(span: Span, judgements: readonly RequestJudgement[]): RequestEvidence {
  const sentences = judgements.filter(({ kind }) => kind === 'sentence')
  return strongest(sentences.filter((sentence) => sharedLength(span, sentence) > lesserLength(span, sentence) / 2))
}

/** What is said of the clauses that a segment holds, else of the clause or the sentence that holds the segment. */
export function evidenceOfSegment(span: Span | null, judgements: readonly RequestJudgement[]): RequestEvidence {
  if (span === null) return UNJUDGED
  const clauses = judgements.filter(({ kind }) => kind === 'clause')
  const within = clauses.filter((clause) => sharedLength(span, clause) > (clause.end - clause.start) / 2)
  if (within.length > 0) return strongest(within)
  const around = clauses.filter((clause) => sharedLength(span, clause) > (span.end - span.start) / 2)
  return around.length > 0 ? strongest(around) : strongest(judgements.filter((unit) => sharedLength(span, unit) > 0))
}

function strongest(judgements: readonly RequestJudgement[]): RequestEvidence {
  const asks = ({ request, commitment }: RequestJudgement) => request + commitment
  const best = judgements.toSorted((left, right) => asks(right) - asks(left))[0]
  return best === undefined ? UNJUDGED : { asks: asks(best), isCommitment: best.commitment > best.request }
}

const lesserLength = (left: Span, right: Span) => Math.min(left.end - left.start, right.end - right.start)

const sharedLength = (left: Span, right: Span) =>
  Math.max(0, Math.min(left.end, right.end) - Math.max(left.start, right.start))
