import MarkdownIt from 'markdown-it'
import { HtmlRenderer } from './html-renderer'
import { writeHtml } from './parse-html'
import { parsePlainText } from './parse-plain-text'
import { createDocumentWriter, type DocumentWriter, type ParsedDocument } from './parsed-document'

/** markdown-it, because it yields a flat token stream and bounds nesting: 5 MB in two seconds, whatever they hold. */
const parser = new MarkdownIt({ html: true })

type Token = ReturnType<typeof parser.parse>[number]

/** CommonMark with tables, strike-through and task lists. Front matter is left out. */
export function parseMarkdown(markdown: string): ParsedDocument {
  const writer = createDocumentWriter()
  const renderer = new HtmlRenderer(writer)
  for (const token of parser.parse(withoutFrontMatter(markdown), {})) render(renderer, writer, token)
  renderer.finish()
  const parsed = writer.finish()
  // The parser drops what is nested a hundred levels deep: where nothing else is there, show the source.
  return parsed.blocks.length > 0 ? parsed : parsePlainText(markdown)
}

function withoutFrontMatter(markdown: string): string {
  return markdown.replace(/^---\n[\s\S]{0,5000}?\n---[ \t]*(?:\n|$)/, '')
}

function render(renderer: HtmlRenderer, writer: DocumentWriter, token: Token): void {
  if (token.type === 'inline') renderer.text(inlineText(token.children ?? []))
  else if (token.type === 'fence' || token.type === 'code_block') renderCode(renderer, token.content)
  else if (token.type === 'html_block') writeHtml(writer, token.content)
  else if (token.nesting === 1) renderer.open(token.tag, Number(token.attrGet('start') ?? 1))
  else if (token.nesting === -1) renderer.close(token.tag)
}

function renderCode(renderer: HtmlRenderer, content: string): void {
  renderer.open('pre')
  renderer.text(content)
  renderer.close('pre')
}

/** What a reader sees of a line: marks, links and raw tags without their syntax. */
function inlineText(tokens: readonly Token[]): string {
  const text = tokens.map((token) => {
    if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n'
    if (token.type === 'html_inline') return /^<br\b/i.test(token.content) ? '\n' : ''
    return token.content
  })
  return text.join('').replace(/^\[[ xX]\] /, '')
}
