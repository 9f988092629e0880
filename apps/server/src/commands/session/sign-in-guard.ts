import { ParleyError } from '@parley/protocol'
import { WrongTries } from './wrong-tries'

const WINDOW_MS = 15 * 60 * 1000
/** Wrong passwords in a quarter of an hour. */
const OF_ONE_PLACE = 10
const OF_ACCOUNT = 100
const OF_NETWORK = 100

/** Somebody who tries to sign in, and from where. */
export interface SignInTry {
  readonly email: string
  /** What `networkOf` makes of their address. */
  readonly network: string
  /** The proof that this browser has signed in to this very account before; null where there is none. */
  readonly device: string | null
}

/**
 * Slows guessing of passwords without locking out whose they are: each place has ten tries for an account, strangers
 * together a hundred for one account, and a network a hundred for all. A browser that has signed in before is a place of
 * its own, which strangers' tries do not close (OWASP, "device cookies").
 */
export class SignInGuard {
  private readonly places: WrongTries
  private readonly accounts: WrongTries
  private readonly networks: WrongTries

  constructor(now: () => Date) {
    const within = { windowMs: WINDOW_MS, now }
    this.places = new WrongTries({ limit: OF_ONE_PLACE, ...within })
    this.accounts = new WrongTries({ limit: OF_ACCOUNT, ...within })
    this.networks = new WrongTries({ limit: OF_NETWORK, ...within })
  }

  /**
   * Counts the try until the answer is called, which says that the password was right.
   * @throws ParleyError `rate_limited` when there were too many tries.
   */
  admit({ email, network, device }: SignInTry): () => void {
    const place = `${email} ${device ?? network}`
    const shared = device === null ? [[this.accounts, email] as const, [this.networks, network] as const] : []
    const counted = [[this.places, place] as const, ...shared]
    const retryAfterMs = Math.max(...counted.map(([tries, key]) => tries.waitMs(key)))
    if (retryAfterMs > 0) throw new ParleyError('rate_limited', { retryAfterMs })
    for (const [tries, key] of counted) tries.begin(key)
    return () => {
      this.places.forget(place)
      for (const [tries, key] of shared) tries.takeBack(key)
    }
  }
}
