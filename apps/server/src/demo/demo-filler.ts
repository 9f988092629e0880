import { setTimeout as pause } from 'node:timers/promises'
import type { Alongside } from '../commands/workspace/create-first-person'
import { hashPassword } from '../passwords'
import type { DemoServices } from '../services'
import type { Database } from '../store/database'
import { isDatabaseTrouble } from '../store/database-errors'
import { type DemoFill, forgetDemoFill, noteDemoFill, readDemoFill } from './demo-fill'
import { invitePeople } from './invite-people'

export interface DemoFillerOptions {
  readonly rows: Database
  readonly now: () => Date
  /** Of the demonstration people. */
  readonly password: string
  readonly fill: (fill: DemoFill, signal: AbortSignal) => Promise<void>
  readonly onError: (error: unknown) => void
}

const RETRY_MS = 2_000

/**
 * Fills the demonstration in the background. That there is something to fill stands in the database from the moment
 * that its people do: after a stop or a kill, the next start goes on.
 */
export class DemoFiller implements DemoServices {
  private readonly stopping = new AbortController()
  private filling: Promise<void> = Promise.resolve()

  constructor(private readonly options: DemoFillerOptions) {}

  async prepare(): Promise<Alongside> {
    const { password, now } = this.options
    const passwordHash = await hashPassword(password)
    return async (write, beginning) => {
      const { workspaceId, owner } = beginning
      await noteDemoFill(write.rows, { workspaceId, ownerId: owner.id, startedAt: now() })
      await invitePeople(write, beginning, passwordHash)
    }
  }

  start(): void {
    this.filling = this.filling.then(() => this.run())
  }

  /** Resolves when what was started is filled in, or given up. */
  settled(): Promise<void> {
    return this.filling
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    await this.filling
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping
    while (!signal.aborted && (await this.hasToTryAgain(signal))) {
      await pause(RETRY_MS, undefined, { signal }).catch(() => undefined)
    }
  }

  /** Where it is the database that fails, trying again makes sense; anything else waits for the next start. */
  private async hasToTryAgain(signal: AbortSignal): Promise<boolean> {
    const { rows, fill, onError } = this.options
    try {
      const missing = await readDemoFill(rows)
      if (!missing) return false
      await fill(missing, signal)
      await forgetDemoFill(rows, missing)
      return false
    } catch (error) {
      if (signal.aborted) return false
      onError(error)
      return isDatabaseTrouble(error)
    }
  }
}
