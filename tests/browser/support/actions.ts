import { type Language, translate } from '@parley/locale'
import type { Locator, Page } from 'playwright-core'
import type { Words } from './words'

export const PASSWORD = 'correct horse battery staple'
export const OWNER_EMAIL = 'owner@example.org'
export const COLLEAGUE_EMAIL = 'colleague@example.org'

export async function setUp(page: Page, url: string, language: Language, said: Words): Promise<void> {
  await page.goto(url)
  await page.getByLabel(translate(language, 'web.setup.workspace')).fill(said.workspace)
  await page.getByLabel(translate(language, 'web.setup.name')).fill(said.owner)
  await page.getByLabel(translate(language, 'web.setup.email')).fill(OWNER_EMAIL)
  await page.getByLabel(translate(language, 'web.setup.password')).fill(PASSWORD)
  await page.getByLabel(translate(language, 'web.setup.withDemo')).uncheck()
  await page.getByRole('button', { name: translate(language, 'web.setup.submit') }).click()
  await page.getByRole('navigation').first().waitFor()
}

export async function signIn(page: Page, url: string, language: Language, email: string): Promise<void> {
  await page.goto(url)
  await page.getByLabel(translate(language, 'web.signIn.email')).fill(email)
  await page.getByLabel(translate(language, 'web.signIn.password')).fill(PASSWORD)
  await page.getByRole('button', { name: translate(language, 'web.signIn.submit') }).click()
  await page.getByRole('navigation').first().waitFor()
}

export async function openFromMenu(page: Page, language: Language, entry: 'newChannel' | 'newDirect' | 'browse') {
  await page.getByRole('button', { name: translate(language, 'web.nav.add') }).click()
  await page.getByRole('menuitem', { name: translate(language, `web.nav.${entry}`) }).click()
}

/** Makes a public channel from the menu, and stands in it. */
export async function createChannel(page: Page, language: Language, name: string): Promise<void> {
  await openFromMenu(page, language, 'newChannel')
  await page.getByLabel(translate(language, 'web.createChannel.name')).fill(name)
  await page.getByRole('button', { name: translate(language, 'web.createChannel.submit') }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** What the menu of a message offers. */
export async function chooseForMessage(page: Page, language: Language, message: Locator, entry: 'copyLink' | 'delete') {
  await message.hover()
  await message.getByRole('button', { name: translate(language, 'web.message.actions') }).click()
  await page.getByRole('menuitem', { name: translate(language, `web.message.${entry}`) }).click()
}

/** Writes into the open channel, as a person does. */
export async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('combobox').fill(text)
  await page.getByRole('combobox').press('Enter')
}

export async function openAssistant(page: Page, language: Language): Promise<void> {
  const name = translate(language, 'web.assistant.name')
  await page.getByRole('navigation').getByText(name, { exact: true }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

export const messages = (page: Page): Locator => page.getByRole('article')

/** The newest message that says this; waits until it is there. */
export const messageSaying = (page: Page, text: string | RegExp): Locator =>
  messages(page).filter({ hasText: text }).last()
