/// <reference lib="dom" />
import { execFile } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { promisify } from 'node:util'
import { type Receiver, startReceiver, until } from '@parley/testkit'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageSaying, say } from './support/actions'
import { type Alone, openAlone } from './support/alone'
import { seriousViolations } from './support/axe'
import { textIn } from './support/text-in'
import { words } from './support/words'

const curl = promisify(execFile)
const en = textIn('en')
const KEEPER = 'Kim Keeper'

// One story: each step goes on from the one before.
describe('what programs come in by', () => {
  let alone: Alone
  let page: Page
  let receiver: Receiver

  beforeAll(async () => {
    receiver = await startReceiver()
    alone = await openAlone('en', 'Harbour', { PARLEY_HOOK_HOSTS: '127.0.0.1' })
    page = alone.page
  })

  afterAll(async () => {
    await alone?.[Symbol.asyncDispose]()
    await receiver?.[Symbol.asyncDispose]()
  })

  const section = (name: string) => page.getByRole('region', { name, exact: true })
  const dialog = () => page.getByRole('dialog')
  const toChannel = async () => {
    await page
      .getByRole('navigation')
      .first()
      .getByRole('link', { name: /^Harbour/ })
      .click()
    await page.getByRole('heading', { level: 1, name: 'Harbour' }).waitFor()
  }

  async function add(what: 'bots' | 'incoming' | 'outgoing' | 'tokens', name: string): Promise<void> {
    if (!page.url().endsWith('/integrations')) await page.goto(`${alone.parley.url}/integrations`)
    const button = en('web.integrations.addTo', { what: en(`web.integrations.${what}`) })
    await section(en(`web.integrations.${what}`))
      .getByRole('button', { name: button })
      .click()
    await dialog().getByLabel(en('web.integrations.name')).fill(name)
  }

  /** What is shown this once. */
  async function create(): Promise<string> {
    await dialog()
      .getByRole('button', { name: en('web.integrations.create'), exact: true })
      .click()
    await dialog().getByText(en('web.integrations.secretText')).waitFor()
    const secret = await dialog().locator('code').innerText()
    await dialog()
      .getByRole('button', { name: en('web.integrations.done') })
      .click()
    await dialog().waitFor({ state: 'detached' })
    return secret
  }

  const call = (token: string, name: string) =>
    fetch(`${alone.parley.url}/api/${name}`, { headers: { authorization: `Bearer ${token}` } })

  it('makes a token that does what its scopes say, and nothing else', async () => {
    await add('tokens', 'nightly report')
    await dialog().getByLabel('messages:write').uncheck()
    expect(await seriousViolations(page)).toEqual([])
    const token = await create()
    expect((await call(token, 'channels.list')).status).toBe(200)
    expect((await call(token, 'integrations.list')).status).toBe(403)
    await section(en('web.integrations.tokens')).getByText('nightly report').waitFor()
  })

  it('makes a bot that can be seen, with a token of its own', async () => {
    await add('bots', 'Tide Bot')
    const token = await create()
    expect((await call(token, 'channels.list')).status).toBe(200)
    await section(en('web.integrations.bots')).getByText('Tide Bot').waitFor()
  })

  it('passes a bot on to somebody else', async () => {
    await page.evaluate(async (name) => {
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify({ name, email: 'kim@example.org', password: 'kim keeps the bots', language: 'en' })
      await fetch('/api/users.create', { method: 'POST', headers, body })
    }, KEEPER)
    const bots = section(en('web.integrations.bots'))
    await bots.getByRole('button', { name: en('web.integrations.pass', { name: 'Tide Bot' }) }).click()
    expect(await seriousViolations(page)).toEqual([])
    expect(
      await dialog()
        .getByRole('button', { name: en('web.integrations.passAct') })
        .isDisabled(),
    ).toBe(true)
    await dialog().getByLabel(en('web.integrations.newOwner')).selectOption({ label: KEEPER })
    await dialog()
      .getByRole('button', { name: en('web.integrations.passAct') })
      .click()
    await bots.getByRole('listitem').filter({ hasText: 'Tide Bot' }).getByText(KEEPER).waitFor()
  })

  it('takes what a script posts as it would to Slack', async () => {
    await add('incoming', 'CI')
    await dialog().getByLabel(en('web.integrations.channel')).selectOption({ label: 'Harbour' })
    const address = await create()
    const payload = { text: 'Build *passed* <https://ci.example.org/17|#17>', username: 'Jenkins' }
    const { stdout } = await curl('curl', ['-s', '--data-urlencode', `payload=${JSON.stringify(payload)}`, address])
    expect(stdout).toBe('ok')
    await toChannel()
    const posted = messageSaying(page, 'Build passed #17')
    await posted.getByText('Jenkins').waitFor()
    expect(await posted.getByRole('link', { name: '#17' }).getAttribute('href')).toBe('https://ci.example.org/17')
  })

  it('tells another server what is said, signed; an address of a network inside is refused by its field', async () => {
    await add('outgoing', 'Archive')
    await dialog().getByLabel(en('web.integrations.channel')).selectOption({ label: 'Harbour' })
    const address = dialog().getByLabel(en('web.integrations.url'))
    await address.fill('http://10.0.0.7/in')
    await dialog()
      .getByRole('button', { name: en('web.integrations.create'), exact: true })
      .click()
    await dialog().getByText(en('error.hook_address_forbidden')).waitFor()
    expect(await address.getAttribute('aria-invalid')).toBe('true')
    expect(await seriousViolations(page)).toEqual([])
    await address.fill(`${receiver.url}/in`)
    expect(await dialog().getByText(en('error.hook_address_forbidden')).count()).toBe(0)
    const secret = await create()
    await toChannel()
    await say(page, 'the ferry is late')
    const isMeant = ({ body }: Receiver['posts'][number]) => body.includes('the ferry is late')
    await until(() => receiver.posts.some(isMeant), 'the other server is told', 30_000)
    const { headers, body } = receiver.posts.find(isMeant)!
    const signed = `v0:${headers['x-parley-request-timestamp']}:${body}`
    const expected = `v0=${createHmac('sha256', secret).update(signed).digest('hex')}`
    expect(headers['x-parley-signature']).toBe(expected)
    await page.goto(`${alone.parley.url}/integrations`)
    await page.getByRole('button', { name: en('web.integrations.log', { name: 'Archive' }) }).click()
    const log = page.getByRole('list', { name: en('web.integrations.log', { name: 'Archive' }) })
    await log.getByText(en('web.integrations.status.delivered')).first().waitFor()
    expect(await seriousViolations(page)).toEqual([])
  })

  it('is there to read in the log, by action', async () => {
    await page.goto(`${alone.parley.url}/reports`)
    await page.getByRole('radio', { name: en('web.review.log') }).click()
    const entries = page.getByRole('main').getByRole('listitem')
    await expect.poll(() => entries.count()).toBeGreaterThan(3)
    await page.getByLabel(en('web.audit.action')).selectOption({ label: en('web.audit.token-created') })
    await page
      .getByText(en('web.audit.entry.token-created', { actor: words.en.owner, subject: 'nightly report' }))
      .waitFor()
    await expect.poll(() => entries.filter({ hasText: 'webhook' }).count()).toBe(0)
    await page.getByLabel(en('web.audit.until')).fill('2020-01-01')
    await page.getByText(en('web.audit.none')).waitFor()
    expect(await seriousViolations(page)).toEqual([])
  })

  it('is as readable in Chinese, in the dark, on a narrow page', async () => {
    const zh = textIn('zh')
    await page.evaluate(async () => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' } }
      await fetch('/api/users.updateProfile', { ...init, body: JSON.stringify({ language: 'zh' }) })
    })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 320, height: 700 })
    for (const [path, title] of [
      ['integrations', zh('web.integrations.title')],
      ['reports', zh('web.review.titleWithLog')],
    ]) {
      await page.goto(`${alone.parley.url}/${path}`)
      await page.getByRole('heading', { level: 1, name: title! }).waitFor()
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      expect(await seriousViolations(page)).toEqual([])
    }
    expect(alone.visitor.faults).toEqual([])
  })
})
