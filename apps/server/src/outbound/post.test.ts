import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isCallable } from './outbound-address'
import { post } from './post'

let server: Server
let heard = 0
let port: number

beforeAll(async () => {
  server = createServer((request, response) => {
    heard += 1
    if (request.url === '/elsewhere') response.writeHead(302, { location: '/' })
    else response.writeHead(429, { 'retry-after': '7' })
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())

const body = Buffer.from('{}')
const to = (url: string) => ({ url, headers: {}, body })

describe('a post to an address that somebody gave', () => {
  it('arrives where private addresses are allowed, and answers when to come back', async () => {
    const answer = await post(to(`http://127.0.0.1:${port}/`), { allowsPrivate: true })
    expect(answer).toEqual({ status: 429, retryAfterMs: 7_000 })
  })

  it('follows no redirect', async () => {
    const before = heard
    expect(await post(to(`http://localhost:${port}/elsewhere`), { allowsPrivate: true })).toMatchObject({ status: 302 })
    expect(heard).toBe(before + 1)
  })

  it('does not reach this machine, written out or by a name that points to it', async () => {
    const before = heard
    // A public name that resolves to 127.0.0.1 needs the network: localhost with a dot does as well here.
    for (const host of ['127.0.0.1', '[::1]', 'localhost', 'localhost.']) {
      await expect(post(to(`https://${host}:${port}/`), { allowsPrivate: false })).rejects.toThrow()
    }
    expect(heard).toBe(before)
  })
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
  ])('may not be called: %s', (url) => {
    expect(isCallable(url, { allowsPrivate: false })).toBe(false)
  })
})
