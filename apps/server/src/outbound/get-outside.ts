import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { ForbiddenAddressError, lookupAllowed } from './lookup-allowed'
import type { IsAllowed } from './public-address'

export interface OutsideGet {
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly isAllowed: IsAllowed
  readonly signal: AbortSignal
  /** How much of an answer is read, as its head says what it is; 0: nothing of it. */
  readonly maxBytes: (headers: IncomingHttpHeaders) => number
}

export interface OutsideContent {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** null: more than is read. */
  readonly body: Uint8Array | null
}

export const USER_AGENT = 'Parley/1'

/**
 * Reads from another server. Its address is judged when the connection is made; redirects are answers like any other.
 *
 * @throws ForbiddenAddressError, and what the network throws
 */
export function getOutside({ url, headers, isAllowed, signal, maxBytes }: OutsideGet): Promise<OutsideContent> {
  const { protocol, hostname } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isAllowed(host, host)) return Promise.reject(new ForbiddenAddressError(host))
  const send = protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const sent = send(url, {
      // A connection that is kept was judged for another name.
      agent: false,
      signal,
      lookup: lookupAllowed(isAllowed),
      // What is packed may unfold to anything.
      headers: { 'accept-encoding': 'identity', 'user-agent': USER_AGENT, ...headers },
    })
    sent.on('error', reject)
    sent.on('response', (response) => readContent(response, maxBytes(response.headers)).then(resolve, reject))
    sent.end()
  })
}

async function readContent(response: IncomingMessage, limit: number): Promise<OutsideContent> {
  const { statusCode: status = 0, headers } = response
  const chunks: Buffer[] = []
  let length = Number(headers['content-length'] ?? 0)
  if (length <= limit) {
    length = 0
    for await (const chunk of response as AsyncIterable<Buffer>) {
      length += chunk.length
      // The connection ends with the loop.
      if (length > limit) break
      chunks.push(chunk)
    }
  }
  response.destroy()
  return { status, headers, body: length > limit ? null : new Uint8Array(Buffer.concat(chunks)) }
}
