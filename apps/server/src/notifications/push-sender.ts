import webPush from 'web-push'
import { isCallable } from '../outbound/outbound-address'
import { type Post, post } from '../outbound/post'
import type { Database } from '../store/database'
import type { PushKeys } from './push-keys'
import type { PushOptions } from './push-options'
import type { PushPayload } from './push-payload'

/** Where a browser is reached, as stored. */
export interface PushTarget {
  readonly subscription_id: string
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

/** `gone`: the browser has given it up. `later`: the service may take it when it is tried again. */
export type PushOutcome = 'sent' | 'gone' | 'later' | 'refused'

export interface PushRequest {
  readonly payload: PushPayload
  /** Only the newest push of a topic waits for a browser that is off. At most 32 characters. */
  readonly topic?: string
  readonly isUrgent: boolean
}

/** After this nobody wants to hear of it any more. */
const TTL_SECONDS = 4 * 60 * 60

/** Encrypts for a browser (RFC 8291), signs as this server (RFC 8292) and hands over to the browser's push service. */
export class PushSender {
  constructor(
    private readonly rows: Database,
    private readonly keys: PushKeys,
    private readonly options: PushOptions,
  ) {}

  get publicKey(): string {
    return this.keys.publicKey
  }

  isCallable(endpoint: string): boolean {
    return isCallable(endpoint, this.options)
  }

  async send(target: PushTarget, request: PushRequest, signal?: AbortSignal): Promise<PushOutcome> {
    const sealed = this.seal(target, request)
    const outcome = sealed ? await this.deliver(sealed, signal) : 'gone'
    if (outcome === 'gone') await this.forget(target)
    return outcome
  }

  private async deliver(sealed: Post, signal?: AbortSignal): Promise<PushOutcome> {
    try {
      return outcomeOf((await post(sealed, this.options, signal)).status)
    } catch {
      return 'later'
    }
  }

  /** Null where the browser's keys are none. */
  private seal(target: PushTarget, request: PushRequest): Post | null {
    try {
      return this.encrypt(target, request)
    } catch {
      return null
    }
  }

  private encrypt(target: PushTarget, request: PushRequest): Post {
    const { endpoint, headers, body } = webPush.generateRequestDetails(
      { endpoint: target.endpoint, keys: { p256dh: target.p256dh, auth: target.auth } },
      JSON.stringify(request.payload),
      {
        vapidDetails: { subject: this.options.contact, ...this.keys },
        TTL: TTL_SECONDS,
        urgency: request.isUrgent ? 'high' : 'normal',
        contentEncoding: 'aes128gcm',
        ...(request.topic && { topic: request.topic }),
      },
    )
    return { url: endpoint, headers, body: body ?? Buffer.alloc(0) }
  }

  private async forget({ subscription_id }: PushTarget): Promise<void> {
    await this.rows.deleteFrom('push_subscriptions').where('id', '=', subscription_id).execute()
  }
}

function outcomeOf(status: number): PushOutcome {
  if (status >= 200 && status < 300) return 'sent'
  if (status === 404 || status === 410) return 'gone'
  return status === 429 || status >= 500 ? 'later' : 'refused'
}
