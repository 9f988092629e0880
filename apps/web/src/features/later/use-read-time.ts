import type { QueryAnswer } from '@parley/protocol'
import { useEffect, useState } from 'react'
import { useServices } from '../../app/use-services'

export type ReadTime = QueryAnswer<'times.read'>

const PAUSE_MS = 300

/** What words say about when, once their writer pauses; null while that is not known. */
export function useReadTime(words: string): ReadTime | null {
  const { http } = useServices()
  const [read, setRead] = useState<ReadTime | null>(null)
  useEffect(() => {
    setRead(null)
    if (words.trim() === '') return
    const cancel = new AbortController()
    const ask = () =>
      http
        .query('times.read', { text: words }, { signal: cancel.signal })
        .then(setRead)
        // Without the words there is still the field for a date and a time.
        .catch(() => undefined)
    const timer = setTimeout(ask, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      cancel.abort()
    }
  }, [http, words])
  return read
}
