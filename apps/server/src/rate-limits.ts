import { type CommandName, ParleyError } from '@parley/protocol'

/** `burst` at once, and `perSecond` for as long as somebody likes. */
export interface Allowance {
  readonly burst: number
  readonly perSecond: number
}

export type LimitedKind = 'sends' | 'asks' | 'lookUps' | 'searches' | 'writes' | 'uploads' | 'sockets'
export type Allowances = Readonly<Record<LimitedKind, Allowance>>

/** More than a quick human or a small bot ever needs; a loop that has gone wrong hits them within seconds. */
export const GENEROUS: Allowances = {
  sends: { burst: 60, perSecond: 10 },
  asks: { burst: 20, perSecond: 1 },
  // Asked while somebody writes into the search field: it must cost no question that they mean to ask.
  lookUps: { burst: 20, perSecond: 1 },
  // As somebody types, and turns pages; a phrase is looked for in the texts.
  searches: { burst: 60, perSecond: 2 },
  writes: { burst: 120, perSecond: 10 },
  uploads: { burst: 240, perSecond: 40 },
  sockets: { burst: 30, perSecond: 1 },
}

export interface RateLimits {
  /** @throws ParleyError `rate_limited` with `retryAfterMs`. */
  admit(kind: LimitedKind, userId: string): void
}

export interface RateLimitOptions {
  readonly now: () => Date
  /** null: everything is admitted. */
  readonly allowances: Allowances | null
  /** People remembered, of each kind. One who is forgotten begins with a whole burst. */
  readonly maxPeople?: number
}

/**
 * Limits of each person, in the memory of this process: the generic cell rate algorithm (ITU-T I.371), which keeps one
 * number a person, the time at which their whole burst is there again.
 */
export function createRateLimits({ now, allowances, maxPeople = 20_000 }: RateLimitOptions): RateLimits {
  if (!allowances) return { admit: () => undefined }
  const fullAtMs: Readonly<Record<LimitedKind, Map<string, number>>> = {
    sends: new Map(),
    asks: new Map(),
    lookUps: new Map(),
    searches: new Map(),
    writes: new Map(),
    uploads: new Map(),
    sockets: new Map(),
  }
  return {
    admit: (kind, userId) => {
      const { burst, perSecond } = allowances[kind]
      const intervalMs = 1000 / perSecond
      const nowMs = now().getTime()
      // Never further away than an empty burst takes: a clock that was set back must not lock anybody out.
      const knownMs = Math.min(fullAtMs[kind].get(userId) ?? nowMs, nowMs + burst * intervalMs)
      const nextMs = Math.max(knownMs, nowMs) + intervalMs
      const retryAfterMs = Math.ceil(nextMs - burst * intervalMs - nowMs)
      remember(fullAtMs[kind], userId, retryAfterMs > 0 ? knownMs : nextMs, maxPeople)
      if (retryAfterMs > 0) throw new ParleyError('rate_limited', { retryAfterMs })
    },
  }
}

/** A map keeps the order of insertion: whoever was quiet longest stands first. */
function remember(times: Map<string, number>, userId: string, timeMs: number, maxPeople: number): void {
  times.delete(userId)
  const quietest = times.size >= maxPeople ? times.keys().next() : undefined
  if (quietest && !quietest.done) times.delete(quietest.value)
  times.set(userId, timeMs)
}

/** What makes the encoder work is dearer than what is only written. */
const kinds: Partial<Readonly<Record<CommandName, LimitedKind>>> = {
  'messages.send': 'sends',
  'assistant.ask': 'asks',
  understand: 'asks',
}

export const kindOfCommand = (name: CommandName): LimitedKind => kinds[name] ?? 'writes'
