import { detectLanguage } from '@parley/text'
import type { Passage } from './answer-types'
import { chunkSentences } from './chunk-sentences'
import type { Block, ParsedDocument } from './parsed-document'
import { textWidth } from './text-width'

/**
 * Widths, in which a Chinese character counts two: a passage holds some 300 to 800 Latin letters or 150 to 400 Chinese
 * characters, about as much as the encoder reads well as one thing.
 */
const MIN_WIDTH = 300
const MAX_WIDTH = 800

interface Span {
  readonly start: number
  readonly end: number
  readonly headingPath: readonly string[]
  readonly group: number
}

/**
 * Cuts a document into passages, in order. A passage never crosses a heading; lists, tables and paragraphs are kept
 * whole where they fit, and cut at items, rows and sentence ends where they don't.
 */
export function splitPassages(documentId: string, document: ParsedDocument): Passage[] {
  const bodies = document.blocks.filter((block) => block.kind !== 'heading')
  const blocks = bodies.length > 0 ? bodies : document.blocks
  const spans = blocks.flatMap((block) => chunkBlock(document.plainText, block))
  return packSpans(document.plainText, spans).map((span, ordinal) => {
    const text = document.plainText.slice(span.start, span.end)
    const { start, end, headingPath } = span
    const id = `${documentId}#${ordinal}`
    return { id, documentId, ordinal, headingPath, text, start, end, language: detectLanguage(text) }
  })
}

function chunkBlock(plainText: string, block: Block): Span[] {
  const chunks = chunkSentences(plainText, block.start, block.end, MAX_WIDTH)
  return chunks.map((chunk) => ({ ...chunk, headingPath: block.headingPath, group: block.group }))
}

/** Joins neighbouring spans greedily, preferring to cut where a list, table or paragraph ends. */
function packSpans(plainText: string, spans: readonly Span[]): Span[] {
  const packed: Span[] = []
  let open: Span | undefined
  spans.forEach((span, at) => {
    if (open && canJoin(plainText, open, span, groupEnd(spans, at)))
      open = { ...open, end: span.end, group: span.group }
    else {
      if (open) packed.push(open)
      open = span
    }
  })
  if (open) packed.push(open)
  return packed
}

function canJoin(plainText: string, open: Span, next: Span, endOfGroup: number): boolean {
  if (open.headingPath !== next.headingPath) return false
  const width = textWidth(plainText, open.start, next.end)
  if (width > MAX_WIDTH) return false
  if (open.group === next.group) return true
  const openText = plainText.slice(open.start, open.end)
  if (/[:：]\s*$/.test(openText)) return true
  return textWidth(plainText, open.start, open.end) < MIN_WIDTH || fits(plainText, open.start, endOfGroup)
}

function fits(plainText: string, start: number, end: number): boolean {
  return end - start <= MAX_WIDTH && textWidth(plainText, start, end) <= MAX_WIDTH
}

function groupEnd(spans: readonly Span[], at: number): number {
  let last = at
  // Looking further than one passage's worth of spans decides nothing.
  while (last - at < 50 && spans[last + 1]?.group === spans[at]!.group) last++
  return spans[last]!.end
}
