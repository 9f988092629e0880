import { request as requestPlainly } from 'node:http'
import { request as requestSecurely } from 'node:https'
import { guardedLookup, isCallable, type OutboundRule } from './outbound-address'

export interface Post {
  readonly url: string
  readonly headers: Readonly<Record<string, string | number>>
  readonly body: Buffer
}

export interface PostAnswer {
  readonly status: number
  /** The `Retry-After` header, in milliseconds; null where there is none. */
  readonly retryAfterMs: number | null
}

const TIMEOUT_MS = 10_000

/** Posts to an address that somebody gave. Follows no redirects and reads no answer beyond its status. */
export function post({ url, headers, body }: Post, rule: OutboundRule, signal?: AbortSignal): Promise<PostAnswer> {
  if (!isCallable(url, rule)) return Promise.reject(new Error('this address may not be called'))
  const request = new URL(url).protocol === 'https:' ? requestSecurely : requestPlainly
  const within = AbortSignal.timeout(TIMEOUT_MS)
  return new Promise((resolve, reject) => {
    const sending = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': body.length },
      lookup: guardedLookup(rule),
      signal: signal ? AbortSignal.any([signal, within]) : within,
      agent: false,
    })
    sending.on('error', reject)
    sending.on('response', (response) => {
      resolve({ status: response.statusCode ?? 0, retryAfterMs: readRetryAfter(response.headers['retry-after']) })
      response.destroy()
    })
    sending.end(body)
  })
}

function readRetryAfter(header: string | undefined): number | null {
  const seconds = Number(header)
  return header !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null
}
