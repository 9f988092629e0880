import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousViolations } from './support/axe'
import { look } from './support/look'
import type { Visitor } from './support/open-browser'
import { openTeam, type Team } from './support/team'
import { textIn } from './support/text-in'

// The owner looks in English, the colleague in Chinese; each step goes on from the one before.
describe('the page of the graph', () => {
  let team: Team
  let people: readonly { readonly visitor: Visitor; readonly language: 'en' | 'zh' }[]

  beforeAll(async () => {
    team = await openTeam()
    people = [
      { visitor: team.owner, language: 'en' },
      { visitor: team.colleague, language: 'zh' },
    ]
    const { id: channelId } = (await team.query('state', team.colleague)).channels[0].channel
    const say = (text: string) =>
      team.post('messages.send', { channelId, text, clientMessageId: crypto.randomUUID() }, team.owner)
    await say('The payment gateway depends on the ledger service and the fraud check.')
    await say('王伟 is responsible for the payment gateway. Castline supplies the fraud check.')
    await say('Hopefully the payment gateway depends on the new bank portal.')
    await say('The ledger service is delayed. The ledger service is part of the finance platform.')
  })

  afterAll(() => team?.[Symbol.asyncDispose]())

  it('finds an entity, draws what belongs to it, and shows where that stands', async () => {
    const edges = async () => (await team.query('graph.find?name=finance')).entities[0]?.edgeCount
    await expect.poll(edges, { timeout: 10_000 }).toBe(1)
    for (const { visitor, language } of people) {
      const { page } = visitor
      const text = textIn(language)
      await page.goto(`${team.parley.url}/graph`)
      await page.getByRole('searchbox', { name: text('web.graph.search') }).fill('gateway')
      await page.getByRole('link', { name: /payment gateway/ }).click()
      await page.getByRole('img', { name: text('web.graph.picture', { name: 'payment gateway' }) }).waitFor()
      const edge = `payment gateway ${text('web.graph.relation.depends_on')} ledger service`
      await page.getByRole('button', { name: text('web.graph.why', { edge }) }).click()
      await page.getByText('depends on the ledger service and the fraud check.').first().waitFor()
      await look(visitor, `graph-${language}`)
    }
  })

  it('has no serious accessibility fault, light and dark, and fits a narrow screen', async () => {
    for (const { visitor, language } of people) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await visitor.page.emulateMedia({ colorScheme })
        expect(await seriousViolations(visitor.page)).toEqual([])
      }
      await visitor.page.setViewportSize({ width: 360, height: 740 })
      await expect.poll(() => visitor.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      await look(visitor, `graph-narrow-${language}`)
      await visitor.page.setViewportSize({ width: 1280, height: 800 })
    }
  })

  it('takes an expert’s word, which others see, and takes it back', async () => {
    const { page } = team.owner
    const text = textIn('en')
    const edge = `payment gateway ${text('web.graph.relation.depends_on')} fraud check`
    await page.getByRole('button', { name: `${text('web.graph.reject')}: ${edge}` }).click()
    await page.getByRole('button', { name: text('web.graph.why', { edge }) }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: text('web.app.undo'), exact: true }).click()
    await page.getByRole('button', { name: text('web.graph.why', { edge }) }).waitFor()
  })

  it('offers only what one may do, and rules to those who may', async () => {
    const [colleague, zh] = [team.colleague.page, textIn('zh')]
    const edge = `payment gateway ${zh('web.graph.relation.depends_on')} ledger service`
    await colleague.getByRole('button', { name: zh('web.graph.why', { edge }) }).waitFor()
    expect(await colleague.getByRole('button', { name: `${zh('web.graph.reject')}: ${edge}` }).count()).toBe(0)
    const [{ page }, text] = [team.owner, textIn('en')]
    await page.goto(`${team.parley.url}/graph/rules`)
    const rule = 'If A depends on B and B depends on C, then A depends on C.'
    const isOn = page.getByRole('checkbox', { name: text('web.graph.rules.switch', { rule }) })
    await isOn.click()
    await page.getByText(text('web.graph.rules.isOff'), { exact: true }).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await look(team.owner, 'graph-rules')
    await isOn.click()
    await page.getByText(text('web.graph.rules.isOff'), { exact: true }).waitFor({ state: 'detached' })
  })

  it('keeps what is not sure for review', async () => {
    const { page } = team.owner
    const text = textIn('en')
    await page.goto(`${team.parley.url}/graph/review`)
    await page.getByRole('heading', { name: text('web.graph.proposals') }).waitFor()
    await look(team.owner, 'graph-review')
    expect(people.flatMap(({ visitor }) => visitor.faults)).toEqual([])
  })
})
