import type { TextPattern } from '@parley/protocol'

/** One pattern a line: /…/ is a regular expression, "…" is taken as it stands, * and ? make a wildcard pattern. */
export function readPatterns(text: string): TextPattern[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(readPattern)
    .filter((pattern) => pattern.text.trim() !== '')
}

function readPattern(line: string): TextPattern {
  const inside = line.slice(1, -1)
  if (line.length > 2 && line.startsWith('/') && line.endsWith('/')) return { how: 'regex', text: inside }
  if (line.length > 2 && line.startsWith('"') && line.endsWith('"')) return { how: 'words', text: inside }
  return { how: /[*?]/.test(line) ? 'wildcard' : 'words', text: line }
}

/** The way back: what `readPatterns` reads as the same. */
export const writePatterns = (patterns: readonly TextPattern[]): string => patterns.map(writePattern).join('\n')

export function writePattern({ how, text }: TextPattern): string {
  if (how === 'regex') return `/${text}/`
  return how === 'words' && readPattern(text.trim()).text !== text ? `"${text}"` : writeWords(how, text)
}

const writeWords = (how: TextPattern['how'], text: string) =>
  how === 'words' && readPattern(text).how !== 'words' ? `"${text}"` : text
