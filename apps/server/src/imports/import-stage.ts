import type { Actor } from '../actor'
import type { Services } from '../services'
import type { ImportSource } from './archive'
import type { ImportTally } from './import-report'

/** What every part of an import works with. */
export interface ImportStage {
  readonly services: Pick<Services, 'store' | 'people' | 'files'>
  /** Whoever started it. */
  readonly actor: Actor
  readonly source: ImportSource
  /** Reads and counts everything, and writes nothing. */
  readonly isDryRun: boolean
  readonly tally: ImportTally
}
