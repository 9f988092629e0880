import type { ChildRequest, ChildResult } from './encoder-wire'

/** A request whose child died is sent once more; one that kills two children is at fault itself. */
const MAX_ATTEMPTS = 2

interface PendingRequest {
  readonly request: ChildRequest
  attempts: number
  resolve(result: ChildResult): void
  reject(error: Error): void
}

/** The requests that still wait for their child's answer, and how often each was sent. */
export class PendingRequests {
  private readonly byId = new Map<number, PendingRequest>()
  private nextRequestId = 1

  /**
   * @param requestOf makes the request, given its number.
   * @param onAbort called after the caller gave the request up.
   */
  add(
    requestOf: (requestId: number) => ChildRequest,
    signal: AbortSignal | undefined,
    onAbort: (requestId: number) => void,
  ): { request: ChildRequest; answer: Promise<ChildResult> } {
    const request = requestOf(this.nextRequestId++)
    const answer = new Promise<ChildResult>((resolve, reject) => {
      this.byId.set(request.requestId, { request, attempts: 0, resolve, reject })
    })
    const abort = (): void => {
      this.reject(request.requestId, abortReason(signal))
      onAbort(request.requestId)
    }
    signal?.addEventListener('abort', abort, { once: true })
    const forget = (): void => signal?.removeEventListener('abort', abort)
    answer.then(forget, forget)
    return { request, answer }
  }

  get size(): number {
    return this.byId.size
  }

  all(): ChildRequest[] {
    return [...this.byId.values()].map(({ request }) => request)
  }

  countAttempt(requestId: number): void {
    const pending = this.byId.get(requestId)
    if (pending !== undefined) pending.attempts++
  }

  resolve(requestId: number, result: ChildResult): void {
    this.take(requestId)?.resolve(result)
  }

  reject(requestId: number, error: Error): void {
    this.take(requestId)?.reject(error)
  }

  rejectAll(error: Error): void {
    for (const requestId of [...this.byId.keys()]) this.reject(requestId, error)
  }

  /** Gives up what was sent as often as it may be. */
  rejectWornOut(error: Error): void {
    for (const [requestId, { attempts }] of [...this.byId]) if (attempts >= MAX_ATTEMPTS) this.reject(requestId, error)
  }

  private take(requestId: number): PendingRequest | undefined {
    const pending = this.byId.get(requestId)
    this.byId.delete(requestId)
    return pending
  }
}

/** What `signal` was aborted with, as an error. */
export function abortReason(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason
  return reason instanceof Error ? reason : new Error('aborted', { cause: reason })
}
