import { useEffect, useState } from 'react'

/** A machine that slept, or whose clock was set, finds out after so long at the latest. */
const LOOK_MS = 60_000

/** Whether a time has come; becomes true on an open page at that very moment. */
export function useIsPast(time: string | null): boolean {
  const [nowMs, setNowMs] = useState(() => Date.now())
  const leftMs = time === null ? Number.POSITIVE_INFINITY : Date.parse(time) - nowMs
  useEffect(() => {
    if (leftMs <= 0 || leftMs === Number.POSITIVE_INFINITY) return
    const timer = setInterval(() => setNowMs(Date.now()), Math.min(leftMs, LOOK_MS))
    return () => clearInterval(timer)
  }, [leftMs])
  return leftMs <= 0
}
