const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u

/** Lines of one paragraph as one: Chinese without a space, and words whole again that were divided at the line's end. */
export function joinLines(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reduce(append, '')
}

function append(before: string, line: string): string {
  if (before === '') return line
  if (/[a-z]-$/.test(before) && /^[a-z]/.test(line)) return before.slice(0, -1) + line
  const isChinese = HAN.test(before.at(-1)!) && HAN.test(line[0]!)
  return before + (isChinese ? '' : ' ') + line
}
