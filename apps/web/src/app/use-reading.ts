import { useCallback, useEffect, useRef, useState } from 'react'
import { useFail } from './use-fail'
import { useClient } from './use-services'

export type Loaded<Answer> =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly error: unknown }
  | { readonly phase: 'ready'; readonly answer: Answer }

export interface Reading<Answer> {
  readonly loaded: Loaded<Answer>
  reload(): void
  /** Puts something in the place of what was read, as long as that is shown. */
  change(next: (answer: Answer) => Answer): void
}

interface Kept<Answer> {
  /** What was asked. */
  readonly key: string
  readonly loaded: Loaded<Answer>
}

/**
 * Reads once, and afresh when the key changes or `reload` is called. What is shown stays while that is under way; where
 * reading it again fails, it stays too, and why is told in passing. What could not be read at all is read as soon as
 * there is a connection again. Without `read` nothing is asked.
 */
export function useReading<Answer>(
  key: string,
  read: ((signal: AbortSignal) => Promise<Answer>) | null,
): Reading<Answer> {
  const fail = useFail()
  const [kept, setKept] = useState<Kept<Answer>>({ key, loaded: { phase: 'loading' } })
  const [round, setRound] = useState(0)
  const known = useRef(kept)
  const keep = useCallback((next: Kept<Answer>) => {
    known.current = next
    setKept(next)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is read, the round for a reload
  useEffect(() => {
    if (!read) return
    const cancel = new AbortController()
    const failed = (error: unknown) => {
      if (cancel.signal.aborted) return
      // The answer to another question would be taken for this one's.
      const isKnown = known.current.key === key && known.current.loaded.phase === 'ready'
      if (isKnown) fail(error)
      else keep({ key, loaded: { phase: 'failed', error } })
    }
    const took = (answer: Answer) => cancel.signal.aborted || keep({ key, loaded: { phase: 'ready', answer } })
    read(cancel.signal).then(took, failed)
    return () => cancel.abort()
  }, [key, round])
  const reload = useCallback(() => setRound((before) => before + 1), [])
  const isLive = useClient(({ status }) => status === 'live')
  useEffect(() => {
    if (isLive && known.current.loaded.phase === 'failed') reload()
  }, [isLive, reload])
  const change = useCallback(
    (next: (answer: Answer) => Answer) => {
      const { key, loaded } = known.current
      if (loaded.phase === 'ready') keep({ key, loaded: { phase: 'ready', answer: next(loaded.answer) } })
    },
    [keep],
  )
  return { loaded: kept.loaded, reload, change }
}
