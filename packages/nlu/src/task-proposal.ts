/** A task found in a message: what would be created, and why. */
export interface TaskProposal {
  /** Imperative, without the assignee and the due date: 发布清单, "release checklist". */
  readonly title: string
  /** Directory id; null when nobody was named. */
  readonly assigneeId: string | null
  /** ISO date (2026-11-27) or date-time with offset (2026-11-27T15:00:00+08:00); null when none was named. */
  readonly due: string | null
  /** 0 to 1. */
  readonly confidence: number
  /** Spans of the message that carried the title, the assignee and the due date, UTF-16 offsets. */
  readonly evidence: readonly {
    readonly role: 'title' | 'assignee' | 'due' | 'request'
    readonly start: number
    readonly end: number
  }[]
}
