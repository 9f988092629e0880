export interface SilenceWatchOptions {
  /** How long nothing may be heard while something is awaited. */
  readonly limitMs: number
  isAwaiting(): boolean
  onSilence(): void
}

export interface SilenceWatch {
  /** A sign of life: the wait starts anew. */
  heard(): void
  stop(): void
}

const TICKS = 4

/**
 * Notices a process that owes an answer and says nothing. It counts ticks and compares no clocks: after a pause of
 * this very process, or of the machine, what was said meanwhile is read before the other side is blamed.
 */
export function watchSilence({ limitMs, isAwaiting, onSilence }: SilenceWatchOptions): SilenceWatch {
  let silentTicks = 0
  const tick = (): void => {
    silentTicks = isAwaiting() ? silentTicks + 1 : 0
    if (silentTicks <= TICKS) return
    silentTicks = 0
    onSilence()
  }
  const timer = setInterval(tick, limitMs / TICKS).unref()
  return {
    heard: () => {
      silentTicks = 0
    },
    stop: () => clearInterval(timer),
  }
}
