import { type Language, type ParametersOf, type TextKey, translate } from '@parley/locale'
import { createProgress } from './progress'

/** Where a command speaks: results on standard output, progress and remarks on standard error. */
export interface Terminal {
  readonly language: Language
  readonly isJson: boolean
  text<Key extends TextKey>(key: Key, ...parameters: ParametersOf<Key>): string
  /** The result: as JSON when that was asked for, else as the lines for people. */
  result(value: unknown, lines: () => readonly string[]): void
  /** A remark that is no result. */
  remark(line: string): void
  /** What long work is at. */
  progress(line: string): void
  /** Ends the line of progress. */
  endProgress(): void
}

export function createTerminal(language: Language, isJson: boolean): Terminal {
  const progress = createProgress(process.stderr)
  return {
    language,
    isJson,
    text: (key, ...parameters) => translate(language, key, ...parameters),
    result: (value, lines) => {
      progress.end()
      process.stdout.write(isJson ? `${JSON.stringify(value)}\n` : `${lines().join('\n')}\n`)
    },
    remark: (line) => {
      progress.end()
      process.stderr.write(`${line}\n`)
    },
    progress: (line) => progress.show(line),
    endProgress: () => progress.end(),
  }
}
