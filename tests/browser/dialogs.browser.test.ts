/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageSaying, say } from './support/actions'
import { type Alone, openAlone } from './support/alone'
import { seriousViolations } from './support/axe'
import { looks, openAs, wear } from './support/look-of'
import { textIn } from './support/text-in'

type Text = ReturnType<typeof textIn>

interface Opening {
  readonly at: 'channel' | 'details' | 'home' | 'people' | 'groups'
  readonly title: (text: Text) => string
  readonly open: (page: Page, text: Text) => Promise<void>
}

const click = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()

async function choose(page: Page, menu: string, entry: string): Promise<void> {
  await page.getByRole('button', { name: menu }).first().click()
  await page.getByRole('menuitem', { name: entry }).click()
}

/** From the palette, which is there at every width. */
const byName = (key: Parameters<Text>[0], title: Parameters<Text>[0]): Opening => ({
  at: 'channel',
  title: (text) => text(title as 'web.direct.title'),
  open: async (page, text) => {
    await page.keyboard.press('Control+k')
    const name = text(key as 'web.direct.title')
    await page.getByPlaceholder(text('web.palette.placeholder')).fill(name)
    await page.getByRole('option', { name }).first().click()
  },
})

const byKey = (key: string, title: Parameters<Text>[0]): Opening => ({
  at: 'channel',
  title: (text) => text(title as 'web.direct.title'),
  open: async (page) => {
    await messageSaying(page, 'The crane').focus()
    await page.keyboard.press(key)
  },
})

const openings: readonly Opening[] = [
  byName('web.nav.newChannel', 'web.createChannel.title'),
  byName('web.nav.newDirect', 'web.direct.title'),
  byName('web.nav.browse', 'web.browse.title'),
  byName('web.tasks.new', 'web.tasks.new'),
  byName('web.knowledge.add', 'web.knowledge.addTitle'),
  byName('web.nav.keys', 'web.keys.title'),
  byKey('f', 'web.share.title'),
  byKey('m', 'web.later.remind'),
  byKey('g', 'web.jump.title'),
  {
    at: 'channel',
    title: (text) => text('web.history.title'),
    open: async (page, text) =>
      messageSaying(page, 'The crane')
        .getByRole('button', { name: text('web.message.edited') })
        .click(),
  },
  { at: 'channel', title: (text) => text('web.poll.new'), open: (page, text) => click(page, text('web.poll.new')) },
  {
    at: 'channel',
    title: (text) => text('web.summary.ofChannel', { channel: 'Harbour' }),
    open: (page, text) => choose(page, text('web.channel.menu'), text('web.summary.open')),
  },
  { at: 'channel', title: (text) => text('web.commands.title'), open: (page) => say(page, '/help') },
  {
    at: 'channel',
    title: (text) => text('web.later.send'),
    open: async (page, text) => {
      await page.getByRole('main').getByRole('combobox').fill('later')
      await choose(page, text('web.later.send'), text('web.later.choose'))
    },
  },
  {
    at: 'details',
    title: (text) => text('web.channel.edit'),
    open: (page, text) => click(page, text('web.channel.edit')),
  },
  {
    at: 'details',
    title: (text) => text('web.channel.addPeople'),
    open: (page, text) => click(page, text('web.channel.addPeople')),
  },
  {
    at: 'home',
    title: (text) => text('web.status.set'),
    open: (page, text) => choose(page, text('web.nav.profile'), text('web.status.set')),
  },
  { at: 'people', title: (text) => text('web.people.add'), open: (page, text) => click(page, text('web.people.add')) },
  {
    at: 'people',
    title: (text) => text('web.groups.new'),
    open: async (page, text) => {
      await page.getByRole('radio', { name: text('web.groups.title') }).click()
      await click(page, text('web.groups.new'))
    },
  },
]

let alone: Alone
let page: Page
let channel: string

beforeAll(async () => {
  alone = await openAlone('en', 'Harbour')
  ;({ page } = alone)
  channel = page.url()
  await say(page, 'The cran')
  await messageSaying(page, 'The cran').locator('.message__actions').waitFor({ state: 'attached' })
  await messageSaying(page, 'The cran').press('e')
  await page.getByRole('textbox', { name: textIn('en')('web.message.editLabel') }).fill('The crane is repaired')
  await page.keyboard.press('Enter')
  await messageSaying(page, 'The crane').waitFor()
})

afterAll(() => alone?.[Symbol.asyncDispose]())

const addressOf = (at: Opening['at']): string => {
  if (at === 'channel') return channel
  if (at === 'details') return `${channel}?channel=${channel.split('/').at(-1)}`
  return `${alone.parley.url}/${at === 'home' ? '' : 'people'}`
}

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  const text = textIn(language)
  const [first, second] = looks[language]

  it.each(openings.map((opening) => [opening.title(text), opening] as const))(
    'the dialog “%s” is without a serious fault, inside of the page, and closed by Esc',
    async (title, { at, open }) => {
      await page.setViewportSize({ width: first.width, height: 800 })
      await openAs(page, addressOf(at), first)
      if (at === 'channel') await messageSaying(page, 'The crane').waitFor()
      await open(page, text)
      const dialog = page.getByRole('dialog', { name: title, exact: true })
      await dialog.waitFor()
      for (const look of [first, second]) {
        await wear(page, look)
        expect(await seriousViolations(page)).toEqual([])
        expect(await dialog.evaluate((it) => it.scrollWidth - it.clientWidth)).toBeLessThanOrEqual(0)
      }
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    },
  )
})
