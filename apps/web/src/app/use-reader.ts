import { useEffect, useMemo, useState } from 'react'
import { knownTimeZone, type Reader } from './time'
import { useLanguage, useMe } from './use-services'

export function useReader(): Reader {
  const language = useLanguage()
  const { timeZone } = useMe()
  return useMemo(() => ({ language, timeZone: knownTimeZone(timeZone) }), [language, timeZone])
}

const MINUTE_MS = 60_000

/** Now, to the minute: "today" turns into "yesterday" on an open page. */
export function useNowMs(): number {
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), MINUTE_MS)
    return () => clearInterval(timer)
  }, [])
  return nowMs
}
