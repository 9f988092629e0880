/** Marks whose reading takes the square of their number: of what stands out, and of tables, links, quotes and lines. */
const MOST_EMPHASIS = 1_000
const MOST_MARKS = 2_000
/** `> > > …` and `- - - …` stand within each other, and so does what is drawn of them. */
const DEEP = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){50}/m

/**
 * Whether a text has more marks than anybody writes. Reading it as Markdown would hold up the page of everybody who comes
 * by for seconds, or end it; it is shown as it was written. What stands in fences of code costs nothing.
 */
export function isOvermarked(text: string): boolean {
  if (text.length < 2 * MOST_EMPHASIS && !DEEP.test(text)) return false
  const read = outsideFences(text)
  return DEEP.test(read) || count(read, /[*_~]/g) > MOST_EMPHASIS || count(read, /[|[>\n]/g) > MOST_MARKS
}

const count = (text: string, marks: RegExp): number => text.match(marks)?.length ?? 0

const FENCE = /^(?:(`{3,})[^`]*|(~{3,}).*)$/

/**
 * Only fences that no reader of Markdown takes for something else: at the beginning of a line, and not after HTML, which
 * goes on over them.
 */
function outsideFences(text: string): string {
  const outside: string[] = []
  let fence: string | null = null
  let isAfterHtml = false
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (fence !== null) {
      if (closes(line.trim(), fence)) fence = null
      continue
    }
    const opened: RegExpExecArray | null = isAfterHtml ? null : FENCE.exec(line)
    fence = opened?.[1] ?? opened?.[2] ?? null
    if (fence !== null) continue
    outside.push(line)
    isAfterHtml ||= line.includes('<')
  }
  return outside.join('\n')
}

const closes = (line: string, fence: string): boolean =>
  line.length >= fence.length && line === fence.charAt(0).repeat(line.length)
