import { isWorthProposing, PROPOSAL_CONFIDENCE, type ReplyFinder } from '@parley/nlu'
import type { ChatLog, LogLine } from './chat-logs'

/** Of labelled lines, how many would be shown in a channel with what they seem to answer, and the share of these that is right. */
export interface ShownLinks {
  readonly shown: number
  readonly precision: number
}

interface Placed extends LogLine {
  readonly conversation: string
}

/** As a channel's lines are taken one by one: what each seems to answer says which conversation it belongs to. */
export function shownLinks(logs: readonly ChatLog[], finder: ReplyFinder, least = PROPOSAL_CONFIDENCE): ShownLinks {
  const right = logs.flatMap((log) => rightOfShown(log, finder, least))
  return { shown: right.length, precision: right.filter((one) => one).length / Math.max(1, right.length) }
}

function rightOfShown({ lines }: ChatLog, finder: ReplyFinder, least: number): boolean[] {
  const before: Placed[] = []
  const shown: boolean[] = []
  for (const line of lines.filter(({ isSystem }) => !isSystem)) {
    const found = finder.findAmong(line, before)
    const answered = found.answers === null ? undefined : before[found.answers]
    if (answered && line.isLabelled && isWorthProposing(line.author, before, found, least)) {
      shown.push(line.answers.includes(answered.n))
    }
    before.push({ ...line, conversation: answered?.conversation ?? String(line.n) })
  }
  return shown
}
