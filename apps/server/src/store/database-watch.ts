import type { Database } from './database'
import { databaseAnswers } from './database-answers'

export interface DatabaseWatchOptions {
  readonly database: Database
  /** Told when it goes and when it comes back. */
  readonly onChange: () => void
}

const LOOK_MS = 2_000
/** Under load a question may wait for its turn: that is no absence. */
const PATIENCE_MS = 5_000

/** Looks after the database, so that people are told before they run into its absence. */
export class DatabaseWatch {
  isAway = false
  private timer: NodeJS.Timeout | undefined
  private isStopped = false

  constructor(private readonly options: DatabaseWatchOptions) {}

  start(): void {
    this.timer = setTimeout(() => void this.look(), LOOK_MS)
  }

  stop(): void {
    this.isStopped = true
    clearTimeout(this.timer)
  }

  private async look(): Promise<void> {
    const isAway = !(await databaseAnswers(this.options.database, PATIENCE_MS))
    if (this.isStopped) return
    const hasChanged = isAway !== this.isAway
    this.isAway = isAway
    if (hasChanged) this.options.onChange()
    this.start()
  }
}
