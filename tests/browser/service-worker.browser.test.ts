/// <reference lib="dom" />
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBrowser } from './support/open-browser'

const worker = await readFile(new URL('../../apps/web/public/service-worker.js', import.meta.url))
const pageOf = (build: string) => `<!doctype html><script src="/assets/start-${build}.js"></script>`

// A server that gives out one build after the other, as an upgrade does: only the files of the present one are there.
describe('the service worker', () => {
  let server: Server
  let browser: Browser
  let page: Page
  let origin: string
  let body: string
  let type: string

  beforeAll(async () => {
    browser = await openBrowser()
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost')
      if (pathname === '/service-worker.js') return answer(200, 'text/javascript', worker)
      if (!pathname.startsWith('/assets/')) return answer(200, type, body)
      const isThere = body.includes(pathname) || pathname.startsWith('/assets/lazy-')
      return answer(isThere ? 200 : 404, 'text/javascript', isThere ? '' : 'nothing')
      function answer(status: number, contentType: string, content: string | Buffer) {
        response.writeHead(status, { 'content-type': contentType }).end(content)
      }
    })
    await new Promise<void>((resolve) => server.listen(0, resolve))
    origin = `http://localhost:${(server.address() as AddressInfo).port}`
  })

  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  beforeEach(async () => {
    const context = await browser.newContext()
    page = await context.newPage()
    give('one')
    await page.goto(origin)
    await page.evaluate(() => navigator.serviceWorker.register('/service-worker.js'))
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await page.evaluate(() => fetch('/assets/lazy-one.js'))
  })

  function give(build: string) {
    body = pageOf(build)
    type = 'text/html; charset=utf-8'
  }

  const kept = (path: string) => page.evaluate(async (it) => (await caches.match(it))?.text(), path)
  const isKept = async (path: string) => (await kept(path)) !== undefined

  it('leaves the files of the build before to tabs that are still open, and those of none before it', async () => {
    give('two')
    await page.reload()
    await expect.poll(() => kept('/')).toContain('start-two')
    await expect.poll(() => isKept('/assets/start-two.js')).toBe(true)
    expect(await isKept('/assets/lazy-one.js')).toBe(true)
    give('three')
    await page.reload()
    await expect.poll(() => isKept('/assets/lazy-one.js')).toBe(false)
    expect([await kept('/'), await isKept('/assets/start-two.js')]).toEqual([pageOf('three'), true])
  })

  it.each([
    ['a page that names no file of the program', '<!doctype html>Sign in to the hotel network', 'text/html'],
    ['what is no page', pageOf('fake'), 'application/json'],
  ])('keeps its page before %s', async (_name, foreign, foreignType) => {
    body = foreign
    type = foreignType
    await page.reload()
    give('two')
    // Its turn comes after the foreign page's.
    await page.reload()
    await expect.poll(() => kept('/')).toBe(pageOf('two'))
    expect(await isKept('/assets/start-one.js')).toBe(true)
  })
})
