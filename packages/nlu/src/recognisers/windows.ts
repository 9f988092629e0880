export interface TextWindow {
  readonly offset: number
  readonly text: string
}

/** Longest text that a grammar reads at once: backtracking grows with it. */
const WINDOW_LENGTH = 200
const BREAK = /[\n。！？!?；;，,、\s](?=[^\n。！？!?；;，,、\s]*$)/

/** Windows of at most 200 characters, cut at punctuation or a space where there is one. */
export function windows(text: string): TextWindow[] {
  const result: TextWindow[] = []
  for (let offset = 0; offset < text.length; ) {
    const slice = text.slice(offset, offset + WINDOW_LENGTH)
    const length = offset + slice.length < text.length ? cutAt(slice) : slice.length
    result.push({ offset, text: slice.slice(0, length) })
    offset += length
  }
  return result
}

function cutAt(slice: string): number {
  const half = Math.floor(slice.length / 2)
  const index = BREAK.exec(slice.slice(half))?.index
  return index === undefined ? slice.length : half + index + 1
}
