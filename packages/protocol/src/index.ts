export { AnswerMatch, AnswerSource, AnswerTexts, CuratedAnswer } from './curated-answer'
export {
  currentQuietPeriod,
  DoNotDisturb,
  isQuiet,
  isQuietByHand,
  type Quiet,
  QuietPeriod,
  wallClock,
} from './do-not-disturb'
export { DocumentHealth, HealthReason } from './document-health'
export {
  DocumentSource,
  SourceCounts,
  SourceFailure,
  SourceItem,
  type SourceKind,
  SourceRun,
  SourceSecret,
  SourceSettings,
} from './document-source'
export { Emoji, isNamedEmoji } from './emoji'
export type { Access, CommandDefinition, QueryDefinition } from './endpoint'
export { type EndpointScope, endpointScopes } from './endpoint-scopes'
export {
  type CommandAnswer,
  type CommandBody,
  type CommandInput,
  type CommandName,
  commands,
  type QueryAnswer,
  type QueryInput,
  type QueryName,
  type QueryParameters,
  queries,
} from './endpoints'
export { ANSWER_TEXT_LIMIT, MOST_PHRASINGS, PHRASING_LIMIT } from './endpoints/answers'
export { type AssistantReply, LOOK_UP_LIMIT } from './endpoints/assistant'
export { AuditEntry, AuditKind } from './endpoints/audit'
export { Evaluation, EvaluationFailure, EvaluationReport } from './endpoints/evaluations'
export type { Attention, IntentExplanation } from './endpoints/explanations'
export { FileKind, SharedFile, UploadState } from './endpoints/files'
export type { KnowingPerson } from './endpoints/found-answers'
export { GRAPH_NAME_LIMIT } from './endpoints/graph'
export {
  EXAMPLE_LIMIT,
  EXAMPLES_AT_ONCE,
  FEWEST_EXAMPLES,
  IntentComparison,
  IntentModelSummary,
  IntentSummary,
  OperatingPoint,
} from './endpoints/intents'
export { INTENT_NAME_LIMIT, IntentName } from './endpoints/labels'
export { FILES_A_MESSAGE } from './endpoints/messages'
export { Report, ReportReason } from './endpoints/moderation'
export {
  FEWEST_POLL_OPTIONS,
  MOST_POLL_OPTIONS,
  POLL_OPTION_LIMIT,
  POLL_QUESTION_LIMIT,
} from './endpoints/polls'
export { QuestionDay, UnansweredTopic } from './endpoints/questions'
export { TRIED_MESSAGES } from './endpoints/rules'
export { MOST_SUMMARIZED } from './endpoints/summaries'
export type { AccessToken } from './endpoints/tokens'
export { ExportScope } from './endpoints/transfers'
export { ChangedAnswer, CollectionTuning, LogSignals, TuningChange, TuningFigures } from './endpoints/tunings'
export {
  Account,
  Audience,
  Channel,
  ChannelRules,
  ChannelState,
  Citation,
  Collection,
  Confirmation,
  DocumentPlace,
  DocumentSummary,
  Draft,
  FileInfo,
  isRoleAbove,
  LabelKind,
  Language,
  Message,
  MessageCard,
  MessageLabel,
  NotificationLevel,
  PostedAs,
  Reaction,
  ReplyLink,
  ReplyReason,
  Role,
  SaidSentence,
  Task,
  TaskStatus,
  ThreadState,
  Tone,
  Understanding,
  User,
  UserGroup,
  UserStatus,
  Workspace,
} from './entities'
export { ErrorBody } from './error-body'
export { type ErrorCode, type ErrorParameters, errorTable, ParleyError } from './errors'
export { Cursors, Event, HeartbeatFrame, ResumeFrame } from './events'
export { everydayCommands, everydayQueries } from './everyday-endpoints'
export {
  GraphContradiction,
  GraphEdge,
  GraphEdgeState,
  GraphEntity,
  GraphEntityKind,
  GraphEvidence,
  GraphRelation,
  GraphRule,
  GraphRuleEffect,
  GraphRulePattern,
  GraphSay,
  GraphSourceKind,
  GraphView,
} from './graph'
export {
  AnswerId,
  AuditEntryId,
  ChannelId,
  CollectionId,
  ConversationId,
  CuratedAnswerId,
  DeliveryId,
  DocumentId,
  EvaluationId,
  FileId,
  GraphEdgeId,
  GraphEntityId,
  GraphRuleId,
  HookId,
  IntentExampleId,
  IntentModelId,
  InvocationId,
  MessageId,
  QuestionId,
  ReminderId,
  ReportId,
  RuleId,
  ScheduledMessageId,
  SlashCommandId,
  SourceId,
  StreamId,
  TaskId,
  TokenId,
  TransferId,
  UserGroupId,
  UserId,
  WorkspaceId,
} from './ids'
export { SlashCommandName } from './integration-texts'
export {
  type Bot,
  type HookDelivery,
  HookEventType,
  type IncomingHook,
  type OutgoingHook,
  type RegisteredCommand,
  type SlashCommand,
} from './integrations'
export type { Invocation, PrivateAnswer } from './invocations'
export { asLine } from './line-text'
export {
  type FoundMentions,
  findMentions,
  isReservedName,
  type Mentionable,
  type MentionableGroup,
  type MentionPattern,
  type Mentions,
  mentionPattern,
  NO_MENTIONS,
} from './mentions'
export { type Listener, type NotificationReason, notificationReason } from './notification-reason'
export { isOwnCommand, ownCommands } from './own-commands'
export { Poll, PollOption } from './poll'
export { EphemeralFrame, PersonPresence, Presence, PresenceFrame, TypingFrame, UpFrame } from './presence'
export { Reason, ReasonKey } from './reason'
export { Reminder, Repetition } from './reminder'
export { AppliedRule, RuleEdge, RuleRelation, RuleStrength, RuleSubject, RuleTrace } from './rule-trace'
export {
  Dictionary,
  IfThenRule,
  MOST_REGEXES,
  MOST_RULES,
  MOST_TERMS,
  MOST_WILDCARDS,
  PATTERN_LIMIT,
  RULE_NAME_LIMIT,
  Rule,
  RuleCondition,
  RuleDefinition,
  RuleFault,
  SlotComparison,
  TERM_LIMIT,
  TextPattern,
} from './rules'
export { ScheduledMessage } from './scheduled-message'
export { Scope } from './scope'
export { AnswerType, QUERY_TEXT_LIMIT, QueryPart, QuestionType, StructuredQuery } from './structured-query'
export {
  ExportReport,
  IMPORTED_ID,
  ImportProblem,
  ImportReport,
  ImportSource,
  isImported,
  Transfer,
  TransferKind,
  UploadedArchive,
} from './transfers'
export { findTextFault, isBlank, MESSAGE_TEXT_LIMIT } from './well-formed-text'
