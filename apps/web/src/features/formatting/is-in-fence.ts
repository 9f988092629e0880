/** Whether a code block is still open where a text ends (CommonMark 4.5: what closes it is as long, and of the same sign). */
export function isInFence(before: string): boolean {
  let open = ''
  for (const line of before.split('\n').slice(0, -1)) {
    const fence = /^ {0,3}(`{3,}|~{3,})\s*(.*)$/.exec(line)
    const [, marks = '', rest = ''] = fence ?? []
    if (open === '') open = marks
    else if (rest === '' && marks.startsWith(open)) open = ''
  }
  return open !== ''
}
