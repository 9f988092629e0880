import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousViolations } from './support/axe'
import { look } from './support/look'
import { openAs, wear } from './support/look-of'
import { openTeam, type Team } from './support/team'
import { textIn } from './support/text-in'

const en = textIn('en')
const zh = textIn('zh')

// One story: each step goes on from the one before.
describe('sources of documents', () => {
  let team: Team
  let root: string

  /** As if it had been written a while ago: what is just being written is left alone. */
  async function write(file: string, text: string): Promise<void> {
    await writeFile(join(root, 'handbook', file), text)
    await utimes(join(root, 'handbook', file), new Date(), new Date(Date.now() - 60_000))
  }

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'parley-sources-'))
    await mkdir(join(root, 'handbook'))
    for (const name of ['leave', 'travel', 'expenses']) await write(`${name}.md`, `# About ${name}\n\nAll of ${name}.`)
    await write('empty.md', ' ')
    team = await openTeam({ settings: { PARLEY_SOURCE_DIRECTORIES: root } })
  })
  afterAll(async () => {
    await team?.[Symbol.asyncDispose]()
    await rm(root, { recursive: true, force: true })
  })

  it('are added by those who look after the knowledge base, and say what came in and what did not', async () => {
    const { page } = team.owner
    await page.goto(`${team.parley.url}/knowledge/sources`)
    await page.getByRole('button', { name: en('web.sources.add') }).click()
    await page.getByRole('radio', { name: en('web.sources.folder') }).click()
    await page.getByLabel(en('web.sources.name'), { exact: true }).fill('Handbook share')
    await page.getByLabel(en('web.sources.directory')).fill(join(root, 'handbook'))
    expect(await seriousViolations(page)).toEqual([])
    await look(team.owner, 'source-dialog-en')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: en('web.sources.add') })
      .click()
    await page.getByText(en('web.sources.documents', { count: 3 })).waitFor()
    await page.getByRole('button', { name: en('web.sources.items') }).click()
    await page.getByText(en('error.document_empty')).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await look(team.owner, 'sources-en')
  })

  it('ask before they remove most of what there is, in either language and on a narrow page', async () => {
    const { page } = team.owner
    for (const name of ['leave', 'travel', 'expenses']) await rm(join(root, 'handbook', `${name}.md`))
    await page.getByRole('button', { name: en('web.sources.look', { name: 'Handbook share' }) }).click()
    await page.getByText(en('web.sources.asking', { count: 3 })).waitFor()
    await openAs(page, `${team.parley.url}/knowledge/sources`, { language: 'zh', theme: 'dark' })
    await wear(page, { theme: 'dark', width: 320 })
    await page.getByText(zh('web.sources.asking', { count: 3 })).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await look(team.owner, 'sources-zh')
    await page.getByRole('button', { name: zh('web.sources.removeGone') }).click()
    await page.getByText(zh('web.sources.documents', { count: 0 })).waitFor()
  })

  it('stand beside a page of which documents should be looked at, and why', async () => {
    const { page } = team.owner
    const add = (title: string) => team.post('knowledge.addDocument', { title, text: `All about ${title}.` })
    const { document } = await add('Old lift')
    await add('New lift')
    await team.post('knowledge.setOutdated', { documentId: document.id, isOutdated: true })
    await page.getByRole('radio', { name: zh('web.health.tab') }).click()
    await page.getByText(zh('web.health.summary', { total: 2, healthy: 1 })).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await look(team.owner, 'health-zh')
    await page.getByRole('button', { name: zh('web.health.putBackNamed', { title: 'Old lift' }) }).click()
    await page.getByText(zh('web.health.empty')).waitFor()
  })

  it('are not shown to others', async () => {
    const { page } = team.colleague
    await page.goto(`${team.parley.url}/knowledge`)
    await page.getByRole('radio', { name: zh('web.answers.answers') }).waitFor()
    expect(await page.getByRole('radio', { name: zh('web.sources.tab') }).count()).toBe(0)
  })
})
