import { ForbiddenAddressError } from '../../outbound/lookup-allowed'
import type { OutsideAnswer } from '../../outbound/post-outside'
import type { Attempt } from './delivery-queue'

/** What an attempt means for its delivery. */
export type Judgement =
  | { readonly kind: 'delivered'; readonly attempt: Attempt }
  | { readonly kind: 'again'; readonly attempt: Attempt; readonly retryAfterMs: number | null }
  | { readonly kind: 'refused'; readonly attempt: Attempt; readonly isGone: boolean }

/** Refusals that waiting may change: a timeout, a conflict, too early, too many. All others stay what they are. */
const PASSING = new Set([408, 409, 425, 429])

export function judgeAnswer({ status, retryAfterMs }: OutsideAnswer): Judgement {
  const attempt = { responseStatus: status, problem: `http_${status}` }
  if (status >= 200 && status < 300) return { kind: 'delivered', attempt: { responseStatus: status, problem: null } }
  // A redirect is not followed: it could lead anywhere.
  const isFinal = status >= 300 && status < 500 && !PASSING.has(status)
  return isFinal ? { kind: 'refused', attempt, isGone: status === 410 } : { kind: 'again', attempt, retryAfterMs }
}

export function judgeFailure(error: unknown): Judgement {
  const problem = problemOf(error)
  return { kind: 'again', attempt: { responseStatus: null, problem }, retryAfterMs: null }
}

function problemOf(error: unknown): string {
  if (error instanceof ForbiddenAddressError) return 'forbidden_address'
  if (!(error instanceof Error)) return 'failed'
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout'
  return 'code' in error && typeof error.code === 'string' ? error.code.toLowerCase() : 'failed'
}

const FIRST_MS = 5_000
const LONGEST_MS = 60 * 60 * 1000

/** How long to wait after so many failures: doubling up to an hour, the later half of it by chance; never sooner than was asked for. */
export function pauseAfter(failures: number, retryAfterMs: number | null, random: () => number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1))
  return Math.max(Math.round(ceiling * (0.5 + 0.5 * random())), Math.min(retryAfterMs ?? 0, LONGEST_MS))
}
