import type { Block, ParsedDocument } from './parsed-document'

const LIST_MARKER = /^[ \t]*(?:[-*•·]|\d{1,3}[.)、])[ \t]*(?=\S)/

/** Plain text is kept as it stands: blank lines part paragraphs, lines with a marker are list items. */
export function parsePlainText(text: string): ParsedDocument {
  const blocks: Block[] = []
  let group = 0
  let open: { kind: 'paragraph' | 'list-item'; start: number; end: number } | undefined
  const close = () => {
    if (open) blocks.push({ ...open, headingPath: [], group })
    open = undefined
  }
  for (const line of eachLine(text)) {
    if (line.isBlank) {
      close()
      group++
      continue
    }
    if (line.marker > 0) {
      close()
      if (blocks.at(-1)?.kind !== 'list-item') group++
      open = { kind: 'list-item', start: line.start + line.marker, end: line.end }
    } else if (open) open.end = line.end
    else open = { kind: 'paragraph', start: line.start, end: line.end }
  }
  close()
  return { plainText: text, blocks }
}

interface Line {
  readonly start: number
  readonly end: number
  /** Characters of indentation and list marker, 0 when there is none. */
  readonly marker: number
  readonly isBlank: boolean
}

function* eachLine(text: string): Generator<Line> {
  let at = 0
  while (at < text.length) {
    const stop = text.indexOf('\n', at)
    const end = stop < 0 ? text.length : stop
    const line = text.slice(at, end)
    const trimmed = line.trim()
    const indent = line.length - line.trimStart().length
    const marker = LIST_MARKER.exec(line.slice(0, 64))?.[0].length ?? 0
    yield {
      start: at + (marker > 0 ? 0 : indent),
      end: at + line.trimEnd().length,
      marker,
      isBlank: trimmed === '',
    }
    at = end + 1
  }
}
