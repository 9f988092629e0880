import type { UserId } from '@parley/protocol'
import type { CommandCall } from './command-call'
import { namesIn } from './names-in'

export interface PersonNamed {
  /** null: the words name nobody. */
  readonly userId: UserId | null
  readonly rest: string
}

/**
 * Whom words begin with.
 * @throws CommandProblem where that is nobody, or several
 */
export async function personAtStart(call: CommandCall): Promise<PersonNamed> {
  const { words } = call
  if (!/^[@＠]/.test(words)) return { userId: null, rest: words }
  for await (const { userId, start, end } of namesIn(call)) {
    if (start === 0) return { userId, rest: words.slice(end).trim() }
    break
  }
  return { userId: null, rest: words }
}
