/// <reference lib="dom" />
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageSaying, say } from './support/actions'
import { type Alone, openAlone } from './support/alone'
import { seriousViolations } from './support/axe'
import type { Visitor } from './support/open-browser'
import { textIn } from './support/text-in'

const en = textIn('en')

const WORD_LIST = `<html><body><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>Unload</p><p class=MsoListParagraph
style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>the <b>crane</b></p><p
class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2. </span>Count</p></body></html>`
const DOCS = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p><span
style="font-weight:400">Ask </span><span style="font-weight:700">first</span><span style="font-weight:400">, see </span><a
href="https://example.org/a_b"><span style="text-decoration:underline">the rules</span></a> <a
href="javascript:alert(1)">here</a></p></b><img src="https://example.org/x.png" onerror="window.broken = 1">`
const CELLS = '<table><tr><td>Book</td><td>Copies</td></tr><tr><td>Sea | Land</td><td>12</td></tr></table>'

describe('writing formatted messages', () => {
  let alone: Alone
  let owner: Visitor
  let field: Locator

  beforeAll(async () => {
    alone = await openAlone('en', 'Harbour')
    owner = alone.visitor
    field = owner.page.getByRole('main').getByRole('combobox')
    await field.waitFor()
  })

  afterAll(() => alone?.[Symbol.asyncDispose]())

  const isFocused = () => field.evaluate((element) => element === document.activeElement)
  const press = (...keys: readonly string[]) => pressAll(owner, keys)
  const select = (start: number, end: number) =>
    field.evaluate((element, [start, end]) => (element as HTMLTextAreaElement).setSelectionRange(start, end), [
      start,
      end,
    ] as const)

  /** As a program's copy arrives. */
  const paste = (plain: string, html = '', goal = field) =>
    goal.evaluate(
      (element, [plain, html]) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', plain)
        if (html) clipboardData.setData('text/html', html)
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
        return !element.dispatchEvent(event)
      },
      [plain, html] as const,
    )

  it('marks what is selected by keys, takes the mark off, and is undone by the browser', async () => {
    await field.fill('loud words')
    await select(0, 4)
    await press('Control+b')
    expect(await field.inputValue()).toBe('**loud** words')
    await press('Control+i')
    expect(await field.inputValue()).toBe('***loud*** words')
    await press('Control+b')
    expect(await field.inputValue()).toBe('*loud* words')
    await press('Control+z', 'Control+z', 'Control+z')
    expect(await field.inputValue()).toBe('loud words')
  })

  it('makes a link of selected words with Ctrl+K, which goes anywhere without any', async () => {
    await field.fill('the rules')
    await select(4, 9)
    await press('Control+k')
    expect(await field.inputValue()).toBe('the [rules](https://)')
    await owner.page.keyboard.type('https://example.org')
    expect(await field.inputValue()).toBe('the [rules](https://example.org)')
    await press('Control+k')
    await owner.page.getByRole('dialog').waitFor()
    await press('Escape')
    await owner.page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('leaves keys alone while an input method composes', async () => {
    await field.fill('拼音')
    await select(0, 2)
    const isPrevented = await field.evaluate((element) => {
      const key = { code: 'KeyB', key: 'b', ctrlKey: true, isComposing: true, bubbles: true, cancelable: true }
      return !element.dispatchEvent(new KeyboardEvent('keydown', key))
    })
    expect(isPrevented).toBe(false)
    expect(await field.inputValue()).toBe('拼音')
    await press('Control+b')
    expect(await field.inputValue()).toBe('**拼音**')
  })

  it('goes on with a list on a new line, and ends it at an empty item', async () => {
    await field.fill('')
    await owner.page.keyboard.type('1. Unload')
    await press('Shift+Enter')
    await owner.page.keyboard.type('Count')
    await press('Shift+Enter')
    expect(await field.inputValue()).toBe('1. Unload\n2. Count\n3. ')
    await press('Shift+Enter')
    expect(await field.inputValue()).toBe('1. Unload\n2. Count\n')
  })

  it('offers the formats as buttons, remembers that, and shows the message as it will be', async () => {
    const { page } = owner
    await page.getByRole('button', { name: en('web.format.toggle'), exact: true }).click()
    await field.fill('- **重要：**明天\n\n`x = 1`')
    await select(2, 2)
    await page.getByRole('button', { name: en('web.format.preview') }).click()
    const preview = page.getByRole('region', { name: en('web.format.preview') })
    expect(await preview.locator('li strong').innerText()).toBe('重要：')
    expect(await seriousViolations(page)).toEqual([])
    await field.fill('quiet')
    await select(0, 5)
    await page.getByRole('button', { name: en('web.format.mark.strike') }).click()
    expect(await field.inputValue()).toBe('~~quiet~~')
    await expect.poll(() => isFocused()).toBe(true)
    await press('Enter')
    expect(await messageSaying(page, 'quiet').locator('del').innerText()).toBe('quiet')
    await page.reload()
    await page.getByRole('toolbar', { name: en('web.format.toolbar') }).waitFor()
    await page.getByRole('button', { name: en('web.format.toggle'), exact: true }).click()
    await expect.poll(() => page.getByRole('toolbar', { name: en('web.format.toolbar') }).count()).toBe(0)
  })

  it('pastes an address over words as their link, and over nothing as it is', async () => {
    await field.fill('the rules')
    await select(4, 9)
    await paste('https://example.org/rules')
    expect(await field.inputValue()).toBe('the [rules](https://example.org/rules)')
    expect(await paste('https://example.org/rules')).toBe(false)
  })

  it('pastes what a word processor formatted as Markdown, which one step back makes plain again', async () => {
    await field.fill('')
    await paste('Ask first, see the rules here', DOCS)
    await expect.poll(() => field.inputValue()).toBe('Ask **first**, see [the rules](https://example.org/a_b) here')
    await press('Control+z')
    expect(await field.inputValue()).toBe('Ask first, see the rules here')
    await field.fill('')
    await paste('1. Unload\n· the crane\n2. Count', WORD_LIST)
    await expect.poll(() => field.inputValue()).toBe('1. Unload\n   - the **crane**\n2. Count')
    expect(await owner.page.evaluate("'broken' in window")).toBe(false)
  })

  it('pastes cells as a table, and code of an editor as it is', async () => {
    const table = '| Book | Copies |\n| --- | --- |\n| Sea \\| Land | 12 |'
    await field.fill('')
    await paste('Book\tCopies\nSea | Land\t12\n', CELLS)
    await expect.poll(() => field.inputValue()).toBe(table)
    await field.fill('')
    await paste('Book\tCopies\nSea | Land\t12\n')
    expect(await field.inputValue()).toBe(table)
    await press('Enter')
    expect(await messageSaying(owner.page, 'Sea | Land').getByRole('cell').allInnerTexts()).toEqual([
      'Sea | Land',
      '12',
    ])
    await paste('const a_b = *c', '<div style="font-family: Consolas, monospace"><b>const</b> a_b = *c</div>')
    expect(await field.inputValue()).toBe('const a_b = *c')
    await field.fill('')
  })

  it('pastes into a message that is being edited as into a new one', async () => {
    await say(owner.page, 'what the crew said')
    await messageSaying(owner.page, 'what the crew said').waitFor()
    const editor = owner.page.getByLabel(en('web.message.editLabel'))
    // A message that is still on its way cannot be edited.
    await expect
      .poll(async () => {
        await field.press('ArrowUp')
        return editor.isVisible()
      })
      .toBe(true)
    await editor.fill('')
    await paste('Ask first, see the rules here', DOCS, editor)
    await expect.poll(() => editor.inputValue()).toBe('Ask **first**, see [the rules](https://example.org/a_b) here')
    await editor.press('Control+z')
    expect(await editor.inputValue()).toBe('Ask first, see the rules here')
    await editor.press('Escape')
  })

  it('pastes into a code block as it was copied', async () => {
    await field.fill('```\n')
    expect(await paste('Book\tCopies', CELLS)).toBe(false)
    await field.fill('')
  })

  it('reads tables within tables within tables at once', async () => {
    const deep = `${'<table><tr><td>'.repeat(60)}<b>Unload</b>${'</td></tr></table>'.repeat(60)}`
    await paste('Unload', deep)
    await expect.poll(() => field.inputValue()).toBe('**Unload**')
    await field.fill('')
  })

  it('colours code by its language, without moving a line, readable in both themes', async () => {
    const { page } = owner
    await say(page, '```ts\n// the sea\nexport const depth: number = 12 // 深\n```')
    const block = messageSaying(page, 'export const depth').locator('.code-block')
    await block.locator('.hljs-keyword').first().waitFor()
    await expect.poll(() => block.locator('.code-block__language').innerText()).toBe('ts')
    expect(await block.locator('pre').innerText()).toContain('export const depth: number = 12')
    for (const theme of ['light', 'dark']) {
      await page.evaluate((theme) => document.documentElement.setAttribute('data-theme', theme), theme)
      expect(await seriousViolations(page)).toEqual([])
    }
  })

  it('keeps what is attached over a reload, and sends it then; not what was discarded meanwhile', async () => {
    const { page } = owner
    const tray = page.getByRole('list', { name: en('web.files.chosen') })
    const attach = async (name: string) => {
      const file = { name, mimeType: 'text/plain', buffer: Buffer.from(name) }
      await page.getByRole('main').locator('input[type=file]').setInputFiles(file)
      await tray.getByRole('listitem').filter({ hasText: name }).and(page.locator('[data-status=ready]')).waitFor()
    }
    await attach('kept.txt')
    await attach('lost.txt')
    const fileIds = () =>
      page.evaluate(async () => {
        const { drafts } = await (await fetch('/api/state')).json()
        return drafts.flatMap((draft: { fileIds: string[] }) => draft.fileIds) as string[]
      })
    await expect.poll(async () => (await fileIds()).length).toBe(2)
    await page.evaluate(
      async (fileId) => {
        const headers = { 'content-type': 'application/json' }
        await fetch('/api/files.discard', { method: 'POST', headers, body: JSON.stringify({ fileId }) })
      },
      (await fileIds()).at(-1),
    )
    const tab = await page.context().newPage()
    await tab.goto(page.url())
    const other = tab.getByRole('list', { name: en('web.files.chosen') })
    await other.getByText('kept.txt').waitFor()
    await page.reload()
    await tray.getByText('kept.txt').waitFor()
    await expect.poll(() => tray.getByRole('listitem').count()).toBe(1)
    await field.fill('with its file')
    await press('Enter')
    await messageSaying(page, 'with its file').getByText('kept.txt').waitFor()
    await expect.poll(() => other.count()).toBe(0)
    await tab.close()
    await page.reload()
    await messageSaying(page, 'with its file').waitFor()
    expect(await tray.count()).toBe(0)
  })

  it('lets code and tables scroll by themselves on the narrowest page', async () => {
    const { page } = owner
    const cells = (cell: string) => `| ${Array.from({ length: 12 }, () => cell).join(' | ')} |`
    await say(page, `${cells('wide')}\n${cells('---')}\n${cells('longer words')}`)
    await messageSaying(page, 'longer words').getByRole('table').waitFor()
    await page.setViewportSize({ width: 320, height: 640 })
    const width = () => page.evaluate(() => document.documentElement.scrollWidth)
    await expect.poll(width).toBe(320)
    const table = messageSaying(page, 'longer words').locator('.prose__table')
    await expect.poll(() => table.evaluate((it) => it.scrollWidth > it.clientWidth)).toBe(true)
    expect(owner.faults).toEqual([])
  })
})

async function pressAll({ page }: Visitor, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}
