import { insertText } from '../composer/insert-text'
import { applyEdit, selectedIn } from './apply-edit'
import { linkTo } from './format-text'
import { isInFence } from './is-in-fence'
import { rowsOfTabs, tableOfRows } from './table-of-rows'

/** Converting more takes seconds in which nothing answers: its plain text has to do. */
const MOST_HTML = 500_000

/** What a clipboard holds, of what concerns a text. */
export interface Pasted {
  readonly plain: string
  readonly html: string
}

/**
 * Pastes an address over words as a link of theirs, and what was formatted as Markdown; answers whether it did. The
 * plain text goes in first and its Markdown takes its place: one step back gives the plain text.
 */
export function pasteFormatted(field: HTMLTextAreaElement, { plain, html: copied }: Pasted): boolean {
  const html = copied.length > MOST_HTML ? '' : copied
  // Code stays as it was copied.
  if (isInFence(field.value.slice(0, field.selectionStart))) return false
  if (isAddress(plain) && field.selectionStart !== field.selectionEnd) {
    applyEdit(field, linkTo(selectedIn(field), plain.trim()))
    return true
  }
  const rows = rowsOfTabs(plain)
  if (html === '' && !rows) return false
  const start = field.selectionStart
  const words = plain.replaceAll('\r\n', '\n')
  insertText(field, words)
  const replace = (markdown: string | null) => replacePasted(field, { start, plain: words, markdown })
  if (html === '') replace(rows && tableOfRows(rows))
  // Where the converter cannot be had, the plain text stays.
  else
    void import('./markdown-of-html').then(({ markdownOfHtml }) => replace(markdownOfHtml(html))).catch(() => undefined)
  return true
}

const isAddress = (text: string) => /^https?:\/\/\S+$/.test(text.trim()) && URL.canParse(text.trim())

interface Replaced {
  readonly start: number
  readonly plain: string
  readonly markdown: string | null
}

/** Not when somebody has written on meanwhile. */
function replacePasted(field: HTMLTextAreaElement, { start, plain, markdown }: Replaced): void {
  const to = start + plain.length
  const isAsPasted = field.selectionEnd === to && field.value.slice(start, to) === plain
  if (markdown === null || markdown === plain || !isAsPasted) return
  const end = start + markdown.length
  applyEdit(field, { from: start, to, inserted: markdown, start: end, end })
}
