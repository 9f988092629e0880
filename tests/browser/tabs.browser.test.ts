import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { messageSaying, messages, say } from './support/actions'
import { type Alone, openAlone } from './support/alone'
import type { Visitor } from './support/open-browser'

const SENDING = '**/api/messages.send'

let alone: Alone
let visitor: Visitor

beforeAll(async () => {
  alone = await openAlone('en', 'Harbour')
  visitor = alone.visitor
})

afterAll(() => alone?.[Symbol.asyncDispose]())

async function openTab(): Promise<Page> {
  const page = await visitor.context.newPage()
  await page.goto(visitor.page.url())
  await page.getByRole('heading', { level: 1, name: 'Harbour' }).waitFor()
  return page
}

async function sayAll(page: Page, texts: readonly string[]): Promise<void> {
  for (const it of texts) {
    await say(page, it)
    await messageSaying(page, it).waitFor()
  }
}

/** What a tab shows of these, from top to bottom. */
async function shown(page: Page, all: readonly string[]): Promise<readonly string[]> {
  const rows = await messages(page).allInnerTexts()
  return rows.flatMap((row) => all.filter((it) => row.includes(it)))
}

it('sends what waits in two tabs, and again in a third, once each and in the order of writing', async () => {
  const first = visitor.page
  const second = await openTab()
  const ofFirst = ['from the first: one', 'from the first: two', 'from the first: three']
  const ofSecond = ['from the second: one', 'from the second: two', 'from the second: three']
  const all = [...ofFirst, ...ofSecond]
  const refuse = (route: Route) => route.abort('connectionreset')
  await visitor.context.route(SENDING, refuse)
  await sayAll(first, ofFirst)
  await sayAll(second, ofSecond)
  // All tabs share the browser's storage: the third one takes up what the others still try to send.
  const third = await openTab()
  for (const it of all) await messageSaying(third, it).waitFor()
  await visitor.context.unroute(SENDING, refuse)

  const channelId = new URL(first.url()).pathname.split('/').at(-1) ?? ''
  const read = async (): Promise<readonly string[]> => {
    const answer = await first.request.get(`${alone.parley.url}/api/messages.list?channelId=${channelId}`)
    const { messages: found } = (await answer.json()) as { messages: readonly { text: string }[] }
    return found.map((it) => it.text).toReversed()
  }
  await expect.poll(async () => (await read()).length, { timeout: 60_000 }).toBe(all.length)
  const stored = await read()
  expect(stored.filter((it) => ofFirst.includes(it))).toEqual(ofFirst)
  expect(stored.filter((it) => ofSecond.includes(it))).toEqual(ofSecond)
  for (const page of [first, second, third]) {
    await expect.poll(() => shown(page, all), { timeout: 30_000 }).toEqual(stored)
  }
  expect(await read()).toHaveLength(all.length)
  expect(visitor.faults).toEqual([])
})
