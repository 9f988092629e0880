import TurndownService from 'turndown'
import { preparePasted } from './prepare-pasted'
import { tableOfRows } from './table-of-rows'

/** What a plain text cannot say. Colours and faces alone are no reason to change what was copied. */
const MEANINGFUL =
  'a[href], b, strong, i, em, s, del, strike, code, pre, ul, ol, table, blockquote, h1, h2, h3, h4, h5, h6'

/**
 * The Markdown of copied HTML; null where plain text says the same. Nothing of the HTML is drawn, run or fetched: it is
 * read by a parser whose document is never shown. A chunk of its own.
 */
export function markdownOfHtml(html: string): string | null {
  const document = new DOMParser().parseFromString(html, 'text/html')
  if (isCopiedCode(document)) return null
  preparePasted(document)
  if (!document.body.querySelector(MEANINGFUL)) return null
  return createTurndown().turndown(document.body).trim() || null
}

/** Editors copy code as coloured lines of one face. */
function isCopiedCode({ body }: Document): boolean {
  const only = body.children.length === 1 ? body.firstElementChild : null
  return /monospace|consolas|menlo|courier/i.test(only?.getAttribute('style') ?? '')
}

function createTurndown(): TurndownService {
  const turndown = new TurndownService({
    headingStyle: 'atx',
    hr: '---',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
  })
  const escapeAll = turndown.escape.bind(turndown)
  turndown.escape = (text) => readable(escapeAll(text))
  turndown.addRule('strike', {
    filter: ['del', 's'],
    replacement: (content) => (content.trim() ? `~~${content}~~` : ''),
  })
  turndown.addRule('link', {
    filter: 'a',
    replacement: (content, node) => linkOf(content, (node as Element).getAttribute('href')),
  })
  turndown.addRule('image', { filter: 'img', replacement: (_, node) => (node as Element).getAttribute('alt') ?? '' })
  turndown.addRule('item', { filter: 'li', replacement: (content, node) => itemOf(content, node as Element) })
  turndown.addRule('table', {
    filter: 'table',
    replacement: (content, node) => tableOf(node as HTMLTableElement, content, turndown),
  })
  return turndown
}

/** Marks that mean nothing where they stand: snake_case and [brackets] stay as people write them. */
const readable = (escaped: string) => escaped.replaceAll(/(?<=\w)\\_(?=\w)/g, '_').replaceAll(/\\([[\]])/g, '$1')

function linkOf(content: string, href: string | null): string {
  const words = content.trim().replaceAll(/\s+/g, ' ')
  if (!href || !/^(https?:|mailto:)/i.test(href) || words === '') return content
  return words === href ? href : `[${words}](${href.replaceAll(/[()<>\s]/g, percent)})`
}

const percent = (character: string) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`

function itemOf(content: string, item: Element): string {
  const list = item.parentElement
  const place = list ? [...list.children].indexOf(item) : 0
  const first = Number(list?.getAttribute('start') ?? 1)
  const mark = list?.nodeName === 'OL' ? `${first + place}. ` : '- '
  const words = content
    .trim()
    .replaceAll(/\n{2,}/g, '\n')
    .replaceAll('\n', `\n${' '.repeat(mark.length)}`)
  return `${mark}${words}\n`
}

/** Tables around tables, and those of one cell, only arrange what they hold. Cells are read once: only the innermost are. */
function tableOf(table: HTMLTableElement, content: string, turndown: TurndownService): string {
  if (table.querySelector('table')) return `\n\n${content}\n\n`
  const rows = [...table.rows].map((row) => [...row.cells].flatMap((cell) => cellsOf(cell, turndown)))
  const written = rows.filter((row) => row.some((cell) => cell !== ''))
  const isLayout = written.flat().length < 2
  return isLayout ? `\n\n${content}\n\n` : `\n\n${tableOfRows(written)}\n\n`
}

/** One that spans others leaves empty ones behind it. */
function cellsOf(cell: HTMLTableCellElement, turndown: TurndownService): string[] {
  const spanned = Math.min(Math.max(cell.colSpan, 1), 100)
  return [turndown.turndown(cell.innerHTML), ...Array.from({ length: spanned - 1 }, () => '')]
}
