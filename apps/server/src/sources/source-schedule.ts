import { ParleyError, type SourceCounts, type SourceFailure, type SourceKind } from '@parley/protocol'
import { sql } from 'kysely'
import type { Database } from '../store/database'
import { asDatabaseError } from '../store/database-errors'
import { jsonText } from '../store/json-text'
import type { StoredRun } from '../store/source-tables'
import type { SourceOutcome } from './run-source'
import { NO_COUNTS, type SourceRow } from './source-rows'

const MINUTE_MS = 60_000
const TOGETHER_MS = 10_000

/** When sources are looked at, and what came of it, as their rows say. */
export class SourceSchedule {
  constructor(
    private readonly rows: Database,
    private readonly now: () => Date,
    private readonly kind: SourceKind,
  ) {}

  /** What was interrupted is begun again; and folders may have changed while nobody watched. */
  async recall(): Promise<void> {
    await this.rows
      .updateTable('document_sources')
      .set({ is_waiting: true })
      .where(({ or, eb }) => or([eb('kind', '=', 'folder'), sql<boolean>`last_run ->> 'outcome' = 'running'`]))
      .where('is_paused', '=', false)
      .where('kind', '=', this.kind)
      .execute()
  }

  async ask(sourceId: string): Promise<void> {
    await this.update(sourceId, { is_waiting: true })
  }

  async nextAt(others: readonly string[]): Promise<Date | null> {
    const next = await this.selectActive(others)
      .select(({ fn }) => fn.min('next_run_at').as('at'))
      .executeTakeFirst()
    return next?.at ?? null
  }

  /** One that is due, beside those that are looked at now. */
  nextDue(others: readonly string[]): Promise<SourceRow | undefined> {
    return this.selectActive(others)
      .selectAll()
      .where(({ or, eb }) => or([eb('is_waiting', '=', true), eb('next_run_at', '<=', this.now())]))
      .orderBy('is_waiting', 'desc')
      .orderBy('next_run_at')
      .executeTakeFirst()
  }

  /** What changes from here on is looked at once more. */
  async begin({ id, last_run }: SourceRow): Promise<StoredRun> {
    const run: StoredRun = {
      ...{ startedAt: this.now().toISOString(), finishedAt: null, outcome: 'running', failure: null },
      ...{ counts: this.countsBefore(last_run), heldRemovals: 0 },
    }
    // Leave to remove everything is given for this look: a later one asks again.
    await this.update(id, { last_run: jsonText(run), is_waiting: false, next_run_at: null, removes_all: false })
    return run
  }

  /** How far it is; said late, it is not said any more. */
  async tell(sourceId: string, run: StoredRun, counts: SourceCounts): Promise<void> {
    await this.rows
      .updateTable('document_sources')
      .set({ last_run: jsonText({ ...run, counts: sum(run.counts, counts) }) })
      .where('id', '=', sourceId)
      .where(sql<boolean>`last_run ->> 'outcome' = 'running'`)
      .execute()
  }

  async finish(
    source: SourceRow,
    run: StoredRun,
    result: SourceOutcome & { looksAgainInMs: number | null },
  ): Promise<void> {
    const { outcome, counts, heldRemovals, seen, looksAgainInMs } = result
    const finishedAt = this.now().toISOString()
    const what = { outcome, counts: sum(run.counts, counts) }
    await this.update(source.id, {
      last_run: jsonText({ ...run, ...what, heldRemovals, finishedAt }),
      next_run_at: looksAgainInMs === null ? this.after(source) : new Date(this.now().getTime() + looksAgainInMs),
      // What was seen is not all taken in while somebody is asked.
      ...(seen.memory && outcome !== 'asking' && { memory: jsonText(seen.memory) }),
    })
  }

  async fail(source: SourceRow, run: StoredRun, error: unknown): Promise<void> {
    const failure = jsonText({
      ...run,
      ...{ outcome: 'failed', failure: asFailure(error), finishedAt: this.now().toISOString() },
    })
    await this.update(source.id, { last_run: failure, next_run_at: this.after(source) })
  }

  /** Looks in quick succession are told as one: what a folder's change sets off comes in pieces. */
  private countsBefore(last: StoredRun | null): SourceCounts {
    const sinceMs = this.now().getTime() - Date.parse(last?.finishedAt ?? '')
    return last && last.outcome !== 'failed' && sinceMs < TOGETHER_MS ? { ...last.counts, unchanged: 0 } : NO_COUNTS
  }

  private after({ every_minutes }: SourceRow): Date | null {
    return every_minutes === null ? null : new Date(this.now().getTime() + every_minutes * MINUTE_MS)
  }

  private selectActive(others: readonly string[]) {
    const active = this.rows.selectFrom('document_sources').where('is_paused', '=', false)
    const ofKind = active.where('kind', '=', this.kind)
    return others.length > 0 ? ofKind.where('id', 'not in', others) : ofKind
  }

  private async update(sourceId: string, changes: object): Promise<void> {
    await this.rows.updateTable('document_sources').set(changes).where('id', '=', sourceId).execute()
  }
}

const sum = (one: SourceCounts, other: SourceCounts): SourceCounts => ({
  added: one.added + other.added,
  changed: one.changed + other.changed,
  unchanged: one.unchanged + other.unchanged,
  removed: one.removed + other.removed,
  failed: one.failed + other.failed,
})

function asFailure(error: unknown): SourceFailure {
  const known = error instanceof ParleyError ? error : asDatabaseError(error)
  const { code, parameters } = known ?? new ParleyError('internal')
  return { code, parameters: JSON.parse(JSON.stringify(parameters)) }
}
