import { type Token, Tokenizer } from 'parse5'
import { HtmlRenderer } from './html-renderer'
import { createDocumentWriter, type DocumentWriter, type ParsedDocument } from './parsed-document'
import { RAW_TEXT } from './raw-text'

/**
 * Reads the token stream, not a tree: a page of 100,000 nested elements costs a tree builder quadratic time
 * (each tag asks the stack of open elements), and nothing here needs the tree.
 */
export function parseHtml(html: string): ParsedDocument {
  const writer = createDocumentWriter()
  writeHtml(writer, html)
  return writer.finish()
}

const SKIPPED = new Set([
  ...['script', 'style', 'noscript', 'template', 'nav', 'svg', 'math', 'iframe', 'object', 'canvas', 'head', 'select'],
  ...['textarea', 'noframes', 'noembed', 'button', 'dialog', 'audio', 'video'],
])

/** Writes what a reader of the page would see: no scripts, styles, navigation or controls. */
export function writeHtml(writer: DocumentWriter, html: string): void {
  const renderer = new HtmlRenderer(writer)
  let skipped: { readonly name: string; depth: number } | undefined
  const onStartTag = ({ tagName, selfClosing }: Token.TagToken) => {
    tokenizer.state = RAW_TEXT.get(tagName) ?? tokenizer.state
    if (skipped?.name === 'head' && tagName === 'body') skipped = undefined
    if (skipped?.name === tagName) skipped.depth++
    else if (!skipped && SKIPPED.has(tagName) && !selfClosing) skipped = { name: tagName, depth: 1 }
    if (!skipped) renderer.open(tagName)
  }
  const onEndTag = ({ tagName }: Token.TagToken) => {
    if (!skipped) renderer.close(tagName)
    else if (skipped.name === tagName && --skipped.depth === 0) skipped = undefined
  }
  const onText = ({ chars }: Token.CharacterToken) => {
    if (!skipped) renderer.text(chars)
  }
  const ignore = () => undefined
  const texts = { onCharacter: onText, onWhitespaceCharacter: onText, onNullCharacter: ignore }
  const others = { onComment: ignore, onDoctype: ignore, onEof: () => renderer.finish() }
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: false }, { onStartTag, onEndTag, ...texts, ...others })
  tokenizer.write(html, true)
}
