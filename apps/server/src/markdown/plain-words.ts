import type { Token } from 'markdown-it'
import { createMarkdown } from './message-markdown'

const parser = createMarkdown()

/** A message in one line of plain words, for where no Markdown is drawn: marks go, what they mark stays. */
export function plainWords(markdown: string): string {
  return parser.parse(markdown, {}).map(wordsOf).join(' ').replaceAll(/\s+/g, ' ').trim()
}

function wordsOf({ type, content, children }: Token): string {
  if (type === 'image') return content
  if (type === 'softbreak' || type === 'hardbreak') return ' '
  return children ? children.map(wordsOf).join('') : content
}
