import { EncoderUnavailableError } from '@parley/inference'
import { ParleyError, type SourceCounts, type SourceFailure } from '@parley/protocol'
import type { Actor } from '../actor'
import type { Services } from '../services'
import type { FoundDocument, FoundItem, SourceLimits, SourceSeen } from './found-item'
import type { ReadSourceBeside } from './read-source-beside'
import { removeGone } from './remove-gone'
import { requireSourceOwner } from './require-source-owner'
import { markSeen, noteFailure, readHeldItems } from './source-items'
import { NO_COUNTS, type SourceRow } from './source-rows'
import { openSecret } from './source-secret'
import { takeItem } from './take-item'

export interface SourceLook {
  readonly source: SourceRow
  readonly read: ReadSourceBeside
  readonly limits: SourceLimits
  readonly signal: AbortSignal
  readonly onCounts: (counts: SourceCounts) => void
}

export interface SourceOutcome {
  readonly outcome: 'done' | 'partial' | 'asking'
  readonly counts: SourceCounts
  readonly heldRemovals: number
  readonly seen: SourceSeen
  /** When everything that was just being written there has come to rest; null where nothing was. */
  readonly restsAtMs: number | null
}

/** One look at a source: what is new or has changed comes in, what is gone goes. @throws ParleyError */
export async function runSource(services: Services, look: SourceLook): Promise<SourceOutcome> {
  const { source, read, limits, signal } = look
  const { rows } = services.store
  const owner = await requireSourceOwner(rows, source)
  const before = await readHeldItems(rows, source.id)
  const round = new Round(services, look, owner)
  const { settings, memory } = source
  const secret = openSecret(services.secrets, source)
  const seen = await round.takeAll(read({ sourceId: source.id, settings, secret, memory, limits }, signal))
  signal.throwIfAborted()
  await markSeen(rows, source.id, [...round.seen], services.store.now())
  const gone = seen.isWhole ? [...before.keys()].filter((key) => !round.seen.has(key)) : [...round.gone]
  const { removed, held } = await removeGone(services, { source, before, gone, isEmpty: round.seen.size === 0, signal })
  const counts = { ...round.counts, removed }
  const outcome = held > 0 ? 'asking' : seen.isWhole ? 'done' : 'partial'
  return { outcome, counts, heldRemovals: held, seen, restsAtMs: round.restsAtMs }
}

/** Taken in together: while one is encoded, another is parsed and stored. What is read ahead stays in memory. */
const ABREAST = 3

/** Takes in what is found, a few at once, and counts. */
class Round {
  readonly seen = new Set<string>()
  readonly gone = new Set<string>()
  restsAtMs: number | null = null
  counts: SourceCounts = NO_COUNTS

  constructor(
    private readonly services: Services,
    private readonly look: SourceLook,
    private readonly owner: Actor,
  ) {}

  async takeAll(items: AsyncGenerator<FoundItem, SourceSeen>): Promise<SourceSeen> {
    const taking = new Set<Promise<void>>()
    const failed: unknown[] = []
    try {
      for (;;) {
        const { done, value } = await items.next()
        if (done) await Promise.all(taking)
        if (failed.length > 0) throw failed[0]
        if (done) return value
        this.look.signal.throwIfAborted()
        const taken: Promise<void> = this.take(value)
          .then(() => this.look.onCounts(this.counts))
          .catch((error: unknown) => void failed.push(error))
          .finally(() => taking.delete(taken))
        taking.add(taken)
        if (taking.size >= ABREAST) await Promise.race(taking)
      }
    } finally {
      await Promise.all(taking)
      await items.return({ isWhole: false }).catch(() => undefined)
    }
  }

  private async take(item: FoundItem): Promise<void> {
    if (item.state === 'gone') return void this.gone.add(item.key)
    this.seen.add(item.key)
    if (item.state === 'same') this.count('unchanged')
    else if (item.state === 'unsettled') this.rests(item.restsInMs)
    else if (item.state === 'failed') await this.fail(item.key, item.failure, item.fingerprint ?? null)
    else await this.takeDocument(item)
  }

  private async takeDocument(item: FoundDocument): Promise<void> {
    try {
      const { outcome } = await takeItem(this.services, this.owner, this.look.source, item)
      this.count(outcome === 'new-version' ? 'changed' : outcome)
    } catch (error) {
      await this.fail(item.key, itemFailure(error), item.fingerprint)
    }
  }

  /** What it was before stays: an old page is better than none, and the list says so. */
  private async fail(key: string, failure: SourceFailure, fingerprint: string | null): Promise<void> {
    this.count('failed')
    const { rows, now } = this.services.store
    await noteFailure(rows, this.look.source, key, { failure, fingerprint, now: now() })
  }

  private rests(inMs: number): void {
    this.restsAtMs = Math.max(this.restsAtMs ?? 0, Date.now() + inMs)
  }

  private count(what: keyof SourceCounts): void {
    this.counts = { ...this.counts, [what]: this.counts[what] + 1 }
  }
}

/** What is wrong with the one thing; anything else ends the look. */
function itemFailure(error: unknown): SourceFailure {
  if (error instanceof EncoderUnavailableError) throw new ParleyError('encoder_unavailable', {}, { cause: error })
  if (!(error instanceof ParleyError) || error.status >= 500) throw error
  return { code: error.code, parameters: JSON.parse(JSON.stringify(error.parameters)) }
}
