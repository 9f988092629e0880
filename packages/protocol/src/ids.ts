import { z } from 'zod'

/** Ids are UUIDs (version 7 when Parley makes them): they sort by creation and need no central counter. */
const id = <Brand extends string>(brand: Brand) =>
  z
    .guid()
    .brand(brand)
    .meta({ description: `${brand}, a UUID` })

export const UserId = id('UserId')
export type UserId = z.infer<typeof UserId>
export const ChannelId = id('ChannelId')
export type ChannelId = z.infer<typeof ChannelId>
export const MessageId = id('MessageId')
export type MessageId = z.infer<typeof MessageId>
export const TaskId = id('TaskId')
export type TaskId = z.infer<typeof TaskId>
export const ScheduledMessageId = id('ScheduledMessageId')
export type ScheduledMessageId = z.infer<typeof ScheduledMessageId>
export const ReminderId = id('ReminderId')
export type ReminderId = z.infer<typeof ReminderId>
export const DocumentId = id('DocumentId')
export type DocumentId = z.infer<typeof DocumentId>
export const CollectionId = id('CollectionId')
export type CollectionId = z.infer<typeof CollectionId>
export const SourceId = id('SourceId')
export type SourceId = z.infer<typeof SourceId>
export const CuratedAnswerId = id('CuratedAnswerId')
export type CuratedAnswerId = z.infer<typeof CuratedAnswerId>
export const QuestionId = id('QuestionId')
export type QuestionId = z.infer<typeof QuestionId>
export const ConversationId = id('ConversationId')
export type ConversationId = z.infer<typeof ConversationId>
export const TransferId = id('TransferId')
export type TransferId = z.infer<typeof TransferId>
export const UserGroupId = id('UserGroupId')
export type UserGroupId = z.infer<typeof UserGroupId>
export const ReportId = id('ReportId')
export type ReportId = z.infer<typeof ReportId>
export const AuditEntryId = id('AuditEntryId')
export type AuditEntryId = z.infer<typeof AuditEntryId>
export const FileId = id('FileId')
export type FileId = z.infer<typeof FileId>
export const IntentExampleId = id('IntentExampleId')
export type IntentExampleId = z.infer<typeof IntentExampleId>
export const IntentModelId = id('IntentModelId')
export type IntentModelId = z.infer<typeof IntentModelId>
export const RuleId = id('RuleId')
export type RuleId = z.infer<typeof RuleId>
export const EvaluationId = id('EvaluationId')
export type EvaluationId = z.infer<typeof EvaluationId>
export const GraphEntityId = id('GraphEntityId')
export type GraphEntityId = z.infer<typeof GraphEntityId>
export const GraphEdgeId = id('GraphEdgeId')
export type GraphEdgeId = z.infer<typeof GraphEdgeId>
export const GraphRuleId = id('GraphRuleId')
export type GraphRuleId = z.infer<typeof GraphRuleId>
export const WorkspaceId = id('WorkspaceId')
export type WorkspaceId = z.infer<typeof WorkspaceId>

export const TokenId = id('TokenId')
export type TokenId = z.infer<typeof TokenId>

export const HookId = id('HookId')
export type HookId = z.infer<typeof HookId>
export const DeliveryId = id('DeliveryId')
export type DeliveryId = z.infer<typeof DeliveryId>
export const SlashCommandId = id('SlashCommandId')
export type SlashCommandId = z.infer<typeof SlashCommandId>
export const InvocationId = id('InvocationId')
export type InvocationId = z.infer<typeof InvocationId>

export const AnswerId = id('AnswerId')
export type AnswerId = z.infer<typeof AnswerId>

/** A stream is named by what it belongs to: a channel's id, a person's id (their inbox), or the workspace's id. */
export const StreamId = z.guid().brand('StreamId')
export type StreamId = z.infer<typeof StreamId>

/** Names a command before its answer is known, so that giving it again makes nothing twice. Unique per person, for good. */
export const ClientCommandId = z
  .string()
  .regex(/^[\x21-\x7e]{1,100}$/, 'client_command_id_invalid')
  .meta({ description: '1 to 100 visible ASCII characters, a UUID by custom' })

/** Names a message before it exists, so that a retry is recognised. Unique per sender, for good. */
export const ClientMessageId = z
  .string()
  .regex(/^[\x21-\x7e]{1,100}$/, 'client_message_id_invalid')
  .meta({ description: '1 to 100 visible ASCII characters, a UUID by custom' })
