import { z } from 'zod'
import { query } from '../endpoint'
import { Instant } from '../entities'
import { AuditEntryId, ChannelId, MessageId, ReportId, UserId } from '../ids'

/** What is kept of those who run a workspace, and of those who make what programs come in by. */
export const AuditKind = z.enum([
  'dismiss',
  'remove',
  'warn',
  'suspend',
  'lift',
  'reopen',
  'deactivate',
  'reactivate',
  'role',
  'renamed',
  'avatar-removed',
  'token-created',
  'token-revoked',
  'bot-created',
  'bot-removed',
  'bot-passed',
  'bot-rested',
  'bot-resumed',
  'incoming-hook-created',
  'incoming-hook-rotated',
  'incoming-hook-removed',
  'outgoing-hook-created',
  'outgoing-hook-enabled',
  'outgoing-hook-paused',
  'outgoing-hook-removed',
  'slash-command-created',
  'slash-command-removed',
  'import-started',
  'export-started',
  'message-labelled',
  'message-unlabelled',
  'intent-created',
  'intent-renamed',
  'intent-removed',
  'examples-changed',
  'intent-model-chosen',
  'operating-point-set',
  'label-rules-set',
  'edge-confirmed',
  'edge-rejected',
  'edge-reopened',
  'edge-added',
  'edge-withdrawn',
  'entities-merged',
  'entity-split',
  'graph-rule-saved',
  'graph-rule-on',
  'graph-rule-off',
  'graph-rule-removed',
  'rule-saved',
  'rule-removed',
  'rules-ordered',
])
export type AuditKind = z.infer<typeof AuditKind>

/** Something that was done: by whom, to whom or what, when and why. */
export const AuditEntry = z.object({
  id: AuditEntryId,
  kind: AuditKind,
  actorId: UserId,
  userId: UserId.nullable(),
  messageId: MessageId.nullable(),
  channelId: ChannelId.nullable(),
  reportId: ReportId.nullable(),
  /** Of a token, bot, webhook, slash command, import or export. */
  subjectName: z.string().nullable(),
  reason: z.string(),
  until: Instant.nullable(),
  createdAt: Instant,
  undoneAt: Instant.nullable(),
  undoneBy: UserId.nullable(),
  /** `moderation.undo` takes it back. */
  isUndoable: z.boolean(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

export const listAudit = query('audit.list', {
  summary: 'What was done, by whom, when and why, newest first; administrators only',
  access: 'administrator',
  input: z.object({
    /** Who did it, or to whom it was done. */
    userId: UserId.optional(),
    kind: AuditKind.optional(),
    since: Instant.optional(),
    until: Instant.optional(),
    /** The last entry of the page before. */
    before: AuditEntryId.optional(),
  }),
  answer: z.object({ entries: z.array(AuditEntry), hasMore: z.boolean() }),
  errors: ['forbidden'],
})
