import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { ForbiddenAddressError, lookupAllowed } from './lookup-allowed'
import { hostOf, isRefused } from './may-reach'
import type { IsAllowed } from './public-address'

export interface OutsidePost {
  readonly url: string
  readonly body: string | Buffer
  readonly headers: Readonly<Record<string, string | number>>
  readonly isAllowed: IsAllowed
  readonly signal: AbortSignal
}

export interface OutsideAnswer {
  readonly status: number
  readonly body: string
  readonly retryAfterMs: number | null
}

const MAX_ANSWER_BYTES = 64 * 1024

/**
 * Posts to another server. Its address is judged when the connection is made, so that a name cannot mean one thing when
 * it is checked and another when it is used; redirects are answers like any other, and are not followed.
 */
export function postOutside({ url, body, headers, isAllowed, signal }: OutsidePost): Promise<OutsideAnswer> {
  const { protocol } = new URL(url)
  const host = hostOf(url)
  if (isRefused(host, isAllowed)) return Promise.reject(new ForbiddenAddressError(host))
  const send = protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const sent = send(url, {
      method: 'POST',
      // A connection that is kept was judged for another name.
      agent: false,
      signal,
      lookup: lookupAllowed(isAllowed),
      headers: { ...headers, 'content-length': Buffer.byteLength(body), 'user-agent': 'Parley/1' },
    })
    sent.on('error', reject)
    sent.on('response', (response) => readAnswer(response).then(resolve, reject))
    sent.end(body)
  })
}

async function readAnswer(response: IncomingMessage): Promise<OutsideAnswer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length
    // What is longer says nothing that is of use; the connection ends with the loop.
    if (length > MAX_ANSWER_BYTES) break
    chunks.push(chunk)
  }
  const seconds = Number(response.headers['retry-after'])
  return {
    status: response.statusCode ?? 0,
    body: length > MAX_ANSWER_BYTES ? '' : Buffer.concat(chunks).toString('utf8'),
    retryAfterMs: Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null,
  }
}
