import { stripVTControlCharacters } from 'node:util'

export interface Progress {
  show(line: string): void
  end(): void
}

/** Between two plain lines of the same step, so that a log file stays readable. */
const PLAIN_PAUSE_MS = 5_000
const TTY_PAUSE_MS = 100

interface ProgressStream {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

/** One line that changes on a terminal; plain lines, now and then, anywhere else. */
export function createProgress(stream: ProgressStream, now: () => number = Date.now): Progress {
  let shownAt = Number.NEGATIVE_INFINITY
  let shownStep = ''
  let isLineOpen = false
  const isDue = (step: string) =>
    step !== shownStep || now() - shownAt >= (stream.isTTY ? TTY_PAUSE_MS : PLAIN_PAUSE_MS)
  return {
    show: (line) => {
      const step = stepOf(line)
      if (!isDue(step)) return
      shownAt = now()
      shownStep = step
      isLineOpen = stream.isTTY === true
      stream.write(stream.isTTY ? `\r\u001b[K${fit(line, stream.columns)}` : `${line}\n`)
    },
    end: () => {
      if (isLineOpen) stream.write('\r\u001b[K')
      isLineOpen = false
    },
  }
}

/** The line without its numbers: what stays the same while a step goes on. */
const stepOf = (line: string) => line.replace(/[\d,.]+/g, '')

/** Chinese characters take two columns; a line that wraps could not be overwritten. */
function fit(line: string, columns = 80): string {
  return stripVTControlCharacters(line).slice(0, Math.max(10, Math.floor(columns / 2) - 1))
}
