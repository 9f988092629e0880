import webPush from 'web-push'
import { isCallable } from '../outbound/is-callable'
import { postOutside } from '../outbound/post-outside'
import { isPublicAddress } from '../outbound/public-address'
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

/** What is handed to a push service. */
interface SealedPush {
  readonly url: string
  readonly headers: Readonly<Record<string, string | number>>
  readonly body: Buffer
}

const TIMEOUT_MS = 10_000
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

  private async deliver(sealed: SealedPush, stopping?: AbortSignal): Promise<PushOutcome> {
    // The setting may have become stricter since the browser subscribed.
    if (!this.isCallable(sealed.url)) return 'refused'
    const patience = AbortSignal.timeout(TIMEOUT_MS)
    const signal = stopping ? AbortSignal.any([stopping, patience]) : patience
    const isAllowed = (_host: string, address: string) => this.options.allowsPrivate || isPublicAddress(address)
    try {
      return outcomeOf((await postOutside({ ...sealed, isAllowed, signal })).status)
    } catch {
      return 'later'
    }
  }

  /** Null where the browser's keys are none. */
  private seal(target: PushTarget, request: PushRequest): SealedPush | null {
    try {
      return this.encrypt(target, request)
    } catch {
      return null
    }
  }

  private encrypt(target: PushTarget, request: PushRequest): SealedPush {
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
