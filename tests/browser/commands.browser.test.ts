import { startReceiver } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageSaying, say } from './support/actions'
import { seriousViolations } from './support/axe'
import { look } from './support/look'
import type { Visitor } from './support/open-browser'
import { openTeam, type Team } from './support/team'
import { textIn } from './support/text-in'

const en = textIn('en')
const zh = textIn('zh')

// One story: each step goes on from the one before. The owner writes English, the colleague Chinese.
describe('commands in the composer', () => {
  let team: Team
  let parley: Team['parley']
  let owner: Visitor
  let colleague: Visitor
  let post: Team['post']
  let query: Team['query']
  let colleagueId: string
  let channelUrl: string

  beforeAll(async () => {
    team = await openTeam({ settings: { PARLEY_HOOK_HOSTS: '127.0.0.1' } })
    ;({ parley, owner, colleague, post, query, colleagueId } = team)
    const { channel } = await post('channels.create', { name: 'harbour', kind: 'public' })
    channelUrl = `${parley.url}/c/${channel.id}`
    await owner.page.goto(channelUrl)
  })

  afterAll(() => team?.[Symbol.asyncDispose]())

  const field = ({ page }: Visitor) => page.getByRole('combobox')

  it('are offered after a slash, completed and run by keyboard, and taken back', async () => {
    const { page } = owner
    await field(owner).pressSequentially('/')
    await page.getByRole('option', { name: '/remind' }).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await look(owner, 'list-en')
    await field(owner).pressSequentially('mu')
    await page.getByRole('option', { name: '/mute' }).waitFor()
    await field(owner).press('Enter')
    expect(await field(owner).inputValue()).toBe('/mute ')
    await field(owner).press('Enter')
    await page.getByText(en('web.commands.mute.on', { channel: 'harbour' }), { exact: true }).waitFor()
    expect(await field(owner).inputValue()).toBe('')
    await page.getByRole('main').getByLabel(en('web.channel.muted')).waitFor()
    await page.getByRole('button', { name: en('web.app.undo'), exact: true }).click()
    await page.getByRole('main').getByLabel(en('web.channel.muted')).waitFor({ state: 'detached' })
  })

  it('are offered from the first on each time, also after they were waved away', async () => {
    const { page } = owner
    const options = page.getByRole('option')
    const isFirstMarked = () => options.first().getAttribute('aria-selected')
    await field(owner).pressSequentially('/')
    await field(owner).press('ArrowDown')
    await expect.poll(isFirstMarked).toBe('false')
    await field(owner).press('Escape')
    await expect.poll(() => options.count()).toBe(0)
    await field(owner).fill('')
    await field(owner).pressSequentially('/')
    await expect.poll(isFirstMarked).toBe('true')
    await field(owner).fill('')
  })

  it('that nobody knows are explained and stay in the field; other slashes are text', async () => {
    const { page } = owner
    await say(page, '/frobnicate now')
    await page
      .getByRole('alert')
      .filter({ hasText: en('web.commands.unknown', { name: 'frobnicate' }) })
      .waitFor()
    expect(await field(owner).inputValue()).toBe('/frobnicate now')
    await look(owner, 'unknown-en')
    await say(page, '//frobnicate now')
    await messageSaying(page, /^.*\/frobnicate now/).waitFor()
    await say(page, '/etc/hosts is wrong')
    await messageSaying(page, '/etc/hosts is wrong').waitFor()
  })

  it('that are messages after all go out, and what was written meanwhile stays', async () => {
    const { page } = owner
    let answer: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      answer = resolve
    })
    await page.route('**/api/commands.list*', async (route) => {
      await held
      await route.continue()
    })
    const asked = page.waitForRequest('**/api/commands.list*')
    await say(page, '、明天见')
    await asked
    await field(owner).fill('、明天见 and more')
    answer()
    await messageSaying(page, /、明天见/).waitFor()
    expect(await field(owner).inputValue()).toBe('、明天见 and more')
    await page.unroute('**/api/commands.list*')
    await field(owner).fill('')
  })

  it('bring people in, by any name that fits one of them alone', async () => {
    const { page } = owner
    await say(page, '/invite nobody-of-this-name')
    await page.getByRole('alert').waitFor()
    await say(page, '/invite wang-wei')
    await page.getByText(en('web.commands.invite.done', { names: '王伟' }), { exact: true }).waitFor()
    await colleague.page.goto(channelUrl)
    await field(colleague).waitFor()
  })

  it('make polls, tasks and reminders at once where all is said, and open the dialog where not', async () => {
    const { page } = owner
    await say(page, '/poll "Where do we meet?" "Harbour" "Town hall"')
    await page.getByRole('group', { name: 'Where do we meet?' }).waitFor()
    await say(page, '/poll Who comes?')
    await page.getByRole('dialog').waitFor()
    expect(await page.getByLabel(en('web.poll.question')).inputValue()).toBe('Who comes?')
    await page.keyboard.press('Escape')
    await say(page, '/task @王伟 write the report')
    const said = en('web.commands.task.done', { title: 'write the report', name: '王伟' })
    await page.getByText(said, { exact: true }).waitFor()
    await say(page, '/task send the contract @王伟 by Friday')
    await expect
      .poll(async () => (await query('tasks.list')).tasks[0])
      .toMatchObject({
        ...{ title: 'send the contract', assigneeId: colleagueId },
        due: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      })
    // One at a time: what is entered while a command runs waits for another Enter.
    await expect.poll(() => field(owner).inputValue()).toBe('')
    await say(page, '/task @王伟')
    // The first Enter takes the name that is offered.
    await field(owner).press('Enter')
    const toDo = page.getByRole('dialog', { name: en('web.tasks.new') })
    await expect.poll(() => toDo.getByLabel(en('web.tasks.assignee')).inputValue()).toBe(colleagueId)
    await page.keyboard.press('Escape')
    await say(page, '/remind me in 2 hours to call Wei')
    await page
      .getByText(/You will be reminded/)
      .first()
      .waitFor()
    const { reminders } = await query('state')
    expect(reminders).toMatchObject([{ text: 'call Wei' }])
    await say(page, '/remind me to call Wei')
    expect(await page.getByLabel(en('web.later.about')).inputValue()).toBe('call Wei')
    await look(owner, 'remind-dialog-en')
    await page.keyboard.press('Escape')
  })

  it('have Chinese names, with and without a space, and are found by pinyin', async () => {
    const { page } = colleague
    await field(colleague).pressSequentially('/tx')
    await page.getByRole('option', { name: '/提醒' }).waitFor()
    await look(colleague, 'list-zh')
    await field(colleague).fill('')
    await say(page, '/提醒我两小时后给李娜打电话')
    await page
      .getByText(/将在 .* 提醒你/)
      .first()
      .waitFor()
    await say(page, '/免打扰 2小时')
    await page
      .getByText(/免打扰已开启/)
      .first()
      .waitFor()
    await say(page, '/免打扰 关')
    await page.getByText(zh('web.commands.dnd.off'), { exact: true }).waitFor()
    await say(page, '/帮助')
    await page.getByRole('dialog', { name: zh('web.commands.title') }).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await look(colleague, 'help-zh')
    await page.keyboard.press('Escape')
  })

  it('leave a channel and join one', async () => {
    const { page } = colleague
    await say(page, '/退出')
    await page.waitForURL((url) => url.href !== channelUrl)
    await page.getByRole('combobox').waitFor()
    await say(page, '/加入 #harbour')
    await page.waitForURL(channelUrl)
    await page.getByText(zh('web.commands.join.done', { channel: 'harbour' }), { exact: true }).waitFor()
    // Neither here, nor where one came from, does the command stand to be given again.
    await expect.poll(() => field(colleague).inputValue()).toBe('')
    await page.goBack()
    await page.waitForURL((url) => url.href !== channelUrl)
    await expect.poll(() => field(colleague).inputValue()).toBe('')
    await page.goForward()
    await page.waitForURL(channelUrl)
  })

  it('ask before one leaves a private channel, as the button does: nobody comes back there alone', async () => {
    const { page } = owner
    const { channel } = await post('channels.create', { name: 'quiet', kind: 'private' })
    await page.goto(`${parley.url}/c/${channel.id}`)
    const dialog = page.getByRole('dialog', { name: en('web.leave.title', { channel: 'quiet' }) })
    await say(page, '/leave')
    await dialog.waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await look(owner, 'leave-en')
    await dialog.getByRole('button', { name: en('web.app.cancel') }).click()
    await dialog.waitFor({ state: 'detached' })
    expect((await query('channels.list')).channels.map(({ name }: { name: string }) => name)).toContain('quiet')
    await page.goto(`${parley.url}/c/${channel.id}?channel=${channel.id}`)
    await page.getByRole('button', { name: en('web.channel.leave') }).click()
    await dialog.getByRole('button', { name: en('web.channel.leave') }).click()
    await page.getByText(en('web.channel.left', { channel: 'quiet' }), { exact: true }).waitFor()
    await dialog.waitFor({ state: 'detached' })
    expect((await query('channels.list')).channels.map(({ name }: { name: string }) => name)).not.toContain('quiet')
    await page.goto(channelUrl)
  })

  it('sum up what was said, each sentence leading to its message, for all only where one posts it', async () => {
    const { page } = owner
    const decided = 'We decided to rebuild the checkout first.'
    await say(page, decided)
    await messageSaying(page, decided).waitFor()
    await say(colleague.page, '结账页面的改动两个人大约要八天。')
    await messageSaying(page, '结账页面的改动').waitFor()
    await say(page, '/summarize 20')
    const dialog = page.getByRole('dialog', { name: en('web.summary.ofChannel', { channel: 'harbour' }) })
    await dialog.getByRole('heading', { name: en('web.summary.decisions') }).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await look(owner, 'summary-en')
    await dialog.getByRole('link', { name: decided }).click()
    await page.waitForURL(/\/m\/\d+$/)
    await say(colleague.page, '/总结 20')
    await colleague.page.getByRole('heading', { name: zh('web.summary.decisions') }).waitFor()
    await look(colleague, 'summary-zh')
    await colleague.page.getByRole('button', { name: zh('web.summary.post') }).click()
    await messageSaying(page, zh('web.summary.ofChannel', { channel: 'harbour' })).waitFor()
    await page.goto(channelUrl)
  })

  it('of another server are offered, show that they run, and are answered to their giver alone', async () => {
    const { page } = owner
    let answer: (text: string) => void = () => undefined
    const answered = new Promise<string>((resolve) => {
      answer = resolve
    })
    await using server = await startReceiver(async () => ({
      body: JSON.stringify({ response_type: 'ephemeral', text: await answered }),
    }))
    const description = { en: 'Tell the weather', zh: '查天气' }
    await post('slashCommands.create', { name: 'weather', description, usage: '[city]', url: server.url })
    await field(owner).fill('/wea')
    await page.getByRole('option', { name: /Tell the weather/ }).waitFor()
    await say(page, '/weather Oslo')
    await page.getByText(en('web.commands.running', { name: 'weather' })).waitFor()
    answer('*sunny* in Oslo')
    const note = page.getByRole('region', { name: en('web.notes.label') }).getByText('sunny', { exact: true })
    await note.waitFor()
    expect(await field(owner).inputValue()).toBe('')
    expect(await seriousViolations(page)).toEqual([])
    await page.getByText('/weather Oslo', { exact: true }).waitFor()
    await look(owner, 'note-en')
    expect(await colleague.page.getByText('sunny').count()).toBe(0)
    await page.getByRole('button', { name: en('web.notes.dismiss') }).click()
    await note.waitFor({ state: 'detached' })
  })

  it('of a server that fails say so and keep what was written', async () => {
    const { page } = owner
    await using server = await startReceiver(() => ({ status: 500, body: 'stack trace' }))
    const description = { en: 'Break', zh: '出错' }
    await post('slashCommands.create', { name: 'broken', description, url: server.url })
    await say(page, '/broken thing')
    await page
      .getByRole('alert')
      .filter({ hasText: en('web.commands.kept') })
      .waitFor()
    expect(await field(owner).inputValue()).toBe('/broken thing')
    await field(owner).fill('')
  })
})
