import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousViolations } from './support/axe'
import { look } from './support/look'
import { openTeam, type Team } from './support/team'
import { textIn } from './support/text-in'

const en = textIn('en')
const zh = textIn('zh')
const fixture = (name: string) => path.resolve(import.meta.dirname, '../../packages/knowledge/testing/fixtures', name)

// One story: each step goes on from the one before. The owner reads English, the colleague Chinese.
describe('documents as teams have them', () => {
  let team: Team

  beforeAll(async () => {
    team = await openTeam()
    await team.owner.page.getByRole('link', { name: en('web.nav.knowledge') }).click()
  })

  afterAll(() => team?.[Symbol.asyncDispose]())

  it('are added several at once, and each says what became of it', async () => {
    const { page } = team.owner
    await page
      .getByRole('button', { name: en('web.knowledge.add') })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('input[type=file]').setInputFiles(['travel-policy.pdf', 'encrypted.pdf'].map(fixture))
    await dialog.getByText(en('web.documents.added')).waitFor()
    await dialog.getByRole('alert').filter({ hasText: 'password' }).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await look(team.owner, 'uploads-en')
  })

  it('are shown page by page', async () => {
    const { page } = team.owner
    await page
      .getByRole('dialog')
      .getByRole('button', { name: en('web.documents.show', { name: 'travel-policy.pdf' }) })
      .click()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: en('web.source.page', { number: 2 }) }).waitFor()
    await look(team.owner, 'document-en')
  })

  it('stand in a collection for chosen people, which others do not see', async () => {
    const { page } = team.owner
    await page.getByRole('button', { name: en('web.documents.newCollection') }).click()
    await page.getByLabel(en('web.documents.name')).fill('Board')
    await page.getByRole('radio', { name: en('web.documents.chosen') }).click()
    await page.getByRole('button', { name: en('web.documents.save') }).click()
    await page.getByRole('heading', { name: 'Board' }).waitFor()
    await page.getByRole('button', { name: en('web.documents.move', { title: 'travel-policy' }), exact: true }).click()
    await page.getByRole('menuitemradio', { name: 'Board' }).click()
    await page.getByRole('region', { name: 'Board' }).getByText('travel-policy', { exact: true }).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await look(team.owner, 'collections-en')
    const other = team.colleague.page
    await other.getByRole('link', { name: zh('web.nav.knowledge') }).click()
    await other.getByText(zh('web.knowledge.empty')).waitFor()
    expect(await other.getByText('travel-policy').count()).toBe(0)
    await look(team.colleague, 'empty-zh')
  })
})
