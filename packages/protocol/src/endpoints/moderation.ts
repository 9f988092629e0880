import { z } from 'zod'
import { command, query } from '../endpoint'
import { Instant, Message } from '../entities'
import { AuditEntryId, ChannelId, MessageId, ReportId, UserId } from '../ids'
import { filledText, wellFormedText } from '../well-formed-text'

export const ReportReason = z.enum(['spam', 'harassment', 'sensitive', 'other'])
export type ReportReason = z.infer<typeof ReportReason>

/** A message that somebody found wrong, with everybody who said so. */
export const Report = z.object({
  id: ReportId,
  message: Message,
  channelId: ChannelId,
  /** Empty for a direct channel. */
  channelName: z.string(),
  reporterId: UserId,
  reason: ReportReason,
  note: z.string(),
  createdAt: Instant,
  closedAt: Instant.nullable(),
  closedBy: UserId.nullable(),
  /** What stands around the message, oldest first; empty where the reader is not in the channel. */
  context: z.array(Message),
})
export type Report = z.infer<typeof Report>

/** An hour to a year. */
const Hours = z.int().min(1).max(8_760)

export const fileReport = command('moderation.report', {
  summary: 'Report a message to those who look after the channel; twice is once',
  access: 'signed-in',
  body: z.object({ messageId: MessageId, reason: ReportReason, note: wellFormedText(1_000).default('') }),
  answer: z.object({ reportId: ReportId }),
  errors: ['not_found', 'not_a_member', 'forbidden'],
})

export const decideReport = command('moderation.decide', {
  summary: 'Close a report: dismiss it, or remove the message, warn its author, suspend them',
  access: 'signed-in',
  body: z.object({
    reportId: ReportId,
    isRemoved: z.boolean().default(false),
    isWarned: z.boolean().default(false),
    /** Administrators only. */
    suspendHours: Hours.nullable().default(null),
    /** Why; the person is told it with a warning. */
    reason: wellFormedText(500).default(''),
  }),
  answer: z.object({}),
  errors: ['not_found', 'forbidden', 'report_closed'],
})

export const undoDecision = command('moderation.undo', {
  summary: 'Take back what the log tells of: open a dismissed report again, lift a suspension, reopen an account',
  access: 'signed-in',
  body: z.object({ entryId: AuditEntryId }),
  answer: z.object({}),
  errors: ['not_found', 'forbidden'],
})

export const suspendUser = command('users.suspend', {
  summary: 'Keep somebody out for a while: their sessions and connections end at once',
  access: 'administrator',
  body: z.object({ userId: UserId, hours: Hours, reason: filledText(500) }),
  answer: z.object({}),
  errors: ['not_found', 'forbidden'],
})

export const liftSuspension = command('users.liftSuspension', {
  summary: 'Let somebody in again before their time',
  access: 'administrator',
  body: z.object({ userId: UserId, reason: wellFormedText(500).default('') }),
  answer: z.object({}),
  errors: ['not_found', 'forbidden'],
})

export const listReports = query('moderation.reports', {
  summary:
    'Reports from channels that you look after, newest first; administrators see those of all channels; `before` is a `createdAt`, `beforeReportId` the report that had it',
  access: 'signed-in',
  input: z.object({
    status: z.enum(['open', 'closed']).default('open'),
    before: Instant.optional(),
    /** Of several reports of one time, only those that come after this one; left out: none of them. */
    beforeReportId: ReportId.optional(),
  }),
  answer: z.object({
    reports: z.array(Report),
    /** How many wait, not only of those in this answer. */
    openCount: z.int(),
    hasMore: z.boolean(),
  }),
  errors: [],
})
