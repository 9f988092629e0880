import { isBlank, MESSAGE_TEXT_LIMIT } from '@parley/protocol'
import { readCommandLine } from '../commands/command-line'
import type { Attachment } from '../files/attachments'

export interface Sendable {
  /** How many characters are too many. */
  readonly excess: number
  readonly canSend: boolean
  /** Whether it may be sent later: files and commands may not. */
  readonly canWait: boolean
}

/** What may be done with what stands in the field and is attached to it. */
export function sendable(draft: string, attached: readonly Pick<Attachment, 'status'>[]): Sendable {
  const words = isBlank(draft) ? '' : draft.trim()
  const excess = excessOf(draft)
  const hasContent = words !== '' || attached.length > 0
  const isWhole = attached.every(({ status }) => status !== 'failed')
  return {
    excess,
    canSend: hasContent && excess === 0 && isWhole,
    canWait: words !== '' && excess === 0 && attached.length === 0 && !readCommandLine(words),
  }
}

/** Counting the code points of a short text is not worth it. */
function excessOf(draft: string): number {
  return draft.length <= MESSAGE_TEXT_LIMIT ? 0 : Math.max(0, [...draft].length - MESSAGE_TEXT_LIMIT)
}
