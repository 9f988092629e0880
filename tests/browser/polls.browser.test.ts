import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COLLEAGUE_EMAIL, PASSWORD, setUp, signIn } from './support/actions'
import { seriousViolations } from './support/axe'
import { openBrowser, openVisitor, type Visitor } from './support/open-browser'
import { type ParleyProcess, startParleyProcess } from './support/parley-process'
import { textIn } from './support/text-in'
import { words } from './support/words'

const en = textIn('en')
const zh = textIn('zh')
const QUESTION = 'Where do we meet?'

// One story: each step goes on from the one before. The owner reads English, the colleague Chinese.
describe('asking people to choose', () => {
  let parley: ParleyProcess
  let browser: Browser
  let owner: Visitor
  let colleague: Visitor

  beforeAll(async () => {
    parley = await startParleyProcess()
    browser = await openBrowser()
    owner = await openVisitor(browser, 'en')
    colleague = await openVisitor(browser, 'zh')
    for (const { page } of [owner, colleague]) page.setDefaultTimeout(10_000)
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

  const pollOf = ({ page }: Visitor) => page.getByRole('group', { name: QUESTION })
  const choice = (visitor: Visitor, name: string) => pollOf(visitor).getByRole('button', { name })

  it('is filled in by keyboard in a dialog without faults', async () => {
    const { page } = owner
    await page.getByRole('button', { name: en('web.poll.new') }).click()
    await page.getByLabel(en('web.poll.question')).fill(QUESTION)
    await page.getByLabel(en('web.poll.option', { number: 1 })).fill('Harbour')
    await page.getByLabel(en('web.poll.option', { number: 2 })).fill('Town hall')
    expect(await seriousViolations(page)).toEqual([])
    await look(owner, 'dialog-en')
    await page.getByLabel(en('web.poll.option', { number: 2 })).press('Enter')
    await pollOf(owner).waitFor()
  })

  it('shows every vote to everybody at once, in their language', async () => {
    await choice(colleague, 'Harbour').press('Enter')
    await choice(owner, 'Harbour').filter({ hasText: '1 vote: 王伟' }).waitFor()
    await choice(owner, 'Town hall').click()
    await choice(colleague, 'Town hall')
      .filter({ hasText: /1 票：/ })
      .waitFor()
    expect(await choice(colleague, 'Harbour').getAttribute('aria-pressed')).toBe('true')
    await look(owner, 'poll-en')
    await look(colleague, 'poll-zh')
    expect(await seriousViolations(colleague.page)).toEqual([])
  })

  it('is closed by whoever asked, and then takes no vote', async () => {
    expect(
      await pollOf(colleague)
        .getByRole('button', { name: zh('web.poll.close') })
        .count(),
    ).toBe(0)
    await pollOf(owner)
      .getByRole('button', { name: en('web.poll.close') })
      .click()
    await pollOf(colleague).getByText(zh('web.poll.closed')).waitFor()
    expect(await choice(colleague, 'Harbour').isDisabled()).toBe(true)
    expect(await seriousViolations(owner.page)).toEqual([])
  })
})

async function look({ page }: Visitor, name: string) {
  if (process.env.GUARD_SHOTS) await page.screenshot({ path: `${process.env.GUARD_SHOTS}/${name}.png` })
}
