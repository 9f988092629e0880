import { translate } from '@parley/locale'
import { type Event, ParleyError } from '@parley/protocol'
import type { Actor } from '../actor'
import type { SecretBox } from '../secrets/secret-box'
import type { PushServices } from '../services'
import type { Database } from '../store/database'
import { Notifier } from './notifier'
import { ensurePushKeys, type PushKeys } from './push-keys'
import type { PushOptions } from './push-options'
import { PushSender } from './push-sender'

export interface PushParts {
  readonly rows: Database
  readonly secrets: SecretBox
  readonly now: () => Date
  /** Absent: nothing is sent, and nobody can subscribe. */
  readonly options: PushOptions | undefined
  readonly onError: (error: unknown) => void
}

/** Web Push as a whole: off until an administrator switches it on, since it calls the browsers' makers. */
export class Push implements PushServices {
  private sender: PushSender | null = null
  private notifier: Notifier | null = null

  constructor(private readonly parts: PushParts) {}

  async start(workspaceId: string): Promise<void> {
    const { rows, now, options, onError } = this.parts
    if (!options) return
    const keys = await this.readKeys(workspaceId)
    if (!keys) return
    this.sender = new PushSender(rows, keys, options)
    this.notifier = new Notifier({ ...options, rows, sender: this.sender, now, onError })
    this.notifier.sweep()
  }

  /** Sealed with a key that is not here, it may be opened again: no other takes its place, and push is off until then. */
  private async readKeys(workspaceId: string): Promise<PushKeys | null> {
    const { rows, secrets, onError } = this.parts
    return ensurePushKeys(rows, secrets, workspaceId).catch((error: unknown) => {
      if (!(error instanceof ParleyError)) throw error
      onError(error)
      return null
    })
  }

  get publicKey(): string | null {
    return this.sender?.publicKey ?? null
  }

  get mayHaveContent(): boolean {
    return this.parts.options?.mayHaveContent ?? false
  }

  isCallable(endpoint: string): boolean {
    return this.sender?.isCallable(endpoint) ?? false
  }

  heed(events: readonly Event[]): void {
    this.notifier?.heed(events)
  }

  sweep(): void {
    this.notifier?.sweep()
  }

  async stop(): Promise<void> {
    await this.notifier?.stop()
  }

  async test({ sessionId, language }: Actor): Promise<number> {
    const { sender } = this
    const targets = await this.parts.rows
      .selectFrom('push_subscriptions')
      .select(['id as subscription_id', 'endpoint', 'p256dh', 'auth'])
      .where('session_id', '=', sessionId)
      .execute()
    const payload = { title: 'Parley', body: translate(language, 'server.push.test') }
    const outcomes = await Promise.all(targets.map((target) => sender?.send(target, { payload, isUrgent: true })))
    return outcomes.filter((outcome) => outcome === 'sent').length
  }
}
