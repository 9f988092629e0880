import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isCallable } from './is-callable'
import { postOutside } from './post-outside'
import { createAddressFilter } from './public-address'

let server: Server
let heard = 0
let port: number

beforeAll(async () => {
  server = createServer((request, response) => {
    heard += 1
    if (request.url === '/elsewhere') response.writeHead(302, { location: '/' })
    else response.writeHead(429, { 'retry-after': '7' })
    response.end('later')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())

const post = (url: string, allowed: readonly string[]) => {
  const signal = AbortSignal.timeout(10_000)
  return postOutside({ url, headers: {}, body: '{}', isAllowed: createAddressFilter(allowed), signal })
}

describe('a post to an address that somebody gave', () => {
  it('arrives where its address is allowed, and answers when to come back', async () => {
    const answer = await post(`http://127.0.0.1:${port}/`, ['127.0.0.1'])
    expect(answer).toEqual({ status: 429, body: 'later', retryAfterMs: 7_000 })
  })

  it('follows no redirect', async () => {
    const before = heard
    expect(await post(`http://localhost:${port}/elsewhere`, ['localhost'])).toMatchObject({ status: 302 })
    expect(heard).toBe(before + 1)
  })

  it.each(['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', 'localhost', 'localhost.'])(
    'does not reach this machine, written out or by a name that points to it: %s',
    async (host) => {
      const before = heard
      await expect(post(`http://${host}:${port}/`, [])).rejects.toThrow()
      expect(heard).toBe(before)
    },
  )
})

describe('an address', () => {
  it.each(['https://push.example.org/a', 'https://1.1.1.1/a'])('may be called: %s', (url) => {
    expect(isCallable(url, { allowsPrivate: false })).toBe(true)
  })

  it.each([
    'http://push.example.org/',
    'https://10.0.0.1/',
    'https://u:p@example.org/',
    'https://intranet/',
    'file:///etc',
    'no address',
  ])('may not be called: %s', (url) => {
    expect(isCallable(url, { allowsPrivate: false })).toBe(false)
  })
})
