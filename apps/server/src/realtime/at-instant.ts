/** A clock that is set anew is noticed after so long at the latest. */
const LONGEST_TIMER_MS = 60_000

/** Calls back once, when the clock has reached an instant; the answer calls it off. */
export function atInstant(instant: Date, now: () => Date, callBack: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const look = () => {
    const leftMs = instant.getTime() - now().getTime()
    if (leftMs <= 0) return callBack()
    timer = setTimeout(look, Math.min(leftMs, LONGEST_TIMER_MS))
    timer.unref()
  }
  look()
  return () => clearTimeout(timer)
}
