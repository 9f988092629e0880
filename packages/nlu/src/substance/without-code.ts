/** Code and markup that a message quotes: fenced blocks, scripts and styles with what they hold, pictures, the tags of elements. */
const BLOCKS: readonly RegExp[] = [
  /(`{3,}|~{3,})[\s\S]*?(?:\1|$)/g,
  /<(script|style)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi,
  /<!--[\s\S]*?(?:-->|$)/g,
  /<(?:img|br|hr|input|embed|link|meta|iframe)\b[^<>]*>/gi,
  /!\[[^\][\n]*\]\([^()\s]*\)/g,
]
const ELEMENT_END = /<\/[a-z][\w-]*\s*>|<[a-z][\w-]*(?:\s[^<>]*)?\/>/i
const TAG = /<\/?[a-z][\w-]*(?:\s[^<>]*)?\/?>/gi

const SQL =
  /^(?:SELECT\b.+\bFROM|INSERT\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|(?:DROP|CREATE|ALTER|TRUNCATE)\s+(?:TABLE|DATABASE|INDEX|VIEW))\b/
const STATEMENT =
  /^(?:(?:const|let|var)\s+[\w{[].*=.*|(?:export\s+)?(?:async\s+)?function\s*\w*\s*\(.*|import\s.+\sfrom\s+['"].*|(?:def|class)\s+\w+\s*[(:].*|#include\s*<.*|[\w.$]+\((?:[^()]|\([^()]*\))*\)\s*;?|return\b.*[;()]\s*|[^\p{Script=Han}]*[({[=*][^\p{Script=Han}]*;|[^\p{Script=Han}]*[{}])$/u
/** A command with its options and paths; "git push fails" says something about one. */
const SHELL =
  /^\$?\s*(?:sudo\s+)?(?:git|npm|npx|pip|docker|kubectl|curl|wget|rm|mv|cp|cd|ls|chmod|ssh|make|cat|grep|apt|apt-get)(?:\s+[\w@:.,=/~*"'+-]+)+$/
const OPTION_OR_PATH = /(?:^|\s)(?:-{1,2}[a-z]|[~/.]{0,2}\/\S*|\S+[=@]\S+)/i

const blank = (code: string) => code.replace(/\S/g, ' ')

/**
 * The message with blanks for the code and markup in it, as long as it was: what is left is what somebody says.
 * `a word` in backticks stays: it names something. Time is linear in the length.
 */
export function withoutCode(message: string): string {
  if (isJson(message)) return blank(message)
  const text = BLOCKS.reduce((rest, block) => rest.replace(block, blank), message)
  const bare = ELEMENT_END.test(text) ? text.replace(TAG, blank) : text
  return bare.replace(/[^\n]+/g, (line) => (isCodeLine(line.trim()) ? blank(line) : line))
}

const LONGEST_STATEMENT = 300

const isCodeLine = (line: string) =>
  line.length <= LONGEST_STATEMENT &&
  (SQL.test(line) || STATEMENT.test(line) || (SHELL.test(line) && OPTION_OR_PATH.test(line)))

function isJson(message: string): boolean {
  const text = message.trim()
  if (!/^[[{][\s\S]*[\]}]$/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
