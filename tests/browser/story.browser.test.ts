/// <reference lib="dom" />
import { type Language, translate } from '@parley/locale'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  COLLEAGUE_EMAIL,
  chooseForMessage,
  createChannel,
  messageSaying,
  OWNER_EMAIL,
  openAssistant,
  openFromMenu,
  PASSWORD,
  say,
  setUp,
  signIn,
} from './support/actions'
import { openBrowser, openVisitor, type Visitor } from './support/open-browser'
import { type ParleyProcess, startParleyProcess } from './support/parley-process'
import { textIn } from './support/text-in'
import { words } from './support/words'

const languages: readonly Language[] = ['zh', 'en']

// One story: each step goes on from the one before.
describe.each(languages)('the story of a new workspace in %s', (language) => {
  const said = words[language]
  const text = textIn(language)
  let parley: ParleyProcess
  let browser: Browser
  let owner: Visitor
  let colleague: Visitor

  beforeAll(async () => {
    parley = await startParleyProcess()
    browser = await openBrowser()
    owner = await openVisitor(browser, language)
    colleague = await openVisitor(browser, language)
  })

  afterAll(async () => {
    await browser?.close()
    await parley?.[Symbol.asyncDispose]()
  })

  it('says in the reader’s language what is missing in the set-up form, and leads to the first of it', async () => {
    const { page } = owner
    await page.goto(parley.setupUrl)
    await page.getByLabel(text('web.setup.email')).fill('grace@')
    await page.getByLabel(text('web.setup.password')).fill('short')
    await page.getByRole('button', { name: text('web.setup.submit') }).click()
    const workspace = page.getByLabel(text('web.setup.workspace'))
    await expect.poll(() => workspace.evaluate((field) => field === document.activeElement)).toBe(true)
    await expect.poll(() => workspace.getAttribute('aria-invalid')).toBe('true')
    await page.getByText(text('web.form.email')).waitFor()
    await page.getByText(text('web.form.short', { limit: 10, length: 5 })).waitFor()
    await expect.poll(() => page.getByText(text('web.form.missing')).count()).toBe(2)
    await workspace.fill(said.workspace)
    await expect.poll(() => page.getByText(text('web.form.missing')).count()).toBe(1)
    expect(await page.getByRole('radiogroup', { name: text('web.language.label') }).count()).toBe(1)
  })

  it('is set up from the link, and leads into a channel', async () => {
    await setUp(owner.page, parley.setupUrl, language, said)
    await owner.page.waitForURL(/\/c\//)
    expect(await owner.page.getByRole('navigation').first().innerText()).toContain(said.workspace)
  })

  it('does not let the set-up link be used twice', async () => {
    await colleague.page.goto(parley.setupUrl)
    await colleague.page.getByText(text('web.setup.done')).waitFor()
  })

  it('adds a person, who signs in; a wrong password is refused with a reason', async () => {
    const { page } = owner
    await page.getByRole('link', { name: text('web.nav.people') }).click()
    await page.getByRole('button', { name: text('web.people.add') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(text('web.people.name')).fill(said.colleague)
    await dialog.getByLabel(text('web.people.email')).fill(COLLEAGUE_EMAIL)
    await dialog.getByLabel(text('web.people.password')).fill(PASSWORD)
    await dialog.getByRole('button', { name: text('web.people.submit') }).click()
    await page.getByText(text('web.people.added', { name: said.colleague }), { exact: true }).waitFor()

    await colleague.page.goto(parley.url)
    await colleague.page.getByLabel(text('web.signIn.email')).fill(COLLEAGUE_EMAIL)
    await colleague.page.getByLabel(text('web.signIn.password')).fill('not the password')
    await colleague.page.getByRole('button', { name: text('web.signIn.submit') }).click()
    await colleague.page.getByRole('alert').getByText(text('error.invalid_credentials')).waitFor()
    await signIn(colleague.page, parley.url, language, COLLEAGUE_EMAIL)
  })

  it('carries messages between two people live, with Markdown, in a channel that one of them joins', async () => {
    const { page } = owner
    await createChannel(page, language, said.channel)
    await say(page, said.hello)

    await openFromMenu(colleague.page, language, 'browse')
    const row = colleague.page.getByRole('listitem').filter({ hasText: said.channel })
    await row.getByRole('button', { name: text('web.browse.join') }).click()
    await messageSaying(colleague.page, said.hello.replaceAll('*', '')).locator('strong').waitFor()
    await say(colleague.page, said.answer)
    await messageSaying(page, said.answer).waitFor()
  })

  it('sends once however often Enter is pressed on an empty field, and keeps a draft over a reload', async () => {
    const { page } = owner
    const draft = page.getByRole('combobox')
    await draft.press('Enter')
    await draft.fill('…')
    await page.reload()
    await expect.poll(() => page.getByRole('combobox').inputValue()).toBe('…')
    await page.getByRole('combobox').fill('')
  })

  it('leaves Enter to an input method that is composing', async () => {
    const { page } = owner
    const field = page.getByRole('combobox')
    await field.fill('ni')
    await field.dispatchEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 229, isComposing: true })
    expect(await field.inputValue()).toBe('ni')
    await field.press('Enter')
    await expect.poll(() => field.inputValue()).toBe('')
    await messageSaying(page, /^.*ni$/m).waitFor()
  })

  it('edits the last message with ↑, for everybody, and says so', async () => {
    const { page } = owner
    const editor = page.getByLabel(text('web.message.editLabel'))
    // A message that is still on its way cannot be edited.
    await expect
      .poll(async () => {
        await page.getByRole('combobox').press('ArrowUp')
        return editor.isVisible()
      })
      .toBe(true)
    await editor.fill('nihao')
    await editor.press('Enter')
    await messageSaying(colleague.page, 'nihao').getByText(text('web.message.edited')).waitFor()
  })

  it('deletes a message, which can be taken back for ten seconds', async () => {
    const { page } = owner
    await chooseForMessage(page, language, messageSaying(page, 'nihao'), 'delete')
    await page.getByText(text('web.message.deleted')).waitFor()
    await page.getByRole('button', { name: text('web.app.undo'), exact: true }).click()
    await messageSaying(page, 'nihao').waitFor()
  })

  it('copies a link to a message, which opens it marked and focused, also from another message', async () => {
    const { page } = owner
    await chooseForMessage(page, language, messageSaying(page, said.answer), 'copyLink')
    await page.getByText(text('web.app.copied'), { exact: true }).waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    await colleague.page.goto(link)
    const target = colleague.page.locator('[data-is-target="true"]')
    await target.getByText(said.answer).waitFor()
    await expect.poll(() => target.evaluate((article) => article === document.activeElement)).toBe(true)

    await say(page, link)
    await messageSaying(page, link).getByRole('link', { name: link }).click()
    await page.locator('[data-is-target="true"]').getByText(said.answer).waitFor()
    expect(owner.context.pages()).toHaveLength(1)
  })

  it('answers a question from a document, and opens the source at the quote', async () => {
    const { page } = owner
    await page.getByRole('link', { name: text('web.nav.knowledge') }).click()
    await page
      .getByRole('button', { name: text('web.knowledge.add') })
      .first()
      .click()
    await page.getByLabel(text('web.knowledge.documentTitle')).fill(said.documentTitle)
    await page.getByLabel(text('web.knowledge.text'), { exact: true }).fill(said.document)
    await page.getByRole('button', { name: text('web.knowledge.submit'), exact: true }).click()
    await page.getByRole('main').getByText(said.documentTitle).waitFor()

    await openAssistant(page, language)
    await say(page, said.question)
    const answer = messageSaying(page, said.quoted)
    await answer
      .getByRole('button', { name: new RegExp(said.documentTitle) })
      .first()
      .click()
    const passage = page.locator('mark.passage')
    await expect.poll(() => passage.innerText()).toContain(said.quoted)
    expect(await passage.isVisible()).toBe(true)
    await answer.getByRole('button', { name: text('web.assistant.right'), exact: true }).click()
    await answer.getByText(text('web.assistant.thanks')).waitFor()
    await page.keyboard.press('Escape')
    await passage.waitFor({ state: 'detached' })
  })

  it('hands over to a person what it does not know, once', async () => {
    const { page } = colleague
    await openAssistant(page, language)
    await say(page, said.unanswered)
    const answer = page
      .getByRole('article')
      .filter({ hasText: text('web.assistant.notKnown') })
      .last()
    await answer.getByRole('button', { name: text('web.assistant.askPerson') }).click()
    const card = page.locator('.task-card').filter({ hasText: said.unanswered })
    await card.waitFor()
    await page.reload()
    await answer.getByText(text('web.assistant.personAsked')).waitFor()
    await expect.poll(() => answer.getByRole('button', { name: text('web.assistant.askPerson') }).count()).toBe(0)
    await card.getByRole('button', { name: text('web.app.undo'), exact: true }).click()
  })

  it('says why: language, intent and what it found', async () => {
    const { page } = owner
    const question = messageSaying(page, said.question)
    await question.hover()
    await question.getByRole('button', { name: text('web.message.why') }).click()
    const panel = page.getByRole('complementary', { name: text('web.why.title') })
    await panel.getByText(text('web.why.intent'), { exact: true }).waitFor()
    await panel
      .getByText(text(language === 'zh' ? 'web.why.languageZh' : 'web.why.languageEn'), { exact: true })
      .waitFor()
    await page.keyboard.press('Escape')
  })

  it('makes a task of a sentence, lists it, and takes it back', async () => {
    const { page } = owner
    await page.getByRole('link', { name: said.channel }).click()
    await say(page, said.taskRequest)
    const card = page.locator('.task-card').filter({ hasText: said.taskTitle })
    await expect.poll(() => card.innerText()).toContain(said.colleague)

    await colleague.page.getByRole('link', { name: text('web.nav.tasks') }).click()
    const listed = colleague.page.getByRole('main').getByText(said.taskTitle)
    await listed.waitFor()
    await card.getByRole('button', { name: text('web.app.undo'), exact: true }).click()
    await card.getByText(text('web.tasks.cancelled')).waitFor()
    await listed.waitFor({ state: 'detached' })
    await page.reload()
    await card.getByText(text('web.tasks.cancelled')).waitFor()
    await card.getByRole('button', { name: text('web.tasks.restore') }).click()
    await listed.waitFor()
    await card.getByRole('button', { name: text('web.tasks.finish') }).click()
    await card.getByText(text('web.tasks.done'), { exact: true }).waitFor()
    await page.reload()
    await card.getByText(text('web.tasks.done'), { exact: true }).waitFor()
  })

  it('moves a task made by hand to done, and back within ten seconds', async () => {
    const { page } = owner
    await page.getByRole('link', { name: text('web.nav.tasks') }).click()
    await page
      .getByRole('button', { name: text('web.tasks.new') })
      .first()
      .click()
    await page.getByLabel(text('web.tasks.newTitle')).fill('Parley')
    await page.getByRole('button', { name: text('web.tasks.create') }).click()
    await page.getByLabel(text('web.tasks.markDone', { title: 'Parley' })).click()
    await page.getByText(text('web.tasks.doneToast', { title: 'Parley' }), { exact: true }).waitFor()
    await page
      .getByRole('button', { name: text('web.app.undo'), exact: true })
      .last()
      .click()
    await page.getByLabel(text('web.tasks.markDone', { title: 'Parley' })).waitFor()
  })

  it('counts the same tasks beside "Tasks" as it lists, those for nobody yet among them', async () => {
    const { page } = owner
    const rows = page.getByRole('main').getByRole('checkbox')
    const before = await rows.count()
    await page
      .getByRole('button', { name: text('web.tasks.new') })
      .first()
      .click()
    await page.getByLabel(text('web.tasks.newTitle')).fill('For whoever comes first')
    await page.getByLabel(text('web.tasks.assignee')).selectOption('')
    await page.getByRole('button', { name: text('web.tasks.create') }).click()
    await expect.poll(() => rows.count()).toBe(before + 1)
    const badge = text('web.tasks.waiting', { count: before + 1 })
    await page.getByRole('navigation').first().getByText(badge).waitFor({ state: 'attached' })
  })

  it('orders a book over two turns', async () => {
    const { page } = owner
    await openAssistant(page, language)
    await say(page, said.order)
    await messageSaying(page, said.orderAsked).waitFor()
    const before = await page.getByRole('article').count()
    await say(page, said.confirm)
    await expect.poll(() => page.getByRole('article').count()).toBeGreaterThan(before + 1)
    await expect.poll(() => page.getByRole('article').last().innerText()).toMatch(said.orderDone)
  })

  it('goes to a person by name from the palette, by pinyin too, and Esc closes it', async () => {
    const { page } = owner
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder(text('web.palette.placeholder')).fill(language === 'zh' ? 'wangwei' : 'tom')
    await page.getByRole('option', { name: said.colleague }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('shows its language and theme at once when they are changed, and keeps them', async () => {
    const { page } = colleague
    const other = language === 'zh' ? 'en' : 'zh'
    await page.getByRole('button', { name: new RegExp(text('web.nav.profile')) }).click()
    await page.getByRole('menuitemradio', { name: text('web.theme.dark') }).click()
    await page.getByRole('menuitemradio', { name: text(`web.language.${other}`) }).click()
    await page.getByRole('menu').getByText(translate(other, 'web.theme.label')).waitFor()
    await page.reload()
    await page.getByRole('link', { name: translate(other, 'web.nav.tasks') }).waitFor()
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(ground).toBe('rgb(24, 26, 27)')
  })

  it('signs out, and shows nothing of the workspace any more', async () => {
    const { page } = owner
    await page.getByRole('button', { name: new RegExp(text('web.nav.profile')) }).click()
    await page.getByRole('menuitem', { name: text('web.nav.signOut') }).click()
    await page.getByLabel(text('web.signIn.email')).waitFor()
    await expect.poll(() => page.locator('body').innerText()).not.toContain(said.hello.replaceAll('*', ''))
    await signIn(page, parley.url, language, OWNER_EMAIL)
  })

  it('ran without an uncaught exception', () => {
    expect([...owner.faults, ...colleague.faults]).toEqual([])
  })
})
