import type { ParametersOf, TextKey } from '@parley/locale'

/** What the command's exit code says; `docs/` and scripts rely on these. */
export const exitCodes = { ok: 0, failed: 1, unusableInput: 2, serverUnreachable: 3 } as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Something a person can mend: told in one line, without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError'

  private constructor(
    readonly exitCode: ExitCode,
    readonly key: TextKey,
    readonly parameters: Readonly<Record<string, unknown>>,
  ) {
    super(key)
  }

  static of<Key extends TextKey>(exitCode: ExitCode, key: Key, ...[parameters]: ParametersOf<Key>): CommandError {
    return new CommandError(exitCode, key, parameters ?? {})
  }
}
