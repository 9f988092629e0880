import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COLLEAGUE_EMAIL, messageSaying, messages, PASSWORD, say, setUp, signIn } from './support/actions'
import { seriousViolations } from './support/axe'
import { openBrowser, openVisitor, type Visitor } from './support/open-browser'
import { type ParleyProcess, startParleyProcess } from './support/parley-process'
import { textIn } from './support/text-in'
import { words } from './support/words'

const en = textIn('en')
const zh = textIn('zh')

// One story: each step goes on from the one before. The owner reads English, the colleague Chinese.
describe('undoing what was sent', () => {
  let parley: ParleyProcess
  let browser: Browser
  let owner: Visitor
  let colleague: Visitor

  beforeAll(async () => {
    parley = await startParleyProcess()
    browser = await openBrowser()
    owner = await openVisitor(browser, 'en')
    colleague = await openVisitor(browser, 'zh')
    for (const { page } of [owner, colleague]) page.setDefaultTimeout(15_000)
    await setUp(owner.page, parley.setupUrl, 'en', words.en)
    await owner.page.waitForURL(/\/c\//)
    const { user } = await post('users.create', {
      ...{ name: '王伟', email: COLLEAGUE_EMAIL, password: PASSWORD, language: 'zh' },
    })
    const { channel } = await post('channels.create', { name: 'harbour', kind: 'public' })
    await post('channels.addMember', { channelId: channel.id, userId: user.id })
    await owner.page.goto(`${parley.url}/c/${channel.id}`)
    await signIn(colleague.page, parley.url, 'zh', COLLEAGUE_EMAIL)
    await colleague.page.goto(`${parley.url}/c/${channel.id}`)
    await colleague.page.getByRole('combobox').waitFor()
  })

  afterAll(async () => {
    await browser?.close()
    await parley?.[Symbol.asyncDispose]()
  })

  /** As the owner's page would: with their session. */
  async function post(command: string, data: object) {
    const headers = { origin: parley.url }
    const answer = await owner.page.request.post(`${parley.url}/api/${command}`, { data, headers })
    expect(answer.status(), await answer.text()).toBe(200)
    return answer.json()
  }

  const field = ({ page }: Visitor) => page.getByRole('combobox').last()
  const undoButton = ({ page }: Visitor) => page.getByRole('button', { name: en('web.composer.undoSend') })

  it('gives the words back by Ctrl+Z in the empty field, and leaves no trace for others', async () => {
    await say(owner.page, 'Reserve the wrong room')
    await messageSaying(colleague.page, 'Reserve the wrong room').waitFor()
    await undoButton(owner).waitFor()
    expect(await seriousViolations(owner.page)).toEqual([])
    await look(owner, 'undo-en')
    await field(owner).press('Control+z')
    expect(await field(owner).inputValue()).toBe('Reserve the wrong room')
    await messageSaying(owner.page, 'Reserve the wrong room').waitFor({ state: 'detached' })
    await messageSaying(colleague.page, 'Reserve the wrong room').waitFor({ state: 'detached' })
    expect(await colleague.page.getByText(zh('web.message.deleted')).count()).toBe(0)
    await field(owner).fill('Reserve the right room')
    await field(owner).press('Enter')
    await messageSaying(colleague.page, 'Reserve the right room').waitFor()
  })

  it('works without a connection, and nobody ever sees the message', async () => {
    const { page } = owner
    await page.context().setOffline(true)
    await say(page, 'Written in a tunnel')
    await messageSaying(page, 'Written in a tunnel').waitFor()
    await undoButton(owner).click()
    expect(await field(owner).inputValue()).toBe('Written in a tunnel')
    await messageSaying(page, 'Written in a tunnel').waitFor({ state: 'detached' })
    await page.context().setOffline(false)
    await field(owner).fill('Out of the tunnel')
    await field(owner).press('Enter')
    await messageSaying(colleague.page, 'Out of the tunnel').waitFor()
    await page.reload()
    await messageSaying(page, 'Out of the tunnel').waitFor()
    for (const visitor of [owner, colleague]) {
      expect(await messages(visitor.page).filter({ hasText: 'Written in a tunnel' }).count()).toBe(0)
    }
  })

  it('works in a thread', async () => {
    const { page } = owner
    await messageSaying(page, 'Out of the tunnel').press('r')
    await page.waitForURL(/\/t\//)
    await field(owner).fill('a hasty reply')
    await field(owner).press('Enter')
    await messageSaying(page, 'a hasty reply').waitFor()
    await field(owner).press('Control+z')
    expect(await field(owner).inputValue()).toBe('a hasty reply')
    await messageSaying(page, 'a hasty reply').waitFor({ state: 'detached' })
    await field(owner).fill('')
    await page.getByRole('button', { name: en('web.thread.close') }).click()
  })

  it('is offered as long as one chooses, or not at all', async () => {
    const { page } = owner
    await page.getByRole('button', { name: en('web.nav.profile') }).click()
    await page.getByRole('menuitem', { name: en('web.undoSend.title') }).press('ArrowRight')
    await look(owner, 'undo-setting-en')
    await page.getByRole('menuitemradio', { name: en('web.undoSend.off') }).click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await say(page, 'for good')
    await messageSaying(colleague.page, 'for good').waitFor()
    expect(await undoButton(owner).count()).toBe(0)
    await field(owner).press('Control+z')
    await messageSaying(page, 'for good').waitFor()
  })
})

async function look({ page }: Visitor, name: string) {
  if (process.env.GUARD_SHOTS) await page.screenshot({ path: `${process.env.GUARD_SHOTS}/${name}.png` })
}
