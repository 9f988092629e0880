import { createPublicKey, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from './browser'

export interface PushedRequest {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** A push service as browsers' makers run them, on this machine. */
export interface PushService {
  readonly url: string
  /** The status of the next answers. */
  answer: number
  requests(browser: Browser): readonly PushedRequest[]
  /** What the browser reads out of them. */
  received(browser: Browser): readonly { readonly title: string; readonly body: string }[]
  isSignedBy(request: PushedRequest | undefined, publicKey: string): boolean
  stop(): Promise<void>
}

export async function startPushService(): Promise<PushService> {
  const all: PushedRequest[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    all.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) })
    response.writeHead(service.answer).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const requests = ({ subscription }: Browser) => all.filter(({ path }) => subscription.endpoint === url + path)
  const service: PushService = {
    url,
    answer: 201,
    requests,
    received: (browser) => requests(browser).map(({ body }) => JSON.parse(browser.read(body))),
    isSignedBy,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return service
}

/** Whether the request bears a VAPID token (RFC 8292) that this key has signed. */
function isSignedBy(request: PushedRequest | undefined, publicKey: string): boolean {
  const token = /t=([^,]+)/.exec(request?.headers.authorization ?? '')?.[1] ?? ''
  const [head, claims, signature] = token.split('.')
  const point = Buffer.from(publicKey, 'base64url')
  const part = (from: number) => point.subarray(from, from + 32).toString('base64url')
  const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: part(1), y: part(33) }, format: 'jwk' })
  const signed = Buffer.from(`${head}.${claims}`)
  return verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature ?? '', 'base64url'))
}
