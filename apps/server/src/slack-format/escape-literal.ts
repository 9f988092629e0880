/** One within a word marks nothing: snake_case. */
const SIGN_OF_A_MARK = /(?<![^\W_])_|_(?![^\W_])/g

/** Words that are no markup, so that Markdown makes none of them: only what would be read as a mark is changed. */
export function escapeLiteral(text: string): string {
  return escapeLines(escapePairs(escapeBackslashes(text)))
}

const escapeBackslashes = (text: string): string => text.replaceAll(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')

/** One sign alone marks nothing. */
function escapePairs(text: string): string {
  const stars = isRepeated(text, '*') ? text.replaceAll('*', '\\*') : text
  const ticks = isRepeated(stars, '`') ? stars.replaceAll('`', '\\`') : stars
  const lines = (ticks.match(SIGN_OF_A_MARK)?.length ?? 0) > 1 ? ticks.replaceAll(SIGN_OF_A_MARK, '\\_') : ticks
  return lines.replaceAll('~~', '\\~~')
}

const isRepeated = (text: string, sign: string): boolean => text.indexOf(sign) !== text.lastIndexOf(sign)

/** A heading, or the line below one. */
const escapeLines = (text: string): string => text.replaceAll(/^(#{1,6} |=+ *$|-{2,} *$)/gm, '\\$1')
