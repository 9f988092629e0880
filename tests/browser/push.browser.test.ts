/// <reference lib="dom" />
import type { Language } from '@parley/locale'
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageSaying } from './support/actions'
import type { Visitor } from './support/open-browser'
import { meetIn, openTeam, type Team } from './support/team'
import { textIn } from './support/text-in'
import { words } from './support/words'

interface Shown {
  readonly title: string
  readonly body: string
  readonly path: string
}

// What the server pushes is tested where it is made; here a browser is given it, as a push service gives it.
describe.each<Language>(['zh', 'en'])('a pushed notice, in %s', (language) => {
  const text = textIn(language)
  let team: Team
  let owner: Visitor
  let page: Page
  let devtools: CDPSession
  let registrationId: string
  let channelId: string

  beforeAll(async () => {
    team = await openTeam({ owner: language, colleague: language })
    owner = team.owner
    page = owner.page
    await owner.context.grantPermissions(['notifications'])
    channelId = (await meetIn(team, 'harbour')).id
    await page.evaluate(() => navigator.serviceWorker.ready)
    devtools = await owner.context.newCDPSession(page)
    const registered = new Promise<string>((resolve) => {
      devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const [first] = registrations
        if (first) resolve(first.registrationId)
      })
    })
    await devtools.send('ServiceWorker.enable')
    registrationId = await registered
  })

  afterAll(() => team?.[Symbol.asyncDispose]())

  const push = (data: object) =>
    devtools.send('ServiceWorker.deliverPushMessage', {
      origin: team.parley.url,
      registrationId,
      data: JSON.stringify(data),
    })

  const shown = (): Promise<readonly Shown[]> =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready
      const notices = await registration.getNotifications()
      return notices.map(({ title, body, data }) => ({ title, body, path: data.path }))
    })

  /** As the server makes it of a message: `fullNotice`. */
  async function noticeOf(said: string) {
    const data = { channelId, text: said, clientMessageId: crypto.randomUUID() }
    const { message } = await team.post('messages.send', data, team.colleague)
    const { seq, messageNumber } = message
    const place = { name: words[language].colleague, channel: 'harbour' }
    const title = text('server.push.inChannel', place)
    return { title, body: said, message: { channelId, threadId: null, isAlsoInChannel: false, seq, messageNumber } }
  }

  /** Another page is before its person's eyes. */
  async function lookAway(): Promise<void> {
    await page.goto(`${team.parley.url}/tasks`)
    await page.locator('.shell:not([aria-busy])').waitFor()
    await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: false })
    const other = await owner.context.newPage()
    await other.bringToFront()
    // A busy browser takes its time to tell the page; what is pushed before that is not shown.
    await page.waitForFunction(() => !document.hasFocus(), undefined, { polling: 50 })
  }

  /** A click on a notification: nothing but a person's own gives a page the focus. */
  async function click(): Promise<void> {
    const worker = owner.context.serviceWorkers()[0]
    if (!worker) throw new Error('the service worker does not run')
    await worker.evaluate(async () => {
      const scope = self as unknown as {
        registration: ServiceWorkerRegistration
        NotificationEvent: new (type: string, init: { notification: Notification }) => Event
        WindowClient: { prototype: { focus: unknown } }
      }
      scope.WindowClient.prototype.focus = async function focus() {
        return this
      }
      const [notification] = await scope.registration.getNotifications()
      if (!notification) throw new Error('nothing is shown')
      self.dispatchEvent(new scope.NotificationEvent('notificationclick', { notification }))
    })
  }

  it('is shown with its words where no page is looked at, the newest of a channel, and none twice', async () => {
    await push(await noticeOf('看着呢 before my eyes'))
    await messageSaying(page, 'before my eyes').waitFor()
    await lookAway()
    const first = await noticeOf('早上好 good morning')
    await push(first)
    const path = `/c/${channelId}/m/${first.message.seq}`
    await expect.poll(shown).toEqual([{ title: first.title, body: first.body, path }])
    const second = await noticeOf('船到了 the ship is in')
    await push(second)
    await expect.poll(async () => (await shown()).map(({ body }) => body)).toEqual([second.body])
    await push(first)
    await push({ title: 'Parley', body: text('server.push.newMessage') })
    await expect.poll(async () => (await shown()).length).toBe(2)
    expect(JSON.stringify(await shown())).not.toContain('before my eyes')
    expect((await shown()).map(({ body }) => body).toSorted()).toEqual(
      [second.body, text('server.push.newMessage')].toSorted(),
    )
  })

  it('tells nothing of the message where its person wants that, and leads to the start', async () => {
    const bare = (await shown()).find(({ title }) => title === 'Parley')
    expect(bare).toEqual({ title: 'Parley', body: text('server.push.newMessage'), path: '/' })
  })

  it('opens its message in the page that is there, by a click', async () => {
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready
      for (const notice of await registration.getNotifications()) notice.close()
    })
    const notice = await noticeOf('开会 come to the meeting')
    await push(notice)
    await expect.poll(async () => (await shown()).length).toBe(1)
    await click()
    await page.waitForURL(`**/c/${channelId}/m/${notice.message.seq}`)
    await messageSaying(page, '开会 come to the meeting').waitFor()
    await expect.poll(shown).toEqual([])
    expect(owner.faults).toEqual([])
  })
})
