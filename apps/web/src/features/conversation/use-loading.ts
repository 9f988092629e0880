import { useCallback, useEffect, useState } from 'react'

export interface LoadFailure {
  readonly error: unknown
  retry(): void
}

type Attempt =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running' }
  | { readonly phase: 'failed'; readonly error: unknown }

const idle: Attempt = { phase: 'idle' }

/**
 * Loads while something is wanted, one after the other. Answers why it failed, or null; nothing more is asked for until
 * somebody retries, or it was not wanted for a while.
 */
export function useLoading(load: () => Promise<void>, isWanted: boolean): LoadFailure | null {
  const [attempt, setAttempt] = useState<Attempt>(idle)
  useEffect(() => {
    if (!isWanted) setAttempt((it) => (it.phase === 'failed' ? idle : it))
  }, [isWanted])
  useEffect(() => {
    if (!isWanted || attempt.phase !== 'idle') return
    setAttempt({ phase: 'running' })
    load().then(
      () => setAttempt(idle),
      (error: unknown) => setAttempt({ phase: 'failed', error }),
    )
  }, [load, isWanted, attempt])
  const retry = useCallback(() => setAttempt(idle), [])
  return attempt.phase === 'failed' ? { error: attempt.error, retry } : null
}
