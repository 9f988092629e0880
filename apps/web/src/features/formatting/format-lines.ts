import type { Selected, TextEdit } from './format-text'

interface LineMark {
  readonly pattern: RegExp
  readonly write: (index: number) => string
}

/** What a line begins with. */
export const lineFormats = {
  bullets: { pattern: /^( *)[-*+] +/, write: () => '- ' },
  numbers: { pattern: /^( *)\d{1,9}[.)] +/, write: (index) => `${index + 1}. ` },
  quote: { pattern: /^( *)> ?/, write: () => '> ' },
} as const satisfies Record<string, LineMark>

export type LineFormat = keyof typeof lineFormats

/** Begins the lines that are selected, or takes away what all of them begin with. */
export function formatLines({ text, start, end }: Selected, format: LineFormat): TextEdit {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', Math.max(start, end - 1))
  const to = lineEnd === -1 ? text.length : Math.max(lineEnd, start)
  const inserted = toggle(text.slice(from, to).split('\n'), lineFormats[format]).join('\n')
  const isCaret = start === end
  const endOfInserted = from + inserted.length
  return { from, to, inserted, start: isCaret ? endOfInserted : from, end: endOfInserted }
}

function toggle(lines: readonly string[], { pattern, write }: LineMark): string[] {
  const written = lines.filter((line) => line.trim() !== '')
  if (written.length > 0 && written.every((line) => pattern.test(line))) {
    return lines.map((line) => line.replace(pattern, '$1'))
  }
  let index = 0
  return lines.map((line) => {
    if (line.trim() === '' && lines.length > 1) return line
    return write(index++) + (pattern === lineFormats.quote.pattern ? line : withoutListMark(line))
  })
}

/** A list of points that becomes one of numbers has no points any more; a quotation keeps its lists. */
const withoutListMark = (line: string) =>
  line.replace(lineFormats.bullets.pattern, '$1').replace(lineFormats.numbers.pattern, '$1')
