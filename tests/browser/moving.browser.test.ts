/// <reference lib="dom" />
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Language } from '@parley/locale'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Alone, openAlone } from './support/alone'
import { seriousViolations } from './support/axe'
import { call } from './support/long-channel'
import { openAs, wear } from './support/look-of'
import { textIn } from './support/text-in'
import { writeZip } from './support/write-zip'

const languages: readonly Language[] = ['zh', 'en']

/** Teams of other names have nothing in common. */
const team = (name: string) => ({
  'users.json': [{ id: `U-${name}`, name: 'ann', profile: { real_name: 'Ann Lee', email: `ann@${name}.example.com` } }],
  'channels.json': [{ id: `C-${name}`, name, members: [`U-${name}`] }],
  [`${name}/2024-01-01.json`]: [
    { type: 'message', user: `U-${name}`, ts: '1700000001.000100', text: '潮水表在哪里？' },
    {
      ...{ type: 'message', user: `U-${name}`, ts: '1700000002.000100', text: 'A plan' },
      files: [{ id: 'F1', name: 'plan.pdf' }],
    },
  ],
  [`${name}/2024-01-02.json`]: '{ broken',
})

let alone: Alone
let page: Page
let directory: string

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'parley-moving-'))
  alone = await openAlone('en', 'Pier')
  page = alone.page
})

afterAll(async () => {
  await alone?.[Symbol.asyncDispose]()
  await rm(directory, { recursive: true, force: true })
})

// One story a language: each step goes on from the one before.
describe.each(languages)('moving in and out, in %s', (language) => {
  const text = textIn(language)
  const channel = { zh: 'harbour', en: 'lighthouse' }[language]
  /** What the other language's story has left. */
  let made = { imports: 0, exports: 0 }

  beforeAll(async () => {
    await openAs(page, `${alone.parley.url}/moving`, { language, theme: 'light' })
    const count = async (kind: string) =>
      (await call<{ transfers: unknown[] }>(page, `transfers.list?kind=${kind}`)).transfers.length
    made = { imports: await count('import'), exports: await count('export') }
  })

  const imports = () => page.getByRole('region', { name: text('web.moving.import'), exact: true })
  const exports = () => page.getByRole('region', { name: text('web.moving.export'), exact: true })
  const cards = () => imports().getByRole('listitem')
  const takeOver = () => imports().getByRole('button', { name: text('web.moving.takeOver') })
  const countsOf = (row: 'messages' | 'files') =>
    cards()
      .first()
      .getByRole('row', { name: new RegExp(`^${text(`web.moving.${row}`)}`) })

  async function chooseArchive(name: string): Promise<void> {
    const file = path.join(directory, 'team.zip')
    await writeZip(file, team(name))
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      imports()
        .getByRole('button', { name: text('web.moving.choose') })
        .click(),
    ])
    await chooser.setFiles(file)
  }

  it('shows what an archive would bring, and what of it cannot come, before anything is changed', async () => {
    await chooseArchive(channel)
    await takeOver().waitFor()
    await expect.poll(() => countsOf('messages').innerText()).toMatch(/2\s+0$/)
    const newest = cards().first()
    await newest.getByText(text('web.moving.filesMissing', { count: 1 })).waitFor()
    await newest.getByText(text('web.moving.problems', { count: 2 })).click()
    await newest.getByText(text('web.moving.problem.not_json')).waitFor()
    expect(await page.getByRole('link', { name: channel }).count()).toBe(0)
    expect(await seriousViolations(page)).toEqual([])
  })

  it('keeps the preview over a reload, and takes the archive over once', async () => {
    await page.reload()
    await takeOver().click()
    await expect.poll(() => cards().count()).toBe(made.imports + 2)
    await cards().first().getByText(text('web.moving.done'), { exact: true }).waitFor()
    await expect.poll(() => takeOver().count()).toBe(0)
    await page.reload()
    await cards().first().waitFor()
    expect(await takeOver().count()).toBe(0)
  })

  it('says in plain words when the file is no archive', async () => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      imports()
        .getByRole('button', { name: text('web.moving.choose') })
        .click(),
    ])
    await chooser.setFiles({ name: 'notes.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') })
    await cards().first().getByText(text('web.moving.failed'), { exact: true }).waitFor()
    await cards().first().getByText(text('error.archive_not_a_zip')).waitFor()
  })

  it('exports what the owner chooses, to be fetched', async () => {
    await exports()
      .getByRole('button', { name: text('web.moving.exportEverything') })
      .click()
    const links = exports().getByRole('link', { name: text('web.moving.download') })
    await expect.poll(() => links.count()).toBe(made.exports + 1)
    const link = links.first()
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toMatch(/^parley-.*\.zip$/)
    await download.delete()
    expect(await seriousViolations(page)).toEqual([])
  })

  it('fits a narrow page, in the dark too', async () => {
    await wear(page, { theme: 'dark', width: 320 })
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    expect(await seriousViolations(page)).toEqual([])
    await page.setViewportSize({ width: 1280, height: 800 })
  })
})
