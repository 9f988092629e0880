import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageSaying, say } from './support/actions'
import { seriousViolations } from './support/axe'
import { look } from './support/look'
import type { Visitor } from './support/open-browser'
import { meetIn, openTeam, type Team } from './support/team'
import { textIn } from './support/text-in'

const en = textIn('en')
const zh = textIn('zh')
const SAID = '报销单号 BX-7 已提交'

// One story: each step goes on from the one before. Both run the workspace; the owner reads English, the colleague Chinese.
describe('rules', () => {
  let team: Team
  let owner: Visitor
  let colleague: Visitor
  let path = ''

  beforeAll(async () => {
    team = await openTeam()
    ;({ owner, colleague } = team)
    await team.post('users.setRole', { userId: team.colleagueId, role: 'administrator' })
    ;({ path } = await meetIn(team, 'expenses'))
    await say(owner.page, SAID)
    await messageSaying(owner.page, SAID).waitFor()
  })

  afterAll(() => team?.[Symbol.asyncDispose]())

  it('are written in a page without faults, which says what is wrong where it is wrong', async () => {
    const { page } = owner
    await page.goto(`${team.parley.url}/understanding`)
    await page.getByRole('radio', { name: en('web.rules.tab') }).click()
    await page.getByRole('button', { name: en('web.rules.add') }).click()
    await page.getByLabel(en('web.rules.name'), { exact: true }).fill('Expenses')
    await page.getByLabel(en('web.rules.patterns')).fill('/BX-(\\d/')
    await page.getByRole('button', { name: en('web.rules.try') }).click()
    await page.getByRole('alert').filter({ hasText: 'missing closing )' }).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await page.getByLabel(en('web.rules.patterns')).fill('/BX-\\d+/')
    await page.getByLabel(en('web.rules.value'), { exact: true }).selectOption('order_item')
  })

  it('are tried on what was said, saved, and hold from then on', async () => {
    const { page } = owner
    await page.getByRole('button', { name: en('web.rules.try') }).click()
    const tried = page.getByRole('region', { name: en('web.rules.try') }).getByRole('listitem')
    await tried.filter({ hasText: SAID }).waitFor()
    await look(owner, 'rule-editor-en')
    await page.getByRole('button', { name: en('web.rules.save'), exact: true }).click()
    await page.getByRole('checkbox', { name: en('web.rules.switch', { name: 'Expenses' }) }).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await look(owner, 'rules-en')
  })

  it('and the model differ openly under “Why?”, where a person can say what is right', async () => {
    const { page } = colleague
    const channelId = path.replace('/c/', '')
    const { message } = await team.post('messages.send', {
      channelId,
      text: '多谢大家帮忙，BX-8',
      clientMessageId: 'rules-1',
    })
    await page.goto(`${team.parley.url}${path}?why=${message.id}`)
    await page
      .getByText(/^模型判断为.*，规则“Expenses”认定为/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: zh('web.labels.open') }).click()
    await page.getByLabel(zh('web.labels.value')).selectOption('submit_expense')
    expect(await seriousViolations(page)).toEqual([])
    await look(colleague, 'label-form-zh')
    await page.getByRole('button', { name: zh('web.labels.save'), exact: true }).click()
    await page.getByText(zh('web.rules.labelled')).waitFor()
    await look(colleague, 'why-zh')
  })

  it('are switched off, and stand in the list in the reader’s language', async () => {
    const { page } = colleague
    await page.goto(`${team.parley.url}/understanding`)
    await page.getByRole('radio', { name: zh('web.rules.tab') }).click()
    const isOn = page.getByRole('checkbox', { name: zh('web.rules.switch', { name: 'Expenses' }) })
    await isOn.uncheck()
    await expect.poll(() => isOn.isChecked()).toBe(false)
    await page.getByText(zh('web.rules.switchedOff', { name: 'Expenses' })).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await look(colleague, 'rules-zh')
  })

  it('that somebody else changes are changed on every page, and do not take away what is being written', async () => {
    const [mine, theirs] = [owner.page, colleague.page]
    const isOn = mine.getByRole('checkbox', { name: en('web.rules.switch', { name: 'Expenses' }) })
    await expect.poll(() => isOn.isChecked()).toBe(false)
    await mine.getByRole('button', { name: en('web.rules.edit') }).click()
    await mine.getByLabel(en('web.rules.name'), { exact: true }).fill('Half written')
    await theirs.getByRole('checkbox', { name: zh('web.rules.switch', { name: 'Expenses' }) }).check()
    await mine.getByText(en('web.rules.meanwhile', { person: '王伟' })).waitFor()
    expect(await mine.getByLabel(en('web.rules.name'), { exact: true }).inputValue()).toBe('Half written')
    expect(await seriousViolations(mine)).toEqual([])
    await look(owner, 'rule-changed-meanwhile-en')
    await mine.getByRole('button', { name: en('web.rules.openTheirs') }).click()
    await expect.poll(() => mine.getByLabel(en('web.rules.name'), { exact: true }).inputValue()).toBe('Expenses')
  })

  it('ask the graph how somebody whom a message names stands to something, and show the edge under “Why?”', async () => {
    const channelId = path.replace('/c/', '')
    const post = (text: string) =>
      team.post('messages.send', { channelId, text, clientMessageId: crypto.randomUUID() }, team.owner)
    await post('王伟 is responsible for the payment gateway.')
    const isRead = async () => (await team.query('graph.find?name=payment+gateway')).entities.length
    await expect.poll(isRead, { timeout: 10_000 }).toBe(1)
    const { page } = owner
    await page.goto(`${team.parley.url}/understanding`)
    await page.getByRole('radio', { name: en('web.rules.tab') }).click()
    await page.getByRole('button', { name: en('web.rules.add') }).click()
    await page.getByLabel(en('web.rules.name'), { exact: true }).fill('On call')
    await page.getByLabel(en('web.rules.kind'), { exact: true }).selectOption('relation')
    await page.getByLabel(en('web.rules.relationType'), { exact: true }).selectOption('responsible_for')
    const target = page.getByLabel(en('web.rules.relationTo'))
    await target.pressSequentially('payment gatewa')
    await page.locator('datalist option[value="payment gateway"]').waitFor({ state: 'attached' })
    await target.press('y')
    await page.getByLabel(en('web.rules.about'), { exact: true }).selectOption('urgency')
    await page.getByLabel(en('web.rules.value'), { exact: true }).selectOption('high')
    await look(owner, 'rule-relation-en')
    expect(await seriousViolations(page)).toEqual([])
    await page.getByRole('button', { name: en('web.rules.save'), exact: true }).click()
    await page.getByText('If it names somebody who is responsible for payment gateway: Urgency is').waitFor()
    const { message } = await post('@王伟 看一下这个')
    const reader = colleague.page
    await reader.goto(`${team.parley.url}/understanding`)
    await reader.getByRole('radio', { name: zh('web.rules.tab') }).click()
    await reader.getByText('如果提到了负责payment gateway的人').waitFor()
    await reader.goto(`${team.parley.url}${path}?why=${message.id}`)
    await reader.getByRole('link', { name: '图谱中：王伟 负责 payment gateway' }).waitFor()
    expect(await seriousViolations(reader)).toEqual([])
    await look(colleague, 'why-relation-zh')
  })
})
